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
      MATCH (n1)<-[:REFERENCE]-(n7:Statement)
      WHERE n7.sole = n1.id
      WITH DISTINCT n7 ORDER BY n7.`subject`, n7.`predicate`, n7.`id` LIMIT $p.v1
      RETURN collect([null, [[n7.`id`]]]) AS c9
    }
    WITH * ORDER BY n1.`id`
    RETURN collect([null, [[n1.`id`, n1.`title`, n1.`published`, [COUNT {
      MATCH (n1)<-[:REFERENCE]-(n5:Statement)
      RETURN DISTINCT n5
    }, c4], [COUNT {
      MATCH (n1)<-[:REFERENCE]-(n10:Statement)
      WHERE n10.sole = n1.id
      RETURN DISTINCT n10
    }, c9]]]]) AS c12
  }
  RETURN [COUNT { (:Document) }, c12] AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n14:Document)
    WHERE size(v0) = 2 AND n14.`title` IS NULL AND n14.`id` IS NOT NULL
    WITH n14 ORDER BY n14.`id` LIMIT $p.v3
    RETURN collect([null, [[n14.`id`]]]) AS c15
  }
  RETURN [null, c15] AS r1
}
CALL (r0, r1) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1], v1] AS answer
