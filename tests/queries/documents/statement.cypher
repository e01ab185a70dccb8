MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Document)
    WHERE size(v0) = 2 AND n1.`id` IS NOT NULL
    WITH n1 ORDER BY n1.`id` LIMIT $p.v2
    CALL (n1) {
      MATCH (n1)<-[:REFERENCE]-(n2:Statement)
      WITH DISTINCT n2 ORDER BY n2.`subject`, n2.`predicate`, n2.`id` LIMIT $p.v0
      RETURN collect([null, [[n2.`id`]]]) AS c4
    }
    CALL (n1) {
      MATCH (n1)<-[:REFERENCE]-(n5:Statement)
      WHERE n5.sole = n1.id
      WITH DISTINCT n5 ORDER BY n5.`subject`, n5.`predicate`, n5.`id` LIMIT $p.v1
      RETURN collect([null, [[n5.`id`]]]) AS c7
    }
    WITH * ORDER BY n1.`id`
    RETURN collect([null, [[n1.`id`, n1.`title`, n1.`published`, [COUNT {
      MATCH (n1)<-[:REFERENCE]-(n0:Statement)
      RETURN DISTINCT n0
    }, c4], [COUNT {
      MATCH (n1)<-[:REFERENCE]-(n0:Statement)
      WHERE n0.sole = n1.id
      RETURN DISTINCT n0
    }, c7]]]]) AS c8
  }
  RETURN [COUNT { (:Document) }, c8] AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n9:Document)
    WHERE size(v0) = 2 AND n9.`title` IS NULL AND n9.`id` IS NOT NULL
    WITH n9 ORDER BY n9.`id` LIMIT $p.v3
    RETURN collect([null, [[n9.`id`]]]) AS c10
  }
  RETURN [null, c10] AS r1
}
CALL (r0, r1) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1], v1] AS answer
