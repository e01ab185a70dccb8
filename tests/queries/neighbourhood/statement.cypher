MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Entity {id: $p.v0})
    WHERE size(v0) = 2
    CALL (n1) {
      MATCH q4 = (n1)-[*0..2]-(n5)
      WHERE all(n IN nodes(q4) WHERE n = n1 OR n:`Organization` OR n:`Product`)
      WITH n5, min(length(q4)) AS d6 ORDER BY d6, n5.id LIMIT $p.v2
      RETURN collect({depth: d6, node: n5}) AS l3
    }
    WITH {reached: l3, types: $p.v1} AS h2
    CALL (h2) {
      WITH h2, [m IN h2.reached | m.node] AS l9
      UNWIND l9 AS n10
      MATCH (n10)-[e11]->(n12)
      WHERE n12 IN l9 AND coalesce(type(e11) IN h2.types, true)
      WITH e11 ORDER BY e11.id
      WITH * ORDER BY e11.id
      RETURN collect([e11.`predicate`, head(COLLECT {
        WITH startNode(e11) AS n13
        RETURN [n13.`id`]
      }), head(COLLECT {
        WITH endNode(e11) AS n14
        RETURN [n14.`id`]
      })]) AS c15
    }
    RETURN collect([COLLECT {
      UNWIND h2.reached AS m7
      WITH m7, m7.node AS n8
      WITH m7, n8 ORDER BY m7.depth, n8.id
      RETURN [m7.`depth`, [n8.`type`, null, n8.`name`]]
    }, c15]) AS c16
  }
  RETURN head(c16) AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n17:Entity {id: $p.v3})
    WHERE size(v0) = 2
    CALL (n17) {
      MATCH q20 = (n17)-[:`POWERS`*0..1]-(n21)
      WITH n21, min(length(q20)) AS d22 ORDER BY d22, n21.id LIMIT $p.v5
      RETURN collect({depth: d22, node: n21}) AS l19
    }
    WITH {reached: l19, types: $p.v4} AS h18
    RETURN collect([COLLECT {
      UNWIND h18.reached AS m23
      WITH m23, m23.node AS n24
      WITH m23, n24 ORDER BY m23.depth, n24.id
      RETURN [m23.`depth`, [n24.`id`]]
    }, COLLECT {
      WITH h18, [m IN h18.reached | m.node] AS l25
      UNWIND l25 AS n26
      MATCH (n26)-[e27]->(n28)
      WHERE n28 IN l25 AND coalesce(type(e27) IN h18.types, true)
      WITH e27 ORDER BY e27.id
      RETURN [e27.`predicate`, e27.`contested`, properties(e27), [COUNT {
        MATCH (n0:Statement) USING INDEX SEEK n0:Statement(claim)
        WHERE n0.claim = e27.id
      }, []]]
    }]) AS c29
  }
  RETURN head(c29) AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n30:Entity {id: $p.v7})
    WHERE size(v0) = 2
    CALL (n30) {
      MATCH q33 = (n30)-[*0..1]-(n34)
      WITH n34, min(length(q33)) AS d35 ORDER BY d35, n34.id LIMIT $p.v9
      RETURN collect({depth: d35, node: n34}) AS l32
    }
    WITH {reached: l32, types: $p.v8} AS h31
    RETURN collect([COLLECT {
      UNWIND h31.reached AS m36
      WITH m36, m36.node AS n37
      WITH m36, n37 ORDER BY m36.depth, n37.id
      RETURN [m36.`depth`]
    }]) AS c38
  }
  RETURN head(c38) AS r2
}
CALL (r0, r1, r2) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2], v1] AS answer
