MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Entity {id: $p.v0})
    WHERE size(v0) = 2
    CALL (n1) {
      MATCH (n1)-[e2]-(n3:Entity)
      WITH e2, n3, n1 ORDER BY n3.`id`, e2.`id` LIMIT $p.v1
      RETURN collect([null, [CASE WHEN startNode(e2) = n1 THEN 'OUT' ELSE 'IN' END, e2.`predicate`, [n3.`id`], properties(e2)]]) AS c4
    }
    CALL (n1) {
      MATCH (n1)-[e7]->(n8:Entity)
      WITH e7, n8, n1 ORDER BY n8.`id`, e7.`id` LIMIT $p.v2
      RETURN collect([null, [CASE WHEN startNode(e7) = n1 THEN 'OUT' ELSE 'IN' END, e7.`predicate`, [n8.`id`]]]) AS c9
    }
    CALL (n1) {
      MATCH (n1)<-[e10]-(n11:Entity)
      WITH e10, n11, n1 ORDER BY n11.`id`, e10.`id` LIMIT $p.v3
      RETURN collect([null, [CASE WHEN startNode(e10) = n1 THEN 'OUT' ELSE 'IN' END, e10.`predicate`, [n11.`id`]]]) AS c12
    }
    CALL (n1) {
      MATCH (n1)-[e15:`HAS_INTEREST_IN`|`OWNS`]->(n16:Entity)
      WITH e15, n16, n1 ORDER BY n16.`id`, e15.`id` LIMIT $p.v4
      RETURN collect([null, [e15.`predicate`, [n16.`id`]]]) AS c17
    }
    CALL (n1) {
      MATCH (n1)-[e18:`HAS_INTEREST_IN`|`OWNS`]-(n19:Entity)
      WITH e18, n19, n1 ORDER BY n19.`id`, e18.`id` LIMIT $p.v5
      RETURN collect([null, [CASE WHEN startNode(e18) = n1 THEN 'OUT' ELSE 'IN' END, e18.`predicate`, [n19.`id`]]]) AS c20
    }
    CALL (n1) {
      MATCH (n1)<-[e21:`LEADS`]-(n22:Entity)
      WITH e21, n22, n1 ORDER BY n22.`id`, e21.`id` LIMIT $p.v6
      RETURN collect([null, [[n22.`id`]]]) AS c23
    }
    CALL (n1) {
      MATCH (n1)-[e26:`KNOWS`]-(n27:Entity)
      WITH e26, n27, n1 ORDER BY n27.`id`, e26.`id` LIMIT $p.v8
      RETURN collect([null, [[n27.`id`]]]) AS c28
    }
    RETURN collect([[COUNT {
      MATCH (n1)-[e5]-(n6:Entity)
    }, c4], [null, c9], [COUNT {
      MATCH (n1)<-[e13]-(n14:Entity)
    }, c12], [null, c17], [null, c20], [null, c23], [COUNT { (n1)<-[:`LEADS`]-() }, []], [null, c28]]) AS c29
  }
  RETURN head(c29) AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n30:Entity {id: $p.v9})
    WHERE size(v0) = 2
    CALL (n30) {
      MATCH (n30)-[e31:`LEADS`]-(n32:Entity)
      WITH e31, n32, n30 ORDER BY n32.`id`, e31.`id` LIMIT $p.v10
      RETURN collect([null, [CASE WHEN startNode(e31) = n30 THEN 'OUT' ELSE 'IN' END, [n32.`id`]]]) AS c33
    }
    CALL (n30) {
      MATCH (n30)<-[e36:`LEADS`]-(n37:Entity)
      WITH e36, n37, n30 ORDER BY n37.`id`, e36.`id` LIMIT $p.v11
      RETURN collect([null, [CASE WHEN startNode(e36) = n30 THEN 'OUT' ELSE 'IN' END, [n37.`id`]]]) AS c38
    }
    RETURN collect([[COUNT { (n30)-[:`LEADS`]-() }, c33], [COUNT { (n30)<-[:`LEADS`]-() }, c38]]) AS c41
  }
  RETURN head(c41) AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n42:Entity {id: $p.v12})
    WHERE size(v0) = 2
    CALL (n42) {
      MATCH (n42)-[e43]-(n44:Entity)
      WITH e43, n44, n42 ORDER BY n44.`id`, e43.`id` LIMIT $p.v13
      RETURN collect([null, [CASE WHEN startNode(e43) = n42 THEN 'OUT' ELSE 'IN' END, e43.`predicate`, [n44.`type`, n44.`id`, null]]]) AS c45
    }
    RETURN collect([[null, c45]]) AS c46
  }
  RETURN head(c46) AS r2
}
CALL (r0, r1, r2) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2], v1] AS answer
