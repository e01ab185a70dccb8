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
      WHERE COUNT {
        MATCH (s12:Statement)-[:REFERENCE]->(n11:Document) USING INDEX SEEK s12:Statement(claim)
        WHERE s12.claim = e7.id
        RETURN DISTINCT n11
      } >= $p.v3
      WITH e7, n8, n1 ORDER BY n8.`id`, e7.`id` LIMIT $p.v5
      RETURN collect([null, [[COUNT {
        MATCH (s10:Statement)-[:REFERENCE]->(n9:Document) USING INDEX SEEK s10:Statement(claim)
        WHERE s10.claim = e7.id
        RETURN DISTINCT n9
      }, []]]]) AS c13
    }
    CALL (n1) {
      MATCH (n1)-[e14]-(n15:Entity)
      WHERE EXISTS {
        MATCH (s17:Statement)-[:REFERENCE]->(n16:Document) USING INDEX SEEK s17:Statement(claim)
        WHERE s17.claim = e14.id AND n16.`published__min` >= $p.v6
      }
      WITH e14, n15, n1 ORDER BY n15.`id`, e14.`id` LIMIT $p.v7
      RETURN collect([null, [e14.`predicate`, [n15.`id`]]]) AS c18
    }
    RETURN collect([[null, c6], [null, c13], [null, c18], [COUNT {
      MATCH (n1)<-[e19:`LEADS`]-(n20:`Agent`)
      WHERE COUNT {
        MATCH (n21:Statement) USING INDEX SEEK n21:Statement(claim)
        WHERE n21.claim = e19.id
      } > $p.v8
    }, []]]) AS c23
  }
  RETURN head(c23) AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n24:Entity)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (s26:Statement)-[:REFERENCE]->(n25:Document)
      WHERE (s26.subject = n24.id OR s26.object = n24.id) AND NOT coalesce(n25.`publisher` IS NULL, false)
    }
    WITH n24 ORDER BY n24.`id` LIMIT $p.v10
    RETURN collect([null, [[n24.`id`]]]) AS c27
  }
  RETURN [null, c27] AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n28:`Person`)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n29:Statement) USING INDEX SEEK n29:Statement(subject)
      WHERE n29.subject = n28.id AND NOT EXISTS {
        MATCH (n29)-[:REFERENCE]->(n31:Document)
      }
    }
    WITH n28 ORDER BY n28.`id` LIMIT $p.v11
    RETURN collect([null, [[n28.`id`]]]) AS c33
  }
  RETURN [null, c33] AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n34:Statement)
    WHERE size(v0) = 2 AND (n34.`value_kind` = $p.v12 AND n34.`confidence` < $p.v13 AND COUNT {
      MATCH (n34)-[:REFERENCE]->(n35:Document)
      RETURN DISTINCT n35
    } = $p.v14)
    WITH n34 ORDER BY n34.`subject`, n34.`predicate`, n34.`id` LIMIT $p.v15
    RETURN collect([null, [[n34.`id`]]]) AS c37
  }
  RETURN [null, c37] AS r3
}
CALL (v0) {
  CALL (v0) {
    MATCH (n38:Statement)
    WHERE size(v0) = 2 AND n38.`valid_from__min` >= $p.v16
    WITH n38 ORDER BY n38.`subject`, n38.`predicate`, n38.`id` LIMIT $p.v17
    RETURN collect([null, [[n38.`id`, n38.`valid_from`]]]) AS c39
  }
  RETURN [null, c39] AS r4
}
CALL (v0) {
  CALL (v0) {
    MATCH (n40:Document)
    WHERE size(v0) = 2 AND COUNT {
      MATCH (n40)<-[:REFERENCE]-(n41:Statement)
      WHERE n41.sole = n40.id
      RETURN DISTINCT n41
    } > $p.v18
    WITH n40 ORDER BY n40.`id` LIMIT $p.v19
    RETURN collect([null, [[n40.`id`]]]) AS c43
  }
  RETURN [null, c43] AS r5
}
CALL (v0) {
  CALL (v0) {
    MATCH (n44:Document)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n44)<-[:REFERENCE]-(n45:Statement)
      WHERE n45.`rank` = $p.v20
    }
    WITH n44 ORDER BY n44.`id` LIMIT $p.v21
    RETURN collect([null, [[n44.`id`]]]) AS c47
  }
  RETURN [null, c47] AS r6
}
CALL (v0) {
  CALL (v0) {
    MATCH (n48:Conflict)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n49:Statement)
      WHERE n49.id IN n48.`statements` AND EXISTS {
        MATCH (n49)-[:REFERENCE]->(n50:Document)
        WHERE n50.`id` = $p.v22
      }
    }
    WITH n48 ORDER BY n48.`subject`, n48.`predicate`, n48.`id` LIMIT $p.v23
    RETURN collect([null, [[n48.`predicate`]]]) AS c52
  }
  RETURN [null, c52] AS r7
}
CALL (r0, r1, r2, r3, r4, r5, r6, r7) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3, r4, r5, r6, r7]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3, r4, r5, r6, r7], v1] AS answer
