MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:Document)
    WHERE v0 >= 0 AND n1.`id` IS NOT NULL
    WITH n1, each ORDER BY n1.`id` LIMIT $p.v1
    CALL (n1, each) {
      MATCH (n1)<-[:REFERENCE]-(s3) UNWIND s3.conflicts_with AS s3_id MATCH (n2:Statement)
      WHERE n2.id = s3_id
      WITH DISTINCT n2, each ORDER BY n2.`subject`, n2.`predicate`, n2.`id` LIMIT $p.v0
      WITH *, n2 {.`text`} AS n2p ORDER BY n2.`subject`, n2.`predicate`, n2.`id`
      RETURN collect([n2.`id`, n2.`predicate`, n2p.`text`, COLLECT {
        MATCH (n2)-[f4:REFERENCE]->(d5)
        WITH f4, d5, each, d5 {.`id`} AS d5p ORDER BY f4.number
        RETURN [d5p.`id`]
      }, COLLECT {
        MATCH (n6:Statement)
        WHERE n6.id IN n2.`conflicts_with`
        WITH n6, each ORDER BY n6.id
        RETURN [n6.`id`]
      }]) AS c7
    }
    WITH * ORDER BY n1.`id`
    RETURN collect([n1.`id`, [COUNT {
      MATCH (n1)<-[:REFERENCE]-(s0) UNWIND s0.conflicts_with AS s0_id MATCH (n0:Statement)
      WHERE n0.id = s0_id
      RETURN DISTINCT n0
    }, c7]]) AS c8
  }
  RETURN collect([each.at, [[null, c8]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
