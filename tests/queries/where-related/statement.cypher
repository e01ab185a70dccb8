MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:`Person`)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n1)-[e2:`LEADS`]->(n3:`Group`)
      WHERE e2.`role` = $p.v0
    }
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
    }
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
    })
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
    })
    WITH n15 ORDER BY n15.`id` LIMIT $p.v5
    RETURN collect([null, [[n15.`id`]]]) AS c20
  }
  RETURN [null, c20] AS r3
}
CALL (v0) {
  CALL (v0) {
    MATCH (n21:`Group`)
    WHERE size(v0) = 2 AND COUNT {
      MATCH (n21)<-[e22:`OWNS`]-(n23:`Agent`)
      WHERE e22.`share` < $p.v6
    } = $p.v7
    WITH n21 ORDER BY n21.`id` LIMIT $p.v8
    RETURN collect([null, [[n21.`id`]]]) AS c24
  }
  RETURN [null, c24] AS r4
}
CALL (v0) {
  CALL (v0) {
    MATCH (n25:`Group`)
    WHERE size(v0) = 2 AND COUNT {
      MATCH (n25)<-[e26:`OWNS`]-(n27:`Agent`)
    } >= $p.v9
    WITH n25 ORDER BY n25.`id` LIMIT $p.v10
    RETURN collect([null, [[n25.`id`]]]) AS c28
  }
  RETURN [null, c28] AS r5
}
CALL (v0) {
  CALL (v0) {
    MATCH (n29:`Group`)
    WHERE size(v0) = 2 AND COUNT {
      MATCH (n29)<-[e30:`OWNS`]-(n31:`Agent`)
      WHERE NOT coalesce(e30.`share` IS NULL, false)
    } = $p.v11
    WITH n29 ORDER BY n29.`id` LIMIT $p.v12
    RETURN collect([null, [[n29.`id`]]]) AS c32
  }
  RETURN [null, c32] AS r6
}
CALL (v0) {
  CALL (v0) {
    MATCH (n33:`Group`)
    WHERE size(v0) = 2 AND (NOT EXISTS {
      MATCH (n33)<-[e34:`OWNS`]-(n35:`Agent`)
      WHERE (NOT coalesce(e34.`share` IS NULL, false) AND NOT coalesce(e34.`share` <= $p.v13, false))
    } AND COUNT {
      MATCH (n33)<-[e36:`OWNS`]-(n37:`Agent`)
      WHERE NOT coalesce(e36.`share` IS NULL, false)
    } > $p.v14)
    WITH n33 ORDER BY n33.`id` LIMIT $p.v15
    RETURN collect([null, [[n33.`id`]]]) AS c38
  }
  RETURN [null, c38] AS r7
}
CALL (v0) {
  CALL (v0) {
    MATCH (n39:`Agent`)
    WHERE size(v0) = 2 AND COUNT {
      MATCH (n39)-[e40:`KNOWS`]-(n41:`Agent`)
    } = $p.v16
    WITH n39 ORDER BY n39.`id` LIMIT $p.v17
    RETURN collect([null, [[n39.`id`]]]) AS c42
  }
  RETURN [null, c42] AS r8
}
CALL (v0) {
  CALL (v0) {
    MATCH (n43:`Group`)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n43)<-[e44:`LEADS`]-(n45:`Agent`)
      WHERE EXISTS {
        MATCH (n45)-[e46:`KNOWS`]-(n47:`Agent`)
        WHERE n47.`name` CONTAINS $p.v18
      }
    }
    WITH n43 ORDER BY n43.`id` LIMIT $p.v19
    RETURN collect([null, [[n43.`id`]]]) AS c48
  }
  RETURN [null, c48] AS r9
}
CALL (v0) {
  CALL (v0) {
    MATCH (n49:`Group`)
    WHERE size(v0) = 2 AND (EXISTS {
      MATCH (n49)<-[e50:`LEADS`]-(n51:`Agent`)
    } AND NOT EXISTS {
      MATCH (n49)<-[e52:`LEADS`]-(n53:`Agent`)
      WHERE NOT EXISTS {
        MATCH (n53)-[e54:`KNOWS`]-(n55:`Agent`)
      }
    })
    WITH n49 ORDER BY n49.`id` LIMIT $p.v20
    RETURN collect([null, [[n49.`id`]]]) AS c56
  }
  RETURN [null, c56] AS r10
}
CALL (v0) {
  CALL (v0) {
    MATCH (n57:`Group`)
    WHERE size(v0) = 2 AND COUNT {
      MATCH (n57)<-[e58:`LEADS`]-(n59:`Agent`)
      WHERE COUNT {
        MATCH (n59)-[e60:`KNOWS`]-(n61:`Agent`)
      } > $p.v21
    } > $p.v22
    WITH n57 ORDER BY n57.`id` LIMIT $p.v23
    RETURN collect([null, [[n57.`id`]]]) AS c62
  }
  RETURN [null, c62] AS r11
}
CALL (v0) {
  CALL (v0) {
    MATCH (n63:Entity)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n63)-[e64]-(n65:Entity)
      WHERE (n65.`id` STARTS WITH $p.v24 AND e64.`predicate` = $p.v25)
    }
    WITH n63 ORDER BY n63.`id` LIMIT $p.v26
    RETURN collect([null, [[n63.`id`]]]) AS c66
  }
  RETURN [null, c66] AS r12
}
CALL (v0) {
  CALL (v0) {
    MATCH (n67:Entity {id: $p.v27})
    WHERE size(v0) = 2 AND n67:`Group`
    CALL (n67) {
      MATCH (n67)<-[e68:`LEADS`]-(n69:`Agent`)
      WHERE COUNT {
        MATCH (n69)-[e70:`OWNS`]->(n71:`NamedThing`)
      } IN $p.v28
      WITH e68, n69, n67 ORDER BY n69.`id`, e68.`id` LIMIT $p.v29
      RETURN collect([null, [[n69.`id`]]]) AS c72
    }
    CALL (n67) {
      MATCH (n67)-[e77]-(n78:Entity)
      WHERE n78.`type` IN $p.v30
      WITH e77, n78, n67 ORDER BY n78.`name__key` IS NULL, n78.`name__key` DESC, e77.`id` LIMIT $p.v31
      RETURN collect([null, [e77.`predicate`, [n78.`id`]]]) AS c79
    }
    RETURN collect([[COUNT {
      MATCH (n67)<-[e73:`LEADS`]-(n74:`Agent`)
      WHERE COUNT {
        MATCH (n74)-[e75:`OWNS`]->(n76:`NamedThing`)
      } IN $p.v28
    }, c72], [null, c79]]) AS c80
  }
  RETURN head(c80) AS r13
}
CALL (v0) {
  CALL (v0) {
    MATCH (n81:Entity)
    WHERE size(v0) = 2 AND (n81.`type` IN $p.v32 AND NOT coalesce(n81.`name` IS NULL, false))
    WITH n81 ORDER BY n81.`id` LIMIT $p.v33
    RETURN collect([null, [[n81.`id`, n81.`type`]]]) AS c82
  }
  RETURN [null, c82] AS r14
}
CALL (r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14], v1] AS answer
