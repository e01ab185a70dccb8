MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Document)
    WHERE size(v0) = 2 AND n1.`id` IS NOT NULL
    WITH n1 ORDER BY n1.`id` LIMIT $p.v1
    CALL (n1) {
      MATCH (n1)<-[:REFERENCE]-(s3:Statement) UNWIND s3.conflicts_with AS s3_id MATCH (n2:Statement)
      WHERE n2.id = s3_id
      WITH DISTINCT n2 ORDER BY n2.`subject`, n2.`predicate`, n2.`id` LIMIT $p.v0
      RETURN collect([null, [[n2.`id`, n2.`predicate`, n2.`text`, COLLECT {
        MATCH (n2)-[f4:REFERENCE]->(d5:Document)
        WITH f4, d5 ORDER BY f4.number
        RETURN [[d5.`id`]]
      }, COLLECT {
        MATCH (n6:Statement)
        WHERE n6.id IN n2.`conflicts_with`
        WITH n6 ORDER BY n6.id
        RETURN [n6.`id`]
      }]]]) AS c7
    }
    WITH * ORDER BY n1.`id`
    RETURN collect([null, [[n1.`id`, [COUNT {
      MATCH (n1)<-[:REFERENCE]-(s0:Statement) UNWIND s0.conflicts_with AS s0_id MATCH (n0:Statement)
      WHERE n0.id = s0_id
      RETURN DISTINCT n0
    }, c7]]]]) AS c8
  }
  RETURN [null, c8] AS r0
}
CALL (r0) {
  MATCH (d1:Dataset)
  WHERE size([r0]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0], v1] AS answer
