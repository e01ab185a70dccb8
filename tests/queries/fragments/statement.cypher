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
      MATCH (n1)-[e7]-(n8:Entity)
      WITH e7, n8, n1 ORDER BY n8.`id`, e7.`id` LIMIT $p.v2
      RETURN collect([null, [[n8.`type`, n8.`id`, n8.`name`, n8.`id`, n8.`name`, n8.`height`, n8.`id`, n8.`name`, n8.`total`], e7.`predicate`, CASE WHEN startNode(e7) = n1 THEN 'OUT' ELSE 'IN' END]]) AS c9
    }
    CALL (n1) {
      MATCH (n1)-[e12]-(n13:Entity)
      WITH e12, n13, n1 ORDER BY n13.`id`, e12.`id` LIMIT $p.v3
      RETURN collect([null, [[n13.`type`, n13.`id`, n13.`name`, n13.`id`, n13.`name`, n13.`height`, n13.`id`, n13.`name`, n13.`total`], e12.`predicate`, CASE WHEN startNode(e12) = n1 THEN 'OUT' ELSE 'IN' END]]) AS c14
    }
    RETURN collect([n1.`type`, n1.`id`, n1.`name`, [COUNT {
      MATCH (n1)-[e5]-(n6:Entity)
    }, c4], n1.`type`, n1.`id`, n1.`name`, n1.`height`, [COUNT {
      MATCH (n1)-[e10]-(n11:Entity)
    }, c9], n1.`type`, n1.`id`, n1.`name`, n1.`total`, [COUNT {
      MATCH (n1)-[e15]-(n16:Entity)
    }, c14], n1.`type`]) AS c17
  }
  RETURN head(c17) AS r0
}
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n18:Dataset)
    WHERE size(v0) = 2
    RETURN [n18.`id`, n18.`entities`]
  }) AS r1
}
CALL (r0, r1) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1], v1] AS answer
