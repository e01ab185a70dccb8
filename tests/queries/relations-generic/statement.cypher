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
      MATCH (n1)-[e5]->(n6:Entity)
      WITH e5, n6, n1 ORDER BY n6.`id`, e5.`id` LIMIT $p.v2
      RETURN collect([null, [CASE WHEN startNode(e5) = n1 THEN 'OUT' ELSE 'IN' END, e5.`predicate`, [n6.`id`]]]) AS c7
    }
    CALL (n1) {
      MATCH (n1)<-[e8]-(n9:Entity)
      WITH e8, n9, n1 ORDER BY n9.`id`, e8.`id` LIMIT $p.v3
      RETURN collect([null, [CASE WHEN startNode(e8) = n1 THEN 'OUT' ELSE 'IN' END, e8.`predicate`, [n9.`id`]]]) AS c10
    }
    CALL (n1) {
      MATCH (n1)-[e11:`HAS_INTEREST_IN`|`OWNS`]->(n12:Entity)
      WITH e11, n12, n1 ORDER BY n12.`id`, e11.`id` LIMIT $p.v4
      RETURN collect([null, [e11.`predicate`, [n12.`id`]]]) AS c13
    }
    CALL (n1) {
      MATCH (n1)-[e14:`HAS_INTEREST_IN`|`OWNS`]-(n15:Entity)
      WITH e14, n15, n1 ORDER BY n15.`id`, e14.`id` LIMIT $p.v5
      RETURN collect([null, [CASE WHEN startNode(e14) = n1 THEN 'OUT' ELSE 'IN' END, e14.`predicate`, [n15.`id`]]]) AS c16
    }
    CALL (n1) {
      MATCH (n1)<-[e17:`LEADS`]-(n18:Entity)
      WITH e17, n18, n1 ORDER BY n18.`id`, e17.`id` LIMIT $p.v6
      RETURN collect([null, [[n18.`id`]]]) AS c19
    }
    CALL (n1) {
      MATCH (n1)-[e20:`KNOWS`]-(n21:Entity)
      WITH e20, n21, n1 ORDER BY n21.`id`, e20.`id` LIMIT $p.v8
      RETURN collect([null, [[n21.`id`]]]) AS c22
    }
    RETURN collect([[COUNT {
      MATCH (n1)-[e0]-(n0:Entity)
    }, c4], [null, c7], [COUNT {
      MATCH (n1)<-[e0]-(n0:Entity)
    }, c10], [null, c13], [null, c16], [null, c19], [COUNT { (n1)<-[:`LEADS`]-() }, []], [null, c22]]) AS c23
  }
  RETURN head(c23) AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n24:Entity {id: $p.v9})
    WHERE size(v0) = 2
    CALL (n24) {
      MATCH (n24)-[e25:`LEADS`]-(n26:Entity)
      WITH e25, n26, n24 ORDER BY n26.`id`, e25.`id` LIMIT $p.v10
      RETURN collect([null, [CASE WHEN startNode(e25) = n24 THEN 'OUT' ELSE 'IN' END, [n26.`id`]]]) AS c27
    }
    CALL (n24) {
      MATCH (n24)<-[e28:`LEADS`]-(n29:Entity)
      WITH e28, n29, n24 ORDER BY n29.`id`, e28.`id` LIMIT $p.v11
      RETURN collect([null, [CASE WHEN startNode(e28) = n24 THEN 'OUT' ELSE 'IN' END, [n29.`id`]]]) AS c30
    }
    RETURN collect([[COUNT { (n24)-[:`LEADS`]-() }, c27], [COUNT { (n24)<-[:`LEADS`]-() }, c30]]) AS c31
  }
  RETURN head(c31) AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n32:Entity {id: $p.v12})
    WHERE size(v0) = 2
    CALL (n32) {
      MATCH (n32)-[e33]-(n34:Entity)
      WITH e33, n34, n32 ORDER BY n34.`id`, e33.`id` LIMIT $p.v13
      RETURN collect([null, [CASE WHEN startNode(e33) = n32 THEN 'OUT' ELSE 'IN' END, e33.`predicate`, [n34.`type`, n34.`id`, null]]]) AS c35
    }
    RETURN collect([[null, c35]]) AS c36
  }
  RETURN head(c36) AS r2
}
CALL (r0, r1, r2) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2], v1] AS answer
