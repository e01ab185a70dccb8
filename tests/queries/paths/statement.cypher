MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Entity {id: $p.v0})
    WHERE size(v0) = 2
    MATCH (n2:Entity {id: $p.v1})
    WHERE n1 <> n2
    CALL (n1, n2) {
      WITH n1, n2
      MATCH p3 = (n1)-[*1..2]-(n5:Entity)
      MATCH q4 = (n5)-[*0..1]-(n2)
      USING JOIN ON n5
      WHERE length(p3) - length(q4) IN [0, 1] AND all(n IN nodes(p3) WHERE n <> n2 OR length(q4) = 0) AND all(n IN nodes(q4) WHERE n <> n1)
      WITH nodes(p3) + tail(nodes(q4)) AS l6, relationships(p3) + relationships(q4) AS l7
      WHERE all(i IN range(0, size(l7) - 1) WHERE NOT l6[i] IN l6[i + 1..])
      WITH l6, l7 ORDER BY size(l7), [e IN l7 | e.id] LIMIT $p.v2
      RETURN collect({length: size(l7), nodes: l6, edges: l7}) AS f8
    }
    WITH n1, n2, [] + f8 AS f9
    CALL (n1, n2, f9) {
      WITH n1, n2, f9 WHERE size(f9) < $p.v2
      MATCH p10 = (n1)-[*2..2]-(n12:Entity)
      MATCH q11 = (n12)-[*2..2]-(n2)
      USING JOIN ON n12
      WHERE length(p10) - length(q11) IN [0, 1] AND all(n IN nodes(p10) WHERE n <> n2 OR length(q11) = 0) AND all(n IN nodes(q11) WHERE n <> n1)
      WITH nodes(p10) + tail(nodes(q11)) AS l13, relationships(p10) + relationships(q11) AS l14
      WHERE all(i IN range(0, size(l14) - 1) WHERE NOT l13[i] IN l13[i + 1..])
      WITH l13, l14 ORDER BY size(l14), [e IN l14 | e.id] LIMIT $p.v2
      RETURN collect({length: size(l14), nodes: l13, edges: l14}) AS f15
    }
    WITH n1, n2, f9 + f15 AS f16
    UNWIND range(0, size(f16[..$p.v2]) - 1) AS i17
    WITH i17, f16[i17] AS h18
    WITH h18, i17 ORDER BY i17
    CALL (h18, i17) {
      UNWIND range(0, size(h18.`edges`) - 1) AS i21
      WITH i21, h18.`edges`[i21] AS x22
      WITH x22, i21 ORDER BY i21
      WITH * ORDER BY i21
      RETURN collect([x22.`predicate`, x22.`rank`, head(COLLECT {
        WITH startNode(x22) AS n23
        RETURN [n23.`name`]
      }), head(COLLECT {
        WITH endNode(x22) AS n24
        RETURN [n24.`name`]
      }), properties(x22), [COUNT {
        MATCH (s26:Statement)-[:REFERENCE]->(n25:Document) USING INDEX SEEK s26:Statement(claim)
        WHERE s26.claim = x22.id
        RETURN DISTINCT n25
      }, []]]) AS c27
    }
    WITH * ORDER BY i17
    RETURN collect([h18.`length`, COLLECT {
      UNWIND range(0, size(h18.`nodes`) - 1) AS i19
      WITH i19, h18.`nodes`[i19] AS x20
      WITH x20, i19 ORDER BY i19
      RETURN [x20.`type`, x20.`id`, x20.`id`, x20.`expertise`]
    }, c27]) AS c28
  }
  RETURN c28 AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n29:Entity {id: $p.v4})
    WHERE size(v0) = 2
    MATCH (n30:Entity {id: $p.v5})
    WHERE n29 <> n30
    CALL (n29, n30) {
      WITH n29, n30
      MATCH p31 = (n29)-[:`LEADS`|`OFFERS`|`PART_OF`*1..2]->(n33:Entity)
      MATCH q32 = (n33)-[:`LEADS`|`OFFERS`|`PART_OF`*0..1]->(n30)
      USING JOIN ON n33
      WHERE length(p31) - length(q32) IN [0, 1] AND all(n IN nodes(p31) WHERE n <> n30 OR length(q32) = 0) AND all(n IN nodes(q32) WHERE n <> n29)
      WITH nodes(p31) + tail(nodes(q32)) AS l34, relationships(p31) + relationships(q32) AS l35
      WHERE all(i IN range(0, size(l35) - 1) WHERE NOT l34[i] IN l34[i + 1..])
      WITH l34, l35 ORDER BY size(l35), [e IN l35 | e.id] LIMIT $p.v6
      RETURN collect({length: size(l35), nodes: l34, edges: l35}) AS f36
    }
    WITH n29, n30, [] + f36 AS f37
    CALL (n29, n30, f37) {
      WITH n29, n30, f37 WHERE size(f37) < $p.v6
      MATCH p38 = (n29)-[:`LEADS`|`OFFERS`|`PART_OF`*2..2]->(n40:Entity)
      MATCH q39 = (n40)-[:`LEADS`|`OFFERS`|`PART_OF`*2..2]->(n30)
      USING JOIN ON n40
      WHERE length(p38) - length(q39) IN [0, 1] AND all(n IN nodes(p38) WHERE n <> n30 OR length(q39) = 0) AND all(n IN nodes(q39) WHERE n <> n29)
      WITH nodes(p38) + tail(nodes(q39)) AS l41, relationships(p38) + relationships(q39) AS l42
      WHERE all(i IN range(0, size(l42) - 1) WHERE NOT l41[i] IN l41[i + 1..])
      WITH l41, l42 ORDER BY size(l42), [e IN l42 | e.id] LIMIT $p.v6
      RETURN collect({length: size(l42), nodes: l41, edges: l42}) AS f43
    }
    WITH n29, n30, f37 + f43 AS f44
    UNWIND range(0, size(f44[..$p.v6]) - 1) AS i45
    WITH i45, f44[i45] AS h46
    WITH h46, i45 ORDER BY i45
    CALL (h46, i45) {
      UNWIND range(0, size(h46.`edges`) - 1) AS i49
      WITH i49, h46.`edges`[i49] AS x50
      WITH x50, i49 ORDER BY i49
      CALL (x50, i49) {
        MATCH (n51:Statement) USING INDEX SEEK n51:Statement(claim)
        WHERE n51.claim = x50.id
        WITH n51 ORDER BY n51.`id` LIMIT $p.v7
        RETURN collect([null, [[n51.`id`]]]) AS c53
      }
      WITH * ORDER BY i49
      RETURN collect([[null, c53]]) AS c54
    }
    WITH * ORDER BY i45
    RETURN collect([COLLECT {
      UNWIND range(0, size(h46.`nodes`) - 1) AS i47
      WITH i47, h46.`nodes`[i47] AS x48
      WITH x48, i47 ORDER BY i47
      RETURN [x48.`name`]
    }, c54]) AS c55
  }
  RETURN c55 AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n56:Entity {id: $p.v8})
    WHERE size(v0) = 2
    MATCH (n57:Entity {id: $p.v9})
    WHERE n56 <> n57
    CALL (n56, n57) {
      WITH n56, n57
      MATCH p58 = (n56)-[:`EMPLOYS`|`OFFERS`|`PART_OF`*1..2]-(n60:Entity)
      MATCH q59 = (n60)-[:`EMPLOYS`|`OFFERS`|`PART_OF`*1..1]-(n57)
      USING JOIN ON n60
      WHERE length(p58) - length(q59) IN [0, 1] AND all(n IN nodes(p58) WHERE n <> n57 OR length(q59) = 0) AND all(n IN nodes(q59) WHERE n <> n56)
      WITH nodes(p58) + tail(nodes(q59)) AS l61, relationships(p58) + relationships(q59) AS l62
      WHERE all(i IN range(0, size(l62) - 1) WHERE NOT l61[i] IN l61[i + 1..]) AND all(i IN range(0, size(l62) - 1) WHERE (l62[i]:`EMPLOYS` AND startNode(l62[i]) = l61[i]) OR (l62[i]:`OFFERS`|`PART_OF` AND endNode(l62[i]) = l61[i]))
      WITH l61, l62 ORDER BY size(l62), [e IN l62 | e.id] LIMIT $p.v10
      RETURN collect({length: size(l62), nodes: l61, edges: l62}) AS f63
    }
    WITH n56, n57, [] + f63 AS f64
    CALL (n56, n57, f64) {
      WITH n56, n57, f64 WHERE size(f64) < $p.v10
      MATCH p65 = (n56)-[:`EMPLOYS`|`OFFERS`|`PART_OF`*2..2]-(n67:Entity)
      MATCH q66 = (n67)-[:`EMPLOYS`|`OFFERS`|`PART_OF`*2..2]-(n57)
      USING JOIN ON n67
      WHERE length(p65) - length(q66) IN [0, 1] AND all(n IN nodes(p65) WHERE n <> n57 OR length(q66) = 0) AND all(n IN nodes(q66) WHERE n <> n56)
      WITH nodes(p65) + tail(nodes(q66)) AS l68, relationships(p65) + relationships(q66) AS l69
      WHERE all(i IN range(0, size(l69) - 1) WHERE NOT l68[i] IN l68[i + 1..]) AND all(i IN range(0, size(l69) - 1) WHERE (l69[i]:`EMPLOYS` AND startNode(l69[i]) = l68[i]) OR (l69[i]:`OFFERS`|`PART_OF` AND endNode(l69[i]) = l68[i]))
      WITH l68, l69 ORDER BY size(l69), [e IN l69 | e.id] LIMIT $p.v10
      RETURN collect({length: size(l69), nodes: l68, edges: l69}) AS f70
    }
    WITH n56, n57, f64 + f70 AS f71
    UNWIND range(0, size(f71[..$p.v10]) - 1) AS i72
    WITH i72, f71[i72] AS h73
    WITH h73, i72 ORDER BY i72
    WITH * ORDER BY i72
    RETURN collect([h73.`length`]) AS c74
  }
  RETURN c74 AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n75:Entity {id: $p.v11})
    WHERE size(v0) = 2
    MATCH (n76:Entity {id: $p.v12})
    WHERE n75 <> n76
    CALL (n75, n76) {
      WITH n75, n76
      MATCH p77 = (n75)-[*1..2]-(n79:Entity)
      MATCH q78 = (n79)-[*0..1]-(n76)
      USING JOIN ON n79
      WHERE length(p77) - length(q78) IN [0, 1] AND all(n IN nodes(p77) WHERE n <> n76 OR length(q78) = 0) AND all(n IN nodes(q78) WHERE n <> n75)
      WITH nodes(p77) + tail(nodes(q78)) AS l80, relationships(p77) + relationships(q78) AS l81
      WHERE all(i IN range(0, size(l81) - 1) WHERE NOT l80[i] IN l80[i + 1..])
      WITH l80, l81 ORDER BY size(l81), [e IN l81 | e.id] LIMIT $p.v13
      RETURN collect({length: size(l81), nodes: l80, edges: l81}) AS f82
    }
    WITH n75, n76, [] + f82 AS f83
    CALL (n75, n76, f83) {
      WITH n75, n76, f83 WHERE size(f83) < $p.v13
      MATCH p84 = (n75)-[*2..2]-(n86:Entity)
      MATCH q85 = (n86)-[*2..2]-(n76)
      USING JOIN ON n86
      WHERE length(p84) - length(q85) IN [0, 1] AND all(n IN nodes(p84) WHERE n <> n76 OR length(q85) = 0) AND all(n IN nodes(q85) WHERE n <> n75)
      WITH nodes(p84) + tail(nodes(q85)) AS l87, relationships(p84) + relationships(q85) AS l88
      WHERE all(i IN range(0, size(l88) - 1) WHERE NOT l87[i] IN l87[i + 1..])
      WITH l87, l88 ORDER BY size(l88), [e IN l88 | e.id] LIMIT $p.v13
      RETURN collect({length: size(l88), nodes: l87, edges: l88}) AS f89
    }
    WITH n75, n76, f83 + f89 AS f90
    UNWIND range(0, size(f90[..$p.v13]) - 1) AS i91
    WITH i91, f90[i91] AS h92
    WITH h92, i91 ORDER BY i91
    WITH * ORDER BY i91
    RETURN collect([h92.`length`]) AS c93
  }
  RETURN c93 AS r3
}
CALL (v0) {
  CALL (v0) {
    MATCH (n94:Entity {id: $p.v14})
    WHERE size(v0) = 2
    MATCH (n95:Entity {id: $p.v15})
    WHERE n94 <> n95
    CALL (n94, n95) {
      WITH n94, n95
      MATCH p96 = (n94)-[*1..2]-(n98:Entity)
      MATCH q97 = (n98)-[*0..1]-(n95)
      USING JOIN ON n98
      WHERE length(p96) - length(q97) IN [0, 1] AND all(n IN nodes(p96) WHERE n <> n95 OR length(q97) = 0) AND all(n IN nodes(q97) WHERE n <> n94)
      WITH nodes(p96) + tail(nodes(q97)) AS l99, relationships(p96) + relationships(q97) AS l100
      WHERE all(i IN range(0, size(l100) - 1) WHERE NOT l99[i] IN l99[i + 1..])
      WITH l99, l100 ORDER BY size(l100), [e IN l100 | e.id] LIMIT $p.v16
      RETURN collect({length: size(l100), nodes: l99, edges: l100}) AS f101
    }
    WITH n94, n95, [] + f101 AS f102
    CALL (n94, n95, f102) {
      WITH n94, n95, f102 WHERE size(f102) < $p.v16
      MATCH p103 = (n94)-[*2..2]-(n105:Entity)
      MATCH q104 = (n105)-[*2..2]-(n95)
      USING JOIN ON n105
      WHERE length(p103) - length(q104) IN [0, 1] AND all(n IN nodes(p103) WHERE n <> n95 OR length(q104) = 0) AND all(n IN nodes(q104) WHERE n <> n94)
      WITH nodes(p103) + tail(nodes(q104)) AS l106, relationships(p103) + relationships(q104) AS l107
      WHERE all(i IN range(0, size(l107) - 1) WHERE NOT l106[i] IN l106[i + 1..])
      WITH l106, l107 ORDER BY size(l107), [e IN l107 | e.id] LIMIT $p.v16
      RETURN collect({length: size(l107), nodes: l106, edges: l107}) AS f108
    }
    WITH n94, n95, f102 + f108 AS f109
    UNWIND range(0, size(f109[..$p.v16]) - 1) AS i110
    WITH i110, f109[i110] AS h111
    WITH h111, i110 ORDER BY i110
    WITH * ORDER BY i110
    RETURN collect([null]) AS c112
  }
  RETURN c112 AS r4
}
CALL (r0, r1, r2, r3, r4) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3, r4]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3, r4], v1] AS answer
