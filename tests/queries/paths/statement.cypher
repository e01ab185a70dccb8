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
      WHERE length(p3) - length(q4) IN [0, 1] AND all(n IN nodes(p3) WHERE n <> n2 OR length(q4) = 0) AND all(n IN nodes(q4) WHERE n <> n1)
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
      WHERE length(p10) - length(q11) IN [0, 1] AND all(n IN nodes(p10) WHERE n <> n2 OR length(q11) = 0) AND all(n IN nodes(q11) WHERE n <> n1)
      WITH nodes(p10) + tail(nodes(q11)) AS l13, relationships(p10) + relationships(q11) AS l14
      WHERE all(i IN range(0, size(l14) - 1) WHERE NOT l13[i] IN l13[i + 1..])
      WITH l13, l14 ORDER BY size(l14), [e IN l14 | e.id] LIMIT $p.v2
      RETURN collect({length: size(l14), nodes: l13, edges: l14}) AS f15
    }
    WITH each, n1, n2, f9 + f15 AS f16
    UNWIND range(0, size(f16[..each.v2]) - 1) AS i17
    WITH i17, f16[i17] AS h18, each
    WITH h18, i17, each, h18 {.`length`} AS h18p ORDER BY i17
    CALL (h18, each) {
      UNWIND range(0, size(h18.`edges`) - 1) AS i21
      WITH i21, h18.`edges`[i21] AS x22, each
      WITH x22, i21, each, x22 {.`predicate`, .`rank`} AS x22p ORDER BY i21
      RETURN collect([x22p.`predicate`, x22p.`rank`, head(COLLECT {
        WITH startNode(x22) AS n23, each
        WITH n23, each, n23 {.`name`} AS n23p
        RETURN [n23p.`name`]
      }), head(COLLECT {
        WITH endNode(x22) AS n24, each
        WITH n24, each, n24 {.`name`} AS n24p
        RETURN [n24p.`name`]
      }), properties(x22), [COUNT {
        MATCH (s0:Statement)-[:REFERENCE]->(n0) USING INDEX SEEK s0:Statement(claim)
        WHERE s0.claim = x22.id
        RETURN DISTINCT n0
      }, []]]) AS c25
    }
    WITH * ORDER BY i17
    RETURN collect([h18p.`length`, COLLECT {
      UNWIND range(0, size(h18.`nodes`) - 1) AS i19
      WITH i19, h18.`nodes`[i19] AS x20, each
      WITH x20, i19, each, x20 {.`expertise`, .`type`} AS x20p ORDER BY i19
      RETURN [x20p.`type`, x20.`id`, x20.`id`, x20p.`expertise`]
    }, c25]) AS c26
  }
  CALL (v0, each) {
    MATCH (n27:Entity {id: each.v4})
    WHERE v0 >= 0
    MATCH (n28:Entity {id: each.v5})
    WHERE n27 <> n28
    CALL (n27, n28, each) {
      WITH n27, n28, each
      MATCH p29 = (n27)-[:`LEADS`|`OFFERS`|`PART_OF`*1..2]->(n31:Entity)
      MATCH q30 = (n31)-[:`LEADS`|`OFFERS`|`PART_OF`*0..1]->(n28)
      USING JOIN ON n31
      WHERE length(p29) - length(q30) IN [0, 1] AND all(n IN nodes(p29) WHERE n <> n28 OR length(q30) = 0) AND all(n IN nodes(q30) WHERE n <> n27)
      WITH nodes(p29) + tail(nodes(q30)) AS l32, relationships(p29) + relationships(q30) AS l33
      WHERE all(i IN range(0, size(l33) - 1) WHERE NOT l32[i] IN l32[i + 1..])
      WITH l32, l33 ORDER BY size(l33), [e IN l33 | e.id] LIMIT $p.v6
      RETURN collect({length: size(l33), nodes: l32, edges: l33}) AS f34
    }
    WITH each, n27, n28, [] + f34 AS f35
    CALL (n27, n28, f35, each) {
      WITH n27, n28, f35, each WHERE size(f35) < each.v6
      MATCH p36 = (n27)-[:`LEADS`|`OFFERS`|`PART_OF`*2..2]->(n38:Entity)
      MATCH q37 = (n38)-[:`LEADS`|`OFFERS`|`PART_OF`*2..2]->(n28)
      USING JOIN ON n38
      WHERE length(p36) - length(q37) IN [0, 1] AND all(n IN nodes(p36) WHERE n <> n28 OR length(q37) = 0) AND all(n IN nodes(q37) WHERE n <> n27)
      WITH nodes(p36) + tail(nodes(q37)) AS l39, relationships(p36) + relationships(q37) AS l40
      WHERE all(i IN range(0, size(l40) - 1) WHERE NOT l39[i] IN l39[i + 1..])
      WITH l39, l40 ORDER BY size(l40), [e IN l40 | e.id] LIMIT $p.v6
      RETURN collect({length: size(l40), nodes: l39, edges: l40}) AS f41
    }
    WITH each, n27, n28, f35 + f41 AS f42
    UNWIND range(0, size(f42[..each.v6]) - 1) AS i43
    WITH i43, f42[i43] AS h44, each
    WITH h44, i43, each ORDER BY i43
    CALL (h44, each) {
      UNWIND range(0, size(h44.`edges`) - 1) AS i47
      WITH i47, h44.`edges`[i47] AS x48, each
      WITH x48, i47, each ORDER BY i47
      CALL (x48, each) {
        MATCH (n49:Statement) USING INDEX SEEK n49:Statement(claim)
        WHERE n49.claim = x48.id
        WITH n49, each ORDER BY n49.`id` LIMIT $p.v7
        RETURN collect([n49.`id`]) AS c51
      }
      WITH * ORDER BY i47
      RETURN collect([[null, c51]]) AS c52
    }
    WITH * ORDER BY i43
    RETURN collect([COLLECT {
      UNWIND range(0, size(h44.`nodes`) - 1) AS i45
      WITH i45, h44.`nodes`[i45] AS x46, each
      WITH x46, i45, each, x46 {.`name`} AS x46p ORDER BY i45
      RETURN [x46p.`name`]
    }, c52]) AS c53
  }
  CALL (v0, each) {
    MATCH (n54:Entity {id: each.v8})
    WHERE v0 >= 0
    MATCH (n55:Entity {id: each.v9})
    WHERE n54 <> n55
    CALL (n54, n55, each) {
      WITH n54, n55, each
      MATCH p56 = (n54)-[:`EMPLOYS`|`OFFERS`|`PART_OF`*1..2]-(n58:Entity)
      MATCH q57 = (n58)-[:`EMPLOYS`|`OFFERS`|`PART_OF`*1..1]-(n55)
      USING JOIN ON n58
      WHERE length(p56) - length(q57) IN [0, 1] AND all(n IN nodes(p56) WHERE n <> n55 OR length(q57) = 0) AND all(n IN nodes(q57) WHERE n <> n54)
      WITH nodes(p56) + tail(nodes(q57)) AS l59, relationships(p56) + relationships(q57) AS l60
      WHERE all(i IN range(0, size(l60) - 1) WHERE NOT l59[i] IN l59[i + 1..]) AND all(i IN range(0, size(l60) - 1) WHERE (l60[i]:`EMPLOYS` AND startNode(l60[i]) = l59[i]) OR (l60[i]:`OFFERS`|`PART_OF` AND endNode(l60[i]) = l59[i]))
      WITH l59, l60 ORDER BY size(l60), [e IN l60 | e.id] LIMIT $p.v10
      RETURN collect({length: size(l60), nodes: l59, edges: l60}) AS f61
    }
    WITH each, n54, n55, [] + f61 AS f62
    CALL (n54, n55, f62, each) {
      WITH n54, n55, f62, each WHERE size(f62) < each.v10
      MATCH p63 = (n54)-[:`EMPLOYS`|`OFFERS`|`PART_OF`*2..2]-(n65:Entity)
      MATCH q64 = (n65)-[:`EMPLOYS`|`OFFERS`|`PART_OF`*2..2]-(n55)
      USING JOIN ON n65
      WHERE length(p63) - length(q64) IN [0, 1] AND all(n IN nodes(p63) WHERE n <> n55 OR length(q64) = 0) AND all(n IN nodes(q64) WHERE n <> n54)
      WITH nodes(p63) + tail(nodes(q64)) AS l66, relationships(p63) + relationships(q64) AS l67
      WHERE all(i IN range(0, size(l67) - 1) WHERE NOT l66[i] IN l66[i + 1..]) AND all(i IN range(0, size(l67) - 1) WHERE (l67[i]:`EMPLOYS` AND startNode(l67[i]) = l66[i]) OR (l67[i]:`OFFERS`|`PART_OF` AND endNode(l67[i]) = l66[i]))
      WITH l66, l67 ORDER BY size(l67), [e IN l67 | e.id] LIMIT $p.v10
      RETURN collect({length: size(l67), nodes: l66, edges: l67}) AS f68
    }
    WITH each, n54, n55, f62 + f68 AS f69
    UNWIND range(0, size(f69[..each.v10]) - 1) AS i70
    WITH i70, f69[i70] AS h71, each
    WITH h71, i70, each, h71 {.`length`} AS h71p ORDER BY i70
    RETURN collect([h71p.`length`]) AS c72
  }
  CALL (v0, each) {
    MATCH (n73:Entity {id: each.v11})
    WHERE v0 >= 0
    MATCH (n74:Entity {id: each.v12})
    WHERE n73 <> n74
    CALL (n73, n74, each) {
      WITH n73, n74, each
      MATCH p75 = (n73)-[*1..2]-(n77:Entity)
      MATCH q76 = (n77)-[*0..1]-(n74)
      USING JOIN ON n77
      WHERE length(p75) - length(q76) IN [0, 1] AND all(n IN nodes(p75) WHERE n <> n74 OR length(q76) = 0) AND all(n IN nodes(q76) WHERE n <> n73)
      WITH nodes(p75) + tail(nodes(q76)) AS l78, relationships(p75) + relationships(q76) AS l79
      WHERE all(i IN range(0, size(l79) - 1) WHERE NOT l78[i] IN l78[i + 1..])
      WITH l78, l79 ORDER BY size(l79), [e IN l79 | e.id] LIMIT $p.v13
      RETURN collect({length: size(l79), nodes: l78, edges: l79}) AS f80
    }
    WITH each, n73, n74, [] + f80 AS f81
    CALL (n73, n74, f81, each) {
      WITH n73, n74, f81, each WHERE size(f81) < each.v13
      MATCH p82 = (n73)-[*2..2]-(n84:Entity)
      MATCH q83 = (n84)-[*2..2]-(n74)
      USING JOIN ON n84
      WHERE length(p82) - length(q83) IN [0, 1] AND all(n IN nodes(p82) WHERE n <> n74 OR length(q83) = 0) AND all(n IN nodes(q83) WHERE n <> n73)
      WITH nodes(p82) + tail(nodes(q83)) AS l85, relationships(p82) + relationships(q83) AS l86
      WHERE all(i IN range(0, size(l86) - 1) WHERE NOT l85[i] IN l85[i + 1..])
      WITH l85, l86 ORDER BY size(l86), [e IN l86 | e.id] LIMIT $p.v13
      RETURN collect({length: size(l86), nodes: l85, edges: l86}) AS f87
    }
    WITH each, n73, n74, f81 + f87 AS f88
    UNWIND range(0, size(f88[..each.v13]) - 1) AS i89
    WITH i89, f88[i89] AS h90, each
    WITH h90, i89, each, h90 {.`length`} AS h90p ORDER BY i89
    RETURN collect([h90p.`length`]) AS c91
  }
  CALL (v0, each) {
    MATCH (n92:Entity {id: each.v14})
    WHERE v0 >= 0
    MATCH (n93:Entity {id: each.v15})
    WHERE n92 <> n93
    CALL (n92, n93, each) {
      WITH n92, n93, each
      MATCH p94 = (n92)-[*1..2]-(n96:Entity)
      MATCH q95 = (n96)-[*0..1]-(n93)
      USING JOIN ON n96
      WHERE length(p94) - length(q95) IN [0, 1] AND all(n IN nodes(p94) WHERE n <> n93 OR length(q95) = 0) AND all(n IN nodes(q95) WHERE n <> n92)
      WITH nodes(p94) + tail(nodes(q95)) AS l97, relationships(p94) + relationships(q95) AS l98
      WHERE all(i IN range(0, size(l98) - 1) WHERE NOT l97[i] IN l97[i + 1..])
      WITH l97, l98 ORDER BY size(l98), [e IN l98 | e.id] LIMIT $p.v16
      RETURN collect({length: size(l98), nodes: l97, edges: l98}) AS f99
    }
    WITH each, n92, n93, [] + f99 AS f100
    CALL (n92, n93, f100, each) {
      WITH n92, n93, f100, each WHERE size(f100) < each.v16
      MATCH p101 = (n92)-[*2..2]-(n103:Entity)
      MATCH q102 = (n103)-[*2..2]-(n93)
      USING JOIN ON n103
      WHERE length(p101) - length(q102) IN [0, 1] AND all(n IN nodes(p101) WHERE n <> n93 OR length(q102) = 0) AND all(n IN nodes(q102) WHERE n <> n92)
      WITH nodes(p101) + tail(nodes(q102)) AS l104, relationships(p101) + relationships(q102) AS l105
      WHERE all(i IN range(0, size(l105) - 1) WHERE NOT l104[i] IN l104[i + 1..])
      WITH l104, l105 ORDER BY size(l105), [e IN l105 | e.id] LIMIT $p.v16
      RETURN collect({length: size(l105), nodes: l104, edges: l105}) AS f106
    }
    WITH each, n92, n93, f100 + f106 AS f107
    UNWIND range(0, size(f107[..each.v16]) - 1) AS i108
    WITH i108, f107[i108] AS h109, each
    WITH h109, i108, each ORDER BY i108
    RETURN collect([]) AS c110
  }
  RETURN collect([each.at, [c26, c53, c72, c91, c110]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
