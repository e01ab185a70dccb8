MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:Entity {id: each.v0})
    WHERE v0 >= 0
    CALL (n1, each) {
      MATCH q4 = (n1)-[*0..2]-(n5)
      WHERE all(n IN nodes(q4) WHERE n = n1 OR n:`Organization` OR n:`Product`)
      WITH n5, each, min(length(q4)) AS d6 ORDER BY d6, n5.id LIMIT $p.v2
      RETURN collect({depth: d6, node: n5}) AS l3
    }
    WITH {reached: l3, types: each.v1} AS h2, each
    CALL (h2, each) {
      WITH h2, [m IN h2.reached | m.node] AS l9, each
      UNWIND l9 AS n10
      MATCH (n10)-[e11]->(n12)
      WHERE n12 IN l9 AND coalesce(type(e11) IN h2.types, true)
      WITH e11, each, e11 {.`predicate`} AS e11p ORDER BY e11.id
      RETURN collect([e11p.`predicate`, head(COLLECT {
        WITH startNode(e11) AS n13, each
        RETURN [n13.`id`]
      }), head(COLLECT {
        WITH endNode(e11) AS n14, each
        RETURN [n14.`id`]
      })]) AS c15
    }
    RETURN collect([COLLECT {
      UNWIND h2.reached AS m7
      WITH m7, m7.node AS n8, each
      WITH m7, n8, each, m7 {.`depth`} AS m7p, n8 {.`name`, .`type`} AS n8p ORDER BY m7.depth, n8.id
      RETURN [m7p.`depth`, n8p.`type`, n8p.`name`]
    }, c15]) AS c16
  }
  CALL (v0, each) {
    MATCH (n17:Entity {id: each.v3})
    WHERE v0 >= 0
    CALL (n17, each) {
      MATCH q20 = (n17)-[:`POWERS`*0..1]-(n21)
      WITH n21, each, min(length(q20)) AS d22 ORDER BY d22, n21.id LIMIT $p.v5
      RETURN collect({depth: d22, node: n21}) AS l19
    }
    WITH {reached: l19, types: each.v4} AS h18, each
    RETURN collect([COLLECT {
      UNWIND h18.reached AS m23
      WITH m23, m23.node AS n24, each
      WITH m23, n24, each, m23 {.`depth`} AS m23p, n24 {.`id`} AS n24p ORDER BY m23.depth, n24.id
      RETURN [m23p.`depth`, n24p.`id`]
    }, COLLECT {
      WITH h18, [m IN h18.reached | m.node] AS l25, each
      UNWIND l25 AS n26
      MATCH (n26)-[e27]->(n28)
      WHERE n28 IN l25 AND coalesce(type(e27) IN h18.types, true)
      WITH e27, each, e27 {.`contested`, .`predicate`} AS e27p ORDER BY e27.id
      RETURN [e27p.`predicate`, e27p.`contested`, properties(e27), [COUNT {
        MATCH (n0:Statement) USING INDEX SEEK n0:Statement(claim)
        WHERE n0.claim = e27.id
      }, []]]
    }]) AS c29
  }
  CALL (v0, each) {
    MATCH (n30:Entity {id: each.v7})
    WHERE v0 >= 0
    CALL (n30, each) {
      MATCH q33 = (n30)-[*0..1]-(n34)
      WITH n34, each, min(length(q33)) AS d35 ORDER BY d35, n34.id LIMIT $p.v9
      RETURN collect({depth: d35, node: n34}) AS l32
    }
    WITH {reached: l32, types: each.v8} AS h31, each
    RETURN collect([COLLECT {
      UNWIND h31.reached AS m36
      WITH m36, m36.node AS n37, each
      WITH m36, n37, each, m36 {.`depth`} AS m36p ORDER BY m36.depth, n37.id
      RETURN [m36p.`depth`]
    }]) AS c38
  }
  RETURN collect([each.at, [head(c16), head(c29), head(c38)]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
