MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Entity {id: $p.v0})
    WHERE size(v0) = 2 AND n1:`Group`
    CALL (n1) {
      MATCH (n1)<-[e2:`LEADS`]-(n3:`Agent`)
      WHERE EXISTS {
        MATCH (s5:Statement)-[:REFERENCE]->(n4:Document) USING INDEX SEEK s5:Statement(claim)
        WHERE s5.claim = e2.id AND n4.`id` = $p.v1
      }
      WITH e2, n3, n1 ORDER BY n3.`id`, e2.`id` LIMIT $p.v2
      RETURN collect([null, [[e2.`since`]]]) AS c6
    }
    CALL (n1) {
      MATCH (n1)<-[e7:`LEADS`]-(n8:`Agent`)
      WHERE (COUNT {
        MATCH (s0:Statement)-[:REFERENCE]->(n0:Document) USING INDEX SEEK s0:Statement(claim)
        WHERE s0.claim = e7.id
        RETURN DISTINCT n0
      } >= $p.v3)
      WITH e7, n8, n1 ORDER BY n8.`id`, e7.`id` LIMIT $p.v5
      RETURN collect([null, [[COUNT {
        MATCH (s0:Statement)-[:REFERENCE]->(n0:Document) USING INDEX SEEK s0:Statement(claim)
        WHERE s0.claim = e7.id
        RETURN DISTINCT n0
      }, []]]]) AS c9
    }
    CALL (n1) {
      MATCH (n1)-[e10]-(n11:Entity)
      WHERE EXISTS {
        MATCH (s13:Statement)-[:REFERENCE]->(n12:Document) USING INDEX SEEK s13:Statement(claim)
        WHERE s13.claim = e10.id AND n12.`published__min` >= $p.v6
      }
      WITH e10, n11, n1 ORDER BY n11.`id`, e10.`id` LIMIT $p.v7
      RETURN collect([null, [e10.`predicate`, [n11.`id`]]]) AS c14
    }
    CALL (n1) {
      MATCH (n1)<-[e15:`LEADS`]-(n16:`Agent`)
      WHERE (COUNT {
        MATCH (n0:Statement) USING INDEX SEEK n0:Statement(claim)
        WHERE n0.claim = e15.id
      } > $p.v8)
      RETURN count(*) AS c17
    }
    RETURN collect([[null, c6], [null, c9], [null, c14], [c17, []]]) AS c18
  }
  RETURN head(c18) AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n19:Entity)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (s21:Statement)-[:REFERENCE]->(n20:Document)
      WHERE (s21.subject = n19.id OR s21.object = n19.id) AND n20.`publisher` IS NOT NULL
    } AND n19.`id` IS NOT NULL
    WITH n19 ORDER BY n19.`id` LIMIT $p.v10
    RETURN collect([null, [[n19.`id`]]]) AS c22
  }
  RETURN [null, c22] AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n23:`Person`)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n24:Statement) USING INDEX SEEK n24:Statement(subject)
      WHERE n24.subject = n23.id AND NOT EXISTS {
        MATCH (n24)-[:REFERENCE]->(n26:Document)
      }
    } AND n23.`id` IS NOT NULL
    WITH n23 ORDER BY n23.`id` LIMIT $p.v11
    RETURN collect([null, [[n23.`id`]]]) AS c28
  }
  RETURN [null, c28] AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n29:Statement)
    WHERE size(v0) = 2 AND (n29.`value_kind` = $p.v12 AND n29.`confidence` < $p.v13 AND (COUNT {
      MATCH (n29)-[:REFERENCE]->(n0:Document)
      RETURN DISTINCT n0
    } = $p.v14))
    WITH n29 ORDER BY n29.`subject`, n29.`predicate`, n29.`id` LIMIT $p.v15
    RETURN collect([null, [[n29.`id`]]]) AS c30
  }
  RETURN [null, c30] AS r3
}
CALL (v0) {
  CALL (v0) {
    MATCH (n31:Statement)
    WHERE size(v0) = 2 AND n31.`valid_from__min` >= $p.v16
    WITH n31 ORDER BY n31.`subject`, n31.`predicate`, n31.`id` LIMIT $p.v17
    RETURN collect([null, [[n31.`id`, n31.`valid_from`]]]) AS c32
  }
  RETURN [null, c32] AS r4
}
CALL (v0) {
  CALL (v0) {
    MATCH (n33:Document)
    WHERE size(v0) = 2 AND (COUNT {
      MATCH (n33)<-[:REFERENCE]-(n0:Statement)
      WHERE n0.sole = n33.id
      RETURN DISTINCT n0
    } > $p.v18) AND n33.`id` IS NOT NULL
    WITH n33 ORDER BY n33.`id` LIMIT $p.v19
    RETURN collect([null, [[n33.`id`]]]) AS c34
  }
  RETURN [null, c34] AS r5
}
CALL (v0) {
  CALL (v0) {
    MATCH (n35:Document)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n35)<-[:REFERENCE]-(n36:Statement)
      WHERE n36.`rank` = $p.v20
    } AND n35.`id` IS NOT NULL
    WITH n35 ORDER BY n35.`id` LIMIT $p.v21
    RETURN collect([null, [[n35.`id`]]]) AS c38
  }
  RETURN [null, c38] AS r6
}
CALL (v0) {
  CALL (v0) {
    MATCH (n39:Conflict)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n40:Statement)
      WHERE n40.id IN n39.`statements` AND EXISTS {
        MATCH (n40)-[:REFERENCE]->(n41:Document)
        WHERE n41.`id` = $p.v22
      }
    }
    WITH n39 ORDER BY n39.`subject`, n39.`predicate`, n39.`id` LIMIT $p.v23
    RETURN collect([null, [[n39.`predicate`]]]) AS c43
  }
  RETURN [null, c43] AS r7
}
CALL (r0, r1, r2, r3, r4, r5, r6, r7) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3, r4, r5, r6, r7]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3, r4, r5, r6, r7], v1] AS answer
