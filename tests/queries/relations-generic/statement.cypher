MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:Entity {id: each.v0})
    WHERE v0 >= 0
    CALL (n1, each) {
      MATCH (n1)-[e2]-(n3:Entity)
      WITH e2, n3, n1, each, e2 {.`id`, .`predicate`} AS e2p, n3 {.`id`} AS n3p ORDER BY n3p.`id`, e2p.`id` LIMIT $p.v1
      RETURN collect([CASE WHEN startNode(e2) = n1 THEN 'OUT' ELSE 'IN' END, e2p.`predicate`, n3p.`id`, properties(e2)]) AS c4
    }
    CALL (n1, each) {
      MATCH (n1)-[e5]->(n6:Entity)
      WITH e5, n6, n1, each, e5 {.`id`, .`predicate`} AS e5p, n6 {.`id`} AS n6p ORDER BY n6p.`id`, e5p.`id` LIMIT $p.v2
      RETURN collect([CASE WHEN startNode(e5) = n1 THEN 'OUT' ELSE 'IN' END, e5p.`predicate`, n6p.`id`]) AS c7
    }
    CALL (n1, each) {
      MATCH (n1)<-[e8]-(n9:Entity)
      WITH e8, n9, n1, each, e8 {.`id`, .`predicate`} AS e8p, n9 {.`id`} AS n9p ORDER BY n9p.`id`, e8p.`id` LIMIT $p.v3
      RETURN collect([CASE WHEN startNode(e8) = n1 THEN 'OUT' ELSE 'IN' END, e8p.`predicate`, n9p.`id`]) AS c10
    }
    CALL (n1, each) {
      MATCH (n1)-[e11:`HAS_INTEREST_IN`|`OWNS`]->(n12:Entity)
      WITH e11, n12, n1, each, e11 {.`id`, .`predicate`} AS e11p, n12 {.`id`} AS n12p ORDER BY n12p.`id`, e11p.`id` LIMIT $p.v4
      RETURN collect([e11p.`predicate`, n12p.`id`]) AS c13
    }
    CALL (n1, each) {
      MATCH (n1)-[e14:`HAS_INTEREST_IN`|`OWNS`]-(n15:Entity)
      WITH e14, n15, n1, each, e14 {.`id`, .`predicate`} AS e14p, n15 {.`id`} AS n15p ORDER BY n15p.`id`, e14p.`id` LIMIT $p.v5
      RETURN collect([CASE WHEN startNode(e14) = n1 THEN 'OUT' ELSE 'IN' END, e14p.`predicate`, n15p.`id`]) AS c16
    }
    CALL (n1, each) {
      MATCH (n1)<-[e17:`LEADS`]-(n18:Entity)
      WITH e17, n18, n1, each, e17 {.`id`} AS e17p, n18 {.`id`} AS n18p ORDER BY n18p.`id`, e17p.`id` LIMIT $p.v6
      RETURN collect([n18p.`id`]) AS c19
    }
    CALL (n1, each) {
      MATCH (n1)-[e20:`KNOWS`]-(n21:Entity)
      WITH e20, n21, n1, each, e20 {.`id`} AS e20p, n21 {.`id`} AS n21p ORDER BY n21p.`id`, e20p.`id` LIMIT $p.v8
      RETURN collect([n21p.`id`]) AS c22
    }
    RETURN collect([[COUNT {
      MATCH (n1)-[e0]-(n0:Entity)
    }, c4], [null, c7], [COUNT {
      MATCH (n1)<-[e0]-(n0:Entity)
    }, c10], [null, c13], [null, c16], [null, c19], [COUNT { (n1)<-[:`LEADS`]-() }, []], [null, c22]]) AS c23
  }
  CALL (v0, each) {
    MATCH (n24:Entity {id: each.v9})
    WHERE v0 >= 0
    CALL (n24, each) {
      MATCH (n24)-[e25:`LEADS`]-(n26:Entity)
      WITH e25, n26, n24, each, e25 {.`id`} AS e25p, n26 {.`id`} AS n26p ORDER BY n26p.`id`, e25p.`id` LIMIT $p.v10
      RETURN collect([CASE WHEN startNode(e25) = n24 THEN 'OUT' ELSE 'IN' END, n26p.`id`]) AS c27
    }
    CALL (n24, each) {
      MATCH (n24)<-[e28:`LEADS`]-(n29:Entity)
      WITH e28, n29, n24, each, e28 {.`id`} AS e28p, n29 {.`id`} AS n29p ORDER BY n29p.`id`, e28p.`id` LIMIT $p.v11
      RETURN collect([CASE WHEN startNode(e28) = n24 THEN 'OUT' ELSE 'IN' END, n29p.`id`]) AS c30
    }
    RETURN collect([[COUNT { (n24)-[:`LEADS`]-() }, c27], [COUNT { (n24)<-[:`LEADS`]-() }, c30]]) AS c31
  }
  CALL (v0, each) {
    MATCH (n32:Entity {id: each.v12})
    WHERE v0 >= 0
    CALL (n32, each) {
      MATCH (n32)-[e33]-(n34:Entity)
      WITH e33, n34, n32, each, e33 {.`id`, .`predicate`} AS e33p, n34 {.`id`, .`type`} AS n34p ORDER BY n34p.`id`, e33p.`id` LIMIT $p.v13
      RETURN collect([CASE WHEN startNode(e33) = n32 THEN 'OUT' ELSE 'IN' END, e33p.`predicate`, n34p.`type`, n34p.`id`]) AS c35
    }
    RETURN collect([[null, c35]]) AS c36
  }
  RETURN collect([each.at, [head(c23), head(c31), head(c36)]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
