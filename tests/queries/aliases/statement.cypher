MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n1:Entity {id: $p.v0})
    WHERE size(v0) = 2 AND n1:`Person`
    RETURN [n1.`name`, n1.`name`, n1.`name`]
  }) AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n2:Entity {id: $p.v1})
    WHERE size(v0) = 2 AND n2:`Person`
    CALL (n2) {
      MATCH (n2)-[e3:`LEADS`]->(n4:`Group`)
      WITH e3, n4, n2 ORDER BY n4.`id`, e3.`id` LIMIT $p.v2
      RETURN collect([null, [[n4.`id`]]]) AS c5
    }
    CALL (n2) {
      MATCH (n2)-[e6:`LEADS`]->(n7:`Group`)
      WHERE e6.`since` = $p.v3
      WITH e6, n7, n2 ORDER BY n7.`id`, e6.`id` LIMIT $p.v4
      RETURN collect([null, [[n7.`id`], [e6.`since`]], [[n7.`name`]]]) AS c8
    }
    RETURN collect([[null, c5], [COUNT {
      MATCH (n2)-[e9:`LEADS`]->(n10:`Group`)
      WHERE e9.`since` = $p.v3
    }, c8]]) AS c11
  }
  RETURN head(c11) AS r1
}
CALL (r0, r1) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1], v1] AS answer
