MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:`Person`)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n1)-[e2:`LEADS`]->(n3:`Group`)
      WHERE e2.`role` = $p.v0
    } AND n1.`id` IS NOT NULL
    WITH n1 ORDER BY n1.`id` LIMIT $p.v1
    RETURN collect([null, [[n1.`id`]]]) AS c4
  }
  RETURN [null, c4] AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n5:`Agent`)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n5)-[e6:`OWNS`]->(n7:`NamedThing`)
    } AND n5.`id` IS NOT NULL
    WITH n5 ORDER BY n5.`id` LIMIT $p.v2
    RETURN collect([null, [[n5.`id`]]]) AS c8
  }
  RETURN [null, c8] AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n9:`Person`)
    WHERE size(v0) = 2 AND (NOT EXISTS {
      MATCH (n9)-[e10:`LEADS`]->(n11:`Group`)
    } AND EXISTS {
      MATCH (n9)-[e12:`OWNS`]->(n13:`NamedThing`)
    }) AND n9.`id` IS NOT NULL
    WITH n9 ORDER BY n9.`id` LIMIT $p.v3
    RETURN collect([null, [[n9.`id`]]]) AS c14
  }
  RETURN [null, c14] AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n15:`Agent`)
    WHERE size(v0) = 2 AND (EXISTS {
      MATCH (n15)-[e16:`OWNS`]->(n17:`NamedThing`)
    } AND NOT EXISTS {
      MATCH (n15)-[e18:`OWNS`]->(n19:`NamedThing`)
      WHERE NOT coalesce(n19.`type` = $p.v4, false)
    }) AND n15.`id` IS NOT NULL
    WITH n15 ORDER BY n15.`id` LIMIT $p.v5
    RETURN collect([null, [[n15.`id`]]]) AS c20
  }
  RETURN [null, c20] AS r3
}
CALL (v0) {
  CALL (v0) {
    MATCH (n21:`Group`)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n21)<-[e22:`OWNS`]-(n23:`Agent`)
      WHERE e22.`share` < $p.v6
      WITH count(*) AS k24
      WHERE k24 = $p.v7
      RETURN k24
    } AND n21.`id` IS NOT NULL
    WITH n21 ORDER BY n21.`id` LIMIT $p.v8
    RETURN collect([null, [[n21.`id`]]]) AS c25
  }
  RETURN [null, c25] AS r4
}
CALL (v0) {
  CALL (v0) {
    MATCH (n26:`Group`)
    WHERE size(v0) = 2 AND (CASE WHEN n26.`off_range` IS NULL THEN COUNT { (n26)<-[:`OWNS`]-() } ELSE COUNT {
      MATCH (n26)<-[e0:`OWNS`]-(n0:`Agent`)
    } END >= $p.v9) AND n26.`id` IS NOT NULL
    WITH n26 ORDER BY n26.`id` LIMIT $p.v10
    RETURN collect([null, [[n26.`id`]]]) AS c27
  }
  RETURN [null, c27] AS r5
}
CALL (v0) {
  CALL (v0) {
    MATCH (n28:`Group`)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n28)<-[e29:`OWNS`]-(n30:`Agent`)
      WHERE e29.`share` IS NOT NULL
      WITH count(*) AS k31
      WHERE k31 = $p.v11
      RETURN k31
    } AND n28.`id` IS NOT NULL
    WITH n28 ORDER BY n28.`id` LIMIT $p.v12
    RETURN collect([null, [[n28.`id`]]]) AS c32
  }
  RETURN [null, c32] AS r6
}
CALL (v0) {
  CALL (v0) {
    MATCH (n33:`Group`)
    WHERE size(v0) = 2 AND (NOT EXISTS {
      MATCH (n33)<-[e34:`OWNS`]-(n35:`Agent`)
      WHERE (e34.`share` IS NOT NULL AND NOT coalesce(e34.`share` <= $p.v13, false))
    } AND EXISTS {
      MATCH (n33)<-[e36:`OWNS`]-(n37:`Agent`)
      WHERE e36.`share` IS NOT NULL
      WITH count(*) AS k38
      WHERE k38 > $p.v14
      RETURN k38
    }) AND n33.`id` IS NOT NULL
    WITH n33 ORDER BY n33.`id` LIMIT $p.v15
    RETURN collect([null, [[n33.`id`]]]) AS c39
  }
  RETURN [null, c39] AS r7
}
CALL (v0) {
  CALL (v0) {
    MATCH (n40:`Agent`)
    WHERE size(v0) = 2 AND (CASE WHEN n40.`off_range` IS NULL THEN COUNT { (n40)-[:`KNOWS`]-() } ELSE COUNT {
      MATCH (n40)-[e0:`KNOWS`]-(n0:`Agent`)
    } END = $p.v16) AND n40.`id` IS NOT NULL
    WITH n40 ORDER BY n40.`id` LIMIT $p.v17
    RETURN collect([null, [[n40.`id`]]]) AS c41
  }
  RETURN [null, c41] AS r8
}
CALL (v0) {
  CALL (v0) {
    MATCH (n42:`Group`)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n42)<-[e43:`LEADS`]-(n44:`Agent`)
      WHERE EXISTS {
        MATCH (n44)-[e45:`KNOWS`]-(n46:`Agent`)
        WHERE n46.`name` CONTAINS $p.v18
      }
    } AND n42.`id` IS NOT NULL
    WITH n42 ORDER BY n42.`id` LIMIT $p.v19
    RETURN collect([null, [[n42.`id`]]]) AS c47
  }
  RETURN [null, c47] AS r9
}
CALL (v0) {
  CALL (v0) {
    MATCH (n48:`Group`)
    WHERE size(v0) = 2 AND (EXISTS {
      MATCH (n48)<-[e49:`LEADS`]-(n50:`Agent`)
    } AND NOT EXISTS {
      MATCH (n48)<-[e51:`LEADS`]-(n52:`Agent`)
      WHERE NOT EXISTS {
        MATCH (n52)-[e53:`KNOWS`]-(n54:`Agent`)
      }
    }) AND n48.`id` IS NOT NULL
    WITH n48 ORDER BY n48.`id` LIMIT $p.v20
    RETURN collect([null, [[n48.`id`]]]) AS c55
  }
  RETURN [null, c55] AS r10
}
CALL (v0) {
  CALL (v0) {
    MATCH (n56:`Group`)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n56)<-[e57:`LEADS`]-(n58:`Agent`)
      WHERE (CASE WHEN n58.`off_range` IS NULL THEN COUNT { (n58)-[:`KNOWS`]-() } ELSE COUNT {
        MATCH (n58)-[e0:`KNOWS`]-(n0:`Agent`)
      } END > $p.v21)
      WITH count(*) AS k59
      WHERE k59 > $p.v22
      RETURN k59
    } AND n56.`id` IS NOT NULL
    WITH n56 ORDER BY n56.`id` LIMIT $p.v23
    RETURN collect([null, [[n56.`id`]]]) AS c60
  }
  RETURN [null, c60] AS r11
}
CALL (v0) {
  CALL (v0) {
    MATCH (n61:Entity)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n61)-[e62]-(n63:Entity)
      WHERE (n63.`id` STARTS WITH $p.v24 AND e62.`predicate` = $p.v25)
    } AND n61.`id` IS NOT NULL
    WITH n61 ORDER BY n61.`id` LIMIT $p.v26
    RETURN collect([null, [[n61.`id`]]]) AS c64
  }
  RETURN [null, c64] AS r12
}
CALL (v0) {
  CALL (v0) {
    MATCH (n65:Entity {id: $p.v27})
    WHERE size(v0) = 2 AND n65:`Group`
    CALL (n65) {
      MATCH (n65)<-[e69:`LEADS`]-(n70:`Agent`)
      WHERE (CASE WHEN n70.`off_range` IS NULL THEN COUNT { (n70)-[:`OWNS`]->() } ELSE COUNT {
        MATCH (n70)-[e0:`OWNS`]->(n0:`NamedThing`)
      } END IN $p.v28)
      RETURN count(*) AS c71
    }
    CALL (n65) {
      MATCH (n65)<-[e66:`LEADS`]-(n67:`Agent`)
      WHERE (CASE WHEN n67.`off_range` IS NULL THEN COUNT { (n67)-[:`OWNS`]->() } ELSE COUNT {
        MATCH (n67)-[e0:`OWNS`]->(n0:`NamedThing`)
      } END IN $p.v28)
      WITH e66, n67, n65 ORDER BY n67.`id`, e66.`id` LIMIT $p.v29
      RETURN collect([null, [[n67.`id`]]]) AS c68
    }
    CALL (n65) {
      MATCH (n65)-[e72]-(n73:Entity)
      WHERE n73.`type` IN $p.v30
      WITH e72, n73, n65 ORDER BY n73.`name__key` IS NULL, n73.`name__key` DESC, e72.`id` LIMIT $p.v31
      RETURN collect([null, [e72.`predicate`, [n73.`id`]]]) AS c74
    }
    RETURN collect([[c71, c68], [null, c74]]) AS c75
  }
  RETURN head(c75) AS r13
}
CALL (v0) {
  CALL (v0) {
    MATCH (n76:Entity)
    WHERE size(v0) = 2 AND (n76.`type` IN $p.v32 AND n76.`name` IS NOT NULL) AND n76.`id` IS NOT NULL
    WITH n76 ORDER BY n76.`id` LIMIT $p.v33
    RETURN collect([null, [[n76.`id`, n76.`type`]]]) AS c77
  }
  RETURN [null, c77] AS r14
}
CALL (r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14], v1] AS answer
