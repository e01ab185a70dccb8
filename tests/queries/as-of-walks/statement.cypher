MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:Entity {id: each.v0})
    WHERE v0 >= 0
    MATCH (n2:Entity {id: each.v1})
    WHERE n1 <> n2
    CALL (n1, n2, each) {
      WITH n1, n2, each
      MATCH p3 = (n1)-[*1..2]-(n5:Entity)
      MATCH q4 = (n5)-[*0..1]-(n2)
      USING JOIN ON n5
      WHERE length(p3) - length(q4) IN [0, 1] AND all(n IN nodes(p3) WHERE n <> n2 OR length(q4) = 0) AND all(n IN nodes(q4) WHERE n <> n1) AND all(r IN relationships(p3) WHERE coalesce(r.`valid__first` <= each.v4, true) AND coalesce(each.v3 <= r.`valid__last`, true)) AND all(r IN relationships(q4) WHERE coalesce(r.`valid__first` <= each.v4, true) AND coalesce(each.v3 <= r.`valid__last`, true))
      WITH nodes(p3) + tail(nodes(q4)) AS l6, relationships(p3) + relationships(q4) AS l7
      WHERE all(i IN range(0, size(l7) - 1) WHERE NOT l6[i] IN l6[i + 1..])
      WITH l6, l7 ORDER BY size(l7), [e IN l7 | e.id] LIMIT $p.v2
      RETURN collect({length: size(l7), nodes: l6, edges: l7}) AS f8
    }
    WITH each, n1, n2, [] + f8 AS f9
    CALL (n1, n2, f9, each) {
      WITH n1, n2, f9, each WHERE size(f9) < each.v2
      MATCH p10 = (n1)-[*2..2]-(n12:Entity)
      MATCH q11 = (n12)-[*2..2]-(n2)
      USING JOIN ON n12
      WHERE length(p10) - length(q11) IN [0, 1] AND all(n IN nodes(p10) WHERE n <> n2 OR length(q11) = 0) AND all(n IN nodes(q11) WHERE n <> n1) AND all(r IN relationships(p10) WHERE coalesce(r.`valid__first` <= each.v4, true) AND coalesce(each.v3 <= r.`valid__last`, true)) AND all(r IN relationships(q11) WHERE coalesce(r.`valid__first` <= each.v4, true) AND coalesce(each.v3 <= r.`valid__last`, true))
      WITH nodes(p10) + tail(nodes(q11)) AS l13, relationships(p10) + relationships(q11) AS l14
      WHERE all(i IN range(0, size(l14) - 1) WHERE NOT l13[i] IN l13[i + 1..])
      WITH l13, l14 ORDER BY size(l14), [e IN l14 | e.id] LIMIT $p.v2
      RETURN collect({length: size(l14), nodes: l13, edges: l14}) AS f15
    }
    WITH each, n1, n2, f9 + f15 AS f16
    UNWIND range(0, size(f16[..each.v2]) - 1) AS i17
    WITH i17, f16[i17] AS h18, each
    WITH h18, i17, each, h18 {.`length`} AS h18p ORDER BY i17
    RETURN collect([h18p.`length`, COLLECT {
      UNWIND range(0, size(h18.`nodes`) - 1) AS i19
      WITH i19, h18.`nodes`[i19] AS x20, each
      WITH x20, i19, each, x20 {.`name`} AS x20p ORDER BY i19
      RETURN [x20p.`name`]
    }, COLLECT {
      UNWIND range(0, size(h18.`edges`) - 1) AS i21
      WITH i21, h18.`edges`[i21] AS x22, each
      WITH x22, i21, each, x22 {.`predicate`} AS x22p ORDER BY i21
      RETURN [x22p.`predicate`]
    }]) AS c23
  }
  CALL (v0, each) {
    MATCH (n24:Entity {id: each.v5})
    WHERE v0 >= 0
    MATCH (n25:Entity {id: each.v6})
    WHERE n24 <> n25
    CALL (n24, n25, each) {
      WITH n24, n25, each
      MATCH p26 = (n24)-[:`LEADS`|`OFFERS`|`OWNS`*1..2]-(n28:Entity)
      MATCH q27 = (n28)-[:`LEADS`|`OFFERS`|`OWNS`*0..1]-(n25)
      USING JOIN ON n28
      WHERE length(p26) - length(q27) IN [0, 1] AND all(n IN nodes(p26) WHERE n <> n25 OR length(q27) = 0) AND all(n IN nodes(q27) WHERE n <> n24) AND all(r IN relationships(p26) WHERE coalesce(r.`valid__first` <= each.v10, true) AND coalesce(each.v9 <= r.`valid__last`, true)) AND all(r IN relationships(q27) WHERE coalesce(r.`valid__first` <= each.v10, true) AND coalesce(each.v9 <= r.`valid__last`, true))
      WITH nodes(p26) + tail(nodes(q27)) AS l29, relationships(p26) + relationships(q27) AS l30
      WHERE all(i IN range(0, size(l30) - 1) WHERE NOT l29[i] IN l29[i + 1..])
      WITH l29, l30 ORDER BY size(l30), [e IN l30 | e.id] LIMIT $p.v7
      RETURN collect({length: size(l30), nodes: l29, edges: l30}) AS f31
    }
    WITH each, n24, n25, [] + f31 AS f32
    CALL (n24, n25, f32, each) {
      WITH n24, n25, f32, each WHERE size(f32) < each.v7
      MATCH p33 = (n24)-[:`LEADS`|`OFFERS`|`OWNS`*2..3]-(n35:Entity)
      MATCH q34 = (n35)-[:`LEADS`|`OFFERS`|`OWNS`*2..2]-(n25)
      USING JOIN ON n35
      WHERE length(p33) - length(q34) IN [0, 1] AND all(n IN nodes(p33) WHERE n <> n25 OR length(q34) = 0) AND all(n IN nodes(q34) WHERE n <> n24) AND all(r IN relationships(p33) WHERE coalesce(r.`valid__first` <= each.v10, true) AND coalesce(each.v9 <= r.`valid__last`, true)) AND all(r IN relationships(q34) WHERE coalesce(r.`valid__first` <= each.v10, true) AND coalesce(each.v9 <= r.`valid__last`, true))
      WITH nodes(p33) + tail(nodes(q34)) AS l36, relationships(p33) + relationships(q34) AS l37
      WHERE all(i IN range(0, size(l37) - 1) WHERE NOT l36[i] IN l36[i + 1..])
      WITH l36, l37 ORDER BY size(l37), [e IN l37 | e.id] LIMIT $p.v7
      RETURN collect({length: size(l37), nodes: l36, edges: l37}) AS f38
    }
    WITH each, n24, n25, f32 + f38 AS f39
    UNWIND range(0, size(f39[..each.v7]) - 1) AS i40
    WITH i40, f39[i40] AS h41, each
    WITH h41, i40, each, h41 {.`length`} AS h41p ORDER BY i40
    RETURN collect([h41p.`length`, COLLECT {
      UNWIND range(0, size(h41.`edges`) - 1) AS i42
      WITH i42, h41.`edges`[i42] AS x43, each
      WITH x43, i42, each, x43 {.`predicate`} AS x43p ORDER BY i42
      RETURN [x43p.`predicate`, [COUNT {
        MATCH (n0:Statement) USING INDEX SEEK n0:Statement(claim)
        WHERE n0.claim = x43.id AND coalesce(n0.`valid__first` <= each.v10, true) AND coalesce(each.v9 <= n0.`valid__last`, true)
      }, []]]
    }]) AS c44
  }
  CALL (v0, each) {
    MATCH (n45:Entity {id: each.v11})
    WHERE v0 >= 0
    CALL (n45, each) {
      MATCH q48 = (n45)-[*0..2]-(n49)
      WHERE all(n IN nodes(q48) WHERE n = n45 OR n:`Organization`) AND all(r IN relationships(q48) WHERE coalesce(r.`valid__first` <= each.v15, true) AND coalesce(each.v14 <= r.`valid__last`, true))
      WITH n49, each, min(length(q48)) AS d50 ORDER BY d50, n49.id LIMIT $p.v13
      RETURN collect({depth: d50, node: n49}) AS l47
    }
    WITH {reached: l47, types: each.v12} AS h46, each
    CALL (h46, each) {
      WITH h46, [m IN h46.reached | m.node] AS l53, each
      UNWIND l53 AS n54
      MATCH (n54)-[e55]->(n56)
      WHERE n56 IN l53 AND coalesce(type(e55) IN h46.types, true) AND coalesce(e55.`valid__first` <= each.v15, true) AND coalesce(each.v14 <= e55.`valid__last`, true)
      WITH e55, each, e55 {.`predicate`} AS e55p ORDER BY e55.id
      RETURN collect([e55p.`predicate`, head(COLLECT {
        WITH startNode(e55) AS n57, each
        WITH n57, each, n57 {.`name`} AS n57p
        RETURN [n57p.`name`]
      }), head(COLLECT {
        WITH endNode(e55) AS n58, each
        WITH n58, each, n58 {.`name`} AS n58p
        RETURN [n58p.`name`]
      })]) AS c59
    }
    RETURN collect([COLLECT {
      UNWIND h46.reached AS m51
      WITH m51, m51.node AS n52, each
      WITH m51, n52, each, m51 {.`depth`} AS m51p, n52 {.`name`} AS n52p ORDER BY m51.depth, n52.id
      RETURN [m51p.`depth`, n52p.`name`]
    }, c59]) AS c60
  }
  CALL (v0, each) {
    MATCH (n61:Entity {id: each.v16})
    WHERE v0 >= 0
    WITH n61, each, n61 {.`type`} AS n61p
    CALL (n61, each) {
      MATCH q62 = (n61)<-[:`PART_OF`*1..]-(n63)
      WHERE n63 <> n61 AND all(r IN relationships(q62) WHERE coalesce(r.`valid__first` <= each.v20, true) AND coalesce(each.v19 <= r.`valid__last`, true))
      WITH n63, each, min(length(q62)) AS d64 ORDER BY d64, n63.id LIMIT $p.v17
      WITH {depth: d64} AS m65, n63, each
      WITH m65, n63, each, m65 {.`depth`} AS m65p, n63 {.`name`} AS n63p ORDER BY m65.depth, n63.id
      RETURN collect([m65p.`depth`, n63p.`name`, [COUNT {
        MATCH (n63)-[e0]-(n0:Entity)
        WHERE coalesce(e0.`valid__first` <= each.v20, true) AND coalesce(each.v19 <= e0.`valid__last`, true)
      }, []]]) AS c66
    }
    RETURN collect([n61p.`type`, c66]) AS c67
  }
  CALL (v0, each) {
    CALL (v0, each) {
      MATCH (n68:Entity {id: each.v21})
      WHERE v0 >= 0
      MATCH p76 = (n68)<-[:`OWNS`*0..]-(n69)
      WHERE all(r IN relationships(p76) WHERE coalesce(r.`valid__first` <= each.v25, true) AND coalesce(each.v24 <= r.`valid__last`, true))
      WITH DISTINCT n69, each
      MATCH (n69)<-[e70:`OWNS`]-(n71)
      WHERE coalesce(e70.`valid__first` <= each.v25, true) AND coalesce(each.v24 <= e70.`valid__last`, true)
      WITH n69, e70, n71 ORDER BY e70.id LIMIT 10001
      RETURN collect([n71.id, n69.id, e70.`share`]) AS l72, collect(DISTINCT n71) AS h73
    }
    CALL (h73, each) {
      UNWIND h73 AS n71
      WITH * ORDER BY n71.id
      RETURN collect([n71.id, [n71.`name`, [COUNT {
        MATCH (n71)-[e0]-(n0:Entity)
        WHERE coalesce(e0.`valid__first` <= each.v25, true) AND coalesce(each.v24 <= e0.`valid__last`, true)
      }, []]]]) AS l75
    }
    RETURN [l72, l75] AS c74
  }
  CALL (v0, each) {
    CALL db.index.fulltext.queryNodes('graphsvc_search', each.v26.query) YIELD node AS n77
    WHERE v0 >= 0 AND n77:Entity
    WITH {id: n77.id, matched: [w IN each.v26.words WHERE n77.search CONTAINS w.start | w.word], score: reduce(s = CASE n77.search__name WHEN each.v26.name THEN 1000 ELSE 0 END, w IN each.v26.words | s + CASE
      WHEN n77.search__name CONTAINS w.whole THEN 8
      WHEN n77.search__alias CONTAINS w.whole OR n77.search__name CONTAINS w.start THEN 4
      WHEN n77.search CONTAINS w.whole OR n77.search__alias CONTAINS w.start THEN 2
      WHEN n77.search CONTAINS w.start THEN 1
      ELSE 0 END)} AS m78, n77, each
    WITH m78, n77, each ORDER BY m78.`score` IS NULL, m78.`score` DESC, n77.`name__key`, m78.`id` LIMIT $p.v28
    WITH *, n77 {.`id`, .`type`} AS n77p ORDER BY m78.`score` IS NULL, m78.`score` DESC, n77.`name__key`, m78.`id`
    RETURN collect([n77p.`type`, n77p.`id`, n77p.`id`, CASE WHEN n77.`activities__valid_first` IS NULL THEN n77.`activities` ELSE nullIf(reduce(seen = [], value IN [i IN range(0, size(n77.`activities__valid_first`) - 1) WHERE n77.`activities__valid_first`[i] <= each.v30 AND each.v29 <= n77.`activities__valid_last`[i] | n77.`activities__valid_values`[i]] | CASE WHEN value IN seen THEN seen ELSE seen + value END), []) END, [COUNT {
      MATCH (n77)<-[e0:`LEADS`]-(n0:`Agent`)
      WHERE coalesce(e0.`valid__first` <= each.v30, true) AND coalesce(each.v29 <= e0.`valid__last`, true)
    }, []]]) AS c79
  }
  RETURN collect([each.at, [c23, c44, head(c60), head(c67), c74, [null, c79]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
