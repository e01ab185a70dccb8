MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Entity {id: $p.v0})
    WHERE size(v0) = 2
    CALL (n1) {
      MATCH (n1)-[e2]-(n3:Entity)
      WITH e2, n3, n1 ORDER BY n3.`id`, e2.`id` LIMIT $p.v1
      RETURN collect([null, [[n3.`type`, n3.`id`, n3.`name`, n3.`id`, n3.`name`, n3.`height`, n3.`id`, n3.`name`, n3.`total`], e2.`predicate`, CASE WHEN startNode(e2) = n1 THEN 'OUT' ELSE 'IN' END]]) AS c4
    }
    CALL (n1) {
      MATCH (n1)-[e5]-(n6:Entity)
      WITH e5, n6, n1 ORDER BY n6.`id`, e5.`id` LIMIT $p.v2
      RETURN collect([null, [[n6.`type`, n6.`id`, n6.`name`, n6.`id`, n6.`name`, n6.`height`, n6.`id`, n6.`name`, n6.`total`], e5.`predicate`, CASE WHEN startNode(e5) = n1 THEN 'OUT' ELSE 'IN' END]]) AS c7
    }
    CALL (n1) {
      MATCH (n1)-[e8]-(n9:Entity)
      WITH e8, n9, n1 ORDER BY n9.`id`, e8.`id` LIMIT $p.v3
      RETURN collect([null, [[n9.`type`, n9.`id`, n9.`name`, n9.`id`, n9.`name`, n9.`height`, n9.`id`, n9.`name`, n9.`total`], e8.`predicate`, CASE WHEN startNode(e8) = n1 THEN 'OUT' ELSE 'IN' END]]) AS c10
    }
    RETURN collect([n1.`type`, n1.`id`, n1.`name`, [COUNT {
      MATCH (n1)-[e0]-(n0:Entity)
    }, c4], n1.`type`, n1.`id`, n1.`name`, n1.`height`, [COUNT {
      MATCH (n1)-[e0]-(n0:Entity)
    }, c7], n1.`type`, n1.`id`, n1.`name`, n1.`total`, [COUNT {
      MATCH (n1)-[e0]-(n0:Entity)
    }, c10], n1.`type`]) AS c11
  }
  RETURN head(c11) AS r0
}
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n12:Dataset)
    WHERE size(v0) = 2
    RETURN [n12.`id`, n12.`entities`]
  }) AS r1
}
CALL (r0, r1) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1], v1] AS answer
