MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:`Person`)
    WHERE v0 >= 0 AND EXISTS {
      MATCH (n1)-[e3:`LEADS`]->(n4:`Group`)
      WHERE e3.`role` = each.v0
    } AND n1.`id` IS NOT NULL
    WITH n1, each ORDER BY n1.`id` LIMIT $p.v1
    RETURN collect([n1.`id`]) AS c2
  }
  CALL (v0, each) {
    MATCH (n5:`Agent`)
    WHERE v0 >= 0 AND EXISTS {
      MATCH (n5)-[e7:`OWNS`]->(n8:`NamedThing`)
    } AND n5.`id` IS NOT NULL
    WITH n5, each ORDER BY n5.`id` LIMIT $p.v2
    RETURN collect([n5.`id`]) AS c6
  }
  CALL (v0, each) {
    MATCH (n9:`Person`)
    WHERE v0 >= 0 AND (NOT EXISTS {
      MATCH (n9)-[e11:`LEADS`]->(n12:`Group`)
    } AND EXISTS {
      MATCH (n9)-[e13:`OWNS`]->(n14:`NamedThing`)
    }) AND n9.`id` IS NOT NULL
    WITH n9, each ORDER BY n9.`id` LIMIT $p.v3
    RETURN collect([n9.`id`]) AS c10
  }
  CALL (v0, each) {
    MATCH (n15:`Agent`)
    WHERE v0 >= 0 AND (EXISTS {
      MATCH (n15)-[e17:`OWNS`]->(n18:`NamedThing`)
    } AND NOT EXISTS {
      MATCH (n15)-[e19:`OWNS`]->(n20:`NamedThing`)
      WHERE NOT coalesce(n20.`type` = each.v4, false)
    }) AND n15.`id` IS NOT NULL
    WITH n15, each ORDER BY n15.`id` LIMIT $p.v5
    RETURN collect([n15.`id`]) AS c16
  }
  CALL (v0, each) {
    MATCH (n21:`Group`)
    WHERE v0 >= 0 AND EXISTS {
      CALL (n21, each) {
        MATCH (n21)<-[e23:`OWNS`]-(n24:`Agent`)
        WHERE e23.`share` < each.v6
        RETURN count(*) AS k25
      }
      WITH *
      WHERE k25 = each.v7
      RETURN k25
    } AND n21.`id` IS NOT NULL
    WITH n21, each ORDER BY n21.`id` LIMIT $p.v8
    RETURN collect([n21.`id`]) AS c22
  }
  CALL (v0, each) {
    MATCH (n26:`Group`)
    WHERE v0 >= 0 AND (CASE WHEN n26.`off_range` IS NULL THEN COUNT { (n26)<-[:`OWNS`]-() } ELSE COUNT {
      MATCH (n26)<-[e0:`OWNS`]-(n0:`Agent`)
    } END >= each.v9) AND n26.`id` IS NOT NULL
    WITH n26, each ORDER BY n26.`id` LIMIT $p.v10
    RETURN collect([n26.`id`]) AS c27
  }
  CALL (v0, each) {
    MATCH (n28:`Group`)
    WHERE v0 >= 0 AND EXISTS {
      CALL (n28, each) {
        MATCH (n28)<-[e30:`OWNS`]-(n31:`Agent`)
        WHERE e30.`share` IS NOT NULL
        RETURN count(*) AS k32
      }
      WITH *
      WHERE k32 = each.v11
      RETURN k32
    } AND n28.`id` IS NOT NULL
    WITH n28, each ORDER BY n28.`id` LIMIT $p.v12
    RETURN collect([n28.`id`]) AS c29
  }
  CALL (v0, each) {
    MATCH (n33:`Group`)
    WHERE v0 >= 0 AND (NOT EXISTS {
      MATCH (n33)<-[e35:`OWNS`]-(n36:`Agent`)
      WHERE (e35.`share` IS NOT NULL AND NOT coalesce(e35.`share` <= each.v13, false))
    } AND EXISTS {
      CALL (n33, each) {
        MATCH (n33)<-[e37:`OWNS`]-(n38:`Agent`)
        WHERE e37.`share` IS NOT NULL
        RETURN count(*) AS k39
      }
      WITH *
      WHERE k39 > each.v14
      RETURN k39
    }) AND n33.`id` IS NOT NULL
    WITH n33, each ORDER BY n33.`id` LIMIT $p.v15
    RETURN collect([n33.`id`]) AS c34
  }
  CALL (v0, each) {
    MATCH (n40:`Agent`)
    WHERE v0 >= 0 AND (CASE WHEN n40.`off_range` IS NULL THEN COUNT { (n40)-[:`KNOWS`]-() } ELSE COUNT {
      MATCH (n40)-[e0:`KNOWS`]-(n0:`Agent`)
    } END = each.v16) AND n40.`id` IS NOT NULL
    WITH n40, each ORDER BY n40.`id` LIMIT $p.v17
    RETURN collect([n40.`id`]) AS c41
  }
  CALL (v0, each) {
    MATCH (n42:`Group`)
    WHERE v0 >= 0 AND EXISTS {
      MATCH (n42)<-[e44:`LEADS`]-(n45:`Agent`)
      WHERE EXISTS {
        MATCH (n45)-[e46:`KNOWS`]-(n47:`Agent`)
        WHERE n47.`name` CONTAINS each.v18
      }
    } AND n42.`id` IS NOT NULL
    WITH n42, each ORDER BY n42.`id` LIMIT $p.v19
    RETURN collect([n42.`id`]) AS c43
  }
  CALL (v0, each) {
    MATCH (n48:`Group`)
    WHERE v0 >= 0 AND (EXISTS {
      MATCH (n48)<-[e50:`LEADS`]-(n51:`Agent`)
    } AND NOT EXISTS {
      MATCH (n48)<-[e52:`LEADS`]-(n53:`Agent`)
      WHERE NOT EXISTS {
        MATCH (n53)-[e54:`KNOWS`]-(n55:`Agent`)
      }
    }) AND n48.`id` IS NOT NULL
    WITH n48, each ORDER BY n48.`id` LIMIT $p.v20
    RETURN collect([n48.`id`]) AS c49
  }
  CALL (v0, each) {
    MATCH (n56:`Group`)
    WHERE v0 >= 0 AND EXISTS {
      CALL (n56, each) {
        MATCH (n56)<-[e58:`LEADS`]-(n59:`Agent`)
        WHERE (CASE WHEN n59.`off_range` IS NULL THEN COUNT { (n59)-[:`KNOWS`]-() } ELSE COUNT {
          MATCH (n59)-[e0:`KNOWS`]-(n0:`Agent`)
        } END > each.v21)
        RETURN count(*) AS k60
      }
      WITH *
      WHERE k60 > each.v22
      RETURN k60
    } AND n56.`id` IS NOT NULL
    WITH n56, each ORDER BY n56.`id` LIMIT $p.v23
    RETURN collect([n56.`id`]) AS c57
  }
  CALL (v0, each) {
    MATCH (n61:Entity)
    WHERE v0 >= 0 AND EXISTS {
      MATCH (n61)-[e63]-(n64:Entity)
      WHERE (n64.`id` STARTS WITH each.v24 AND e63.`predicate` = each.v25)
    } AND n61.`id` IS NOT NULL
    WITH n61, each ORDER BY n61.`id` LIMIT $p.v26
    RETURN collect([n61.`id`]) AS c62
  }
  CALL (v0, each) {
    MATCH (n65:`Group` {id: each.v27})
    WHERE v0 >= 0
    CALL (n65, each) {
      MATCH (n65)<-[e69:`LEADS`]-(n70:`Agent`)
      WHERE (CASE WHEN n70.`off_range` IS NULL THEN COUNT { (n70)-[:`OWNS`]->() } ELSE COUNT {
        MATCH (n70)-[e0:`OWNS`]->(n0:`NamedThing`)
      } END IN each.v28)
      RETURN count(*) AS c71
    }
    CALL (n65, each) {
      MATCH (n65)<-[e66:`LEADS`]-(n67:`Agent`)
      WHERE (CASE WHEN n67.`off_range` IS NULL THEN COUNT { (n67)-[:`OWNS`]->() } ELSE COUNT {
        MATCH (n67)-[e0:`OWNS`]->(n0:`NamedThing`)
      } END IN each.v28)
      WITH e66, n67, n65, each, e66 {.`id`} AS e66p, n67 {.`id`} AS n67p ORDER BY n67p.`id`, e66p.`id` LIMIT $p.v29
      RETURN collect([n67p.`id`]) AS c68
    }
    CALL (n65, each) {
      MATCH (n65)-[e72]-(n73:Entity)
      WHERE n73.`type` IN each.v30
      WITH e72, n73, n65, each, e72 {.`id`, .`predicate`} AS e72p, n73 {.`id`, .`name__key`} AS n73p ORDER BY n73p.`name__key` IS NULL, n73p.`name__key` DESC, e72p.`id` LIMIT $p.v31
      RETURN collect([e72p.`predicate`, n73p.`id`]) AS c74
    }
    RETURN collect([[c71, c68], [null, c74]]) AS c75
  }
  CALL (v0, each) {
    MATCH (n76:Entity)
    WHERE v0 >= 0 AND (n76.`type` IN each.v32 AND n76.`name` IS NOT NULL) AND n76.`id` IS NOT NULL
    WITH n76, each ORDER BY n76.`id` LIMIT $p.v33
    RETURN collect([n76.`id`, n76.`type`]) AS c77
  }
  RETURN collect([each.at, [[null, c2], [null, c6], [null, c10], [null, c16], [null, c22], [null, c27], [null, c29], [null, c34], [null, c41], [null, c43], [null, c49], [null, c57], [null, c62], head(c75), [null, c77]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
