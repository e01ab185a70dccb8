MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:`Group` {id: each.v0})
    WHERE v0 >= 0
    CALL (n1, each) {
      MATCH (n1)<-[e2:`LEADS`]-(n3:`Agent`)
      WHERE EXISTS {
        MATCH (s6:Statement)-[:REFERENCE]->(n5) USING INDEX SEEK s6:Statement(claim)
        WHERE s6.claim = e2.id AND n5.`id` = each.v1
      }
      WITH e2, n3, n1, each, e2 {.`since`} AS e2p, n3 {.`id`} AS n3p ORDER BY n3p.`id`, e2.`id` LIMIT $p.v2
      RETURN collect([e2p.`since`]) AS c4
    }
    CALL (n1, each) {
      MATCH (n1)<-[e7:`LEADS`]-(n8:`Agent`)
      WHERE (COUNT {
        MATCH (s0:Statement)-[:REFERENCE]->(n0) USING INDEX SEEK s0:Statement(claim)
        WHERE s0.claim = e7.id
        RETURN DISTINCT n0
      } >= each.v3)
      WITH e7, n8, n1, each, n8 {.`id`} AS n8p ORDER BY n8p.`id`, e7.`id` LIMIT $p.v5
      RETURN collect([[COUNT {
        MATCH (s0:Statement)-[:REFERENCE]->(n0) USING INDEX SEEK s0:Statement(claim)
        WHERE s0.claim = e7.id
        RETURN DISTINCT n0
      }, []]]) AS c9
    }
    CALL (n1, each) {
      MATCH (n1)-[e10]-(n11:Entity)
      WHERE EXISTS {
        MATCH (s14:Statement)-[:REFERENCE]->(n13) USING INDEX SEEK s14:Statement(claim)
        WHERE s14.claim = e10.id AND n13.`published__min` >= each.v6
      }
      WITH e10, n11, n1, each, e10 {.`predicate`} AS e10p, n11 {.`id`} AS n11p ORDER BY n11p.`id`, e10.`id` LIMIT $p.v7
      RETURN collect([e10p.`predicate`, n11p.`id`]) AS c12
    }
    CALL (n1, each) {
      MATCH (n1)<-[e15:`LEADS`]-(n16:`Agent`)
      WHERE (COUNT {
        MATCH (n0:Statement) USING INDEX SEEK n0:Statement(claim)
        WHERE n0.claim = e15.id
      } > each.v8)
      RETURN count(*) AS c17
    }
    RETURN collect([[null, c4], [null, c9], [null, c12], [c17, []]]) AS c18
  }
  CALL (v0, each) {
    MATCH (n19:Entity)
    WHERE v0 >= 0 AND EXISTS {
      MATCH (s22:Statement)-[:REFERENCE]->(n21)
      WHERE (s22.subject = n19.id OR s22.object = n19.id) AND n21.`publisher` IS NOT NULL
    } AND n19.`id` IS NOT NULL
    WITH n19, each ORDER BY n19.`id` LIMIT $p.v10
    RETURN collect([n19.`id`]) AS c20
  }
  CALL (v0, each) {
    MATCH (n23:`Person`)
    WHERE v0 >= 0 AND EXISTS {
      MATCH (n25:Statement) USING INDEX SEEK n25:Statement(subject)
      WHERE n25.subject = n23.id AND NOT EXISTS {
        MATCH (n25)-[:REFERENCE]->(n27)
      }
    } AND n23.`id` IS NOT NULL
    WITH n23, each ORDER BY n23.`id` LIMIT $p.v11
    RETURN collect([n23.`id`]) AS c24
  }
  CALL (v0, each) {
    MATCH (n29:Statement)
    WHERE v0 >= 0 AND (n29.`value_kind` = each.v12 AND n29.`confidence` < each.v13 AND (COUNT {
      MATCH (n29)-[:REFERENCE]->(n0)
      RETURN DISTINCT n0
    } = each.v14))
    WITH n29, each ORDER BY n29.`subject`, n29.`predicate`, n29.`id` LIMIT $p.v15
    RETURN collect([n29.`id`]) AS c30
  }
  CALL (v0, each) {
    MATCH (n31:Statement)
    WHERE v0 >= 0 AND n31.`valid_from__min` >= each.v16
    WITH n31, each ORDER BY n31.`subject`, n31.`predicate`, n31.`id` LIMIT $p.v17
    WITH *, n31 {.`valid_from`} AS n31p ORDER BY n31.`subject`, n31.`predicate`, n31.`id`
    RETURN collect([n31.`id`, n31p.`valid_from`]) AS c32
  }
  CALL (v0, each) {
    MATCH (n33:Document)
    WHERE v0 >= 0 AND (COUNT {
      MATCH (n33)<-[:REFERENCE]-(n0)
      WHERE n0.sole = n33.id
      RETURN DISTINCT n0
    } > each.v18) AND n33.`id` IS NOT NULL
    WITH n33, each ORDER BY n33.`id` LIMIT $p.v19
    RETURN collect([n33.`id`]) AS c34
  }
  CALL (v0, each) {
    MATCH (n35:Document)
    WHERE v0 >= 0 AND EXISTS {
      MATCH (n35)<-[:REFERENCE]-(n37)
      WHERE n37.`rank` = each.v20
    } AND n35.`id` IS NOT NULL
    WITH n35, each ORDER BY n35.`id` LIMIT $p.v21
    RETURN collect([n35.`id`]) AS c36
  }
  CALL (v0, each) {
    MATCH (n39:Conflict)
    WHERE v0 >= 0 AND EXISTS {
      MATCH (n41:Statement)
      WHERE n41.id IN n39.`statements` AND EXISTS {
        MATCH (n41)-[:REFERENCE]->(n42)
        WHERE n42.`id` = each.v22
      }
    }
    WITH n39, each ORDER BY n39.`subject`, n39.`predicate`, n39.`id` LIMIT $p.v23
    RETURN collect([n39.`predicate`]) AS c40
  }
  RETURN collect([each.at, [head(c18), [null, c20], [null, c24], [null, c30], [null, c32], [null, c34], [null, c36], [null, c40]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
