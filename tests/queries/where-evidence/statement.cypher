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
      WHERE (COUNT { MATCH (s0:Statement)-[:REFERENCE]->(n0:Document) USING INDEX SEEK s0:Statement(claim) WHERE s0.claim = e7.id RETURN DISTINCT n0 } >= $p.v3)
      WITH e7, n8, n1 ORDER BY n8.`id`, e7.`id` LIMIT $p.v5
      RETURN collect([null, [[COUNT {
        MATCH (s10:Statement)-[:REFERENCE]->(n9:Document) USING INDEX SEEK s10:Statement(claim)
        WHERE s10.claim = e7.id
        RETURN DISTINCT n9
      }, []]]]) AS c11
    }
    CALL (n1) {
      MATCH (n1)-[e12]-(n13:Entity)
      WHERE EXISTS {
        MATCH (s15:Statement)-[:REFERENCE]->(n14:Document) USING INDEX SEEK s15:Statement(claim)
        WHERE s15.claim = e12.id AND n14.`published__min` >= $p.v6
      }
      WITH e12, n13, n1 ORDER BY n13.`id`, e12.`id` LIMIT $p.v7
      RETURN collect([null, [e12.`predicate`, [n13.`id`]]]) AS c16
    }
    RETURN collect([[null, c6], [null, c11], [null, c16], [COUNT {
      MATCH (n1)<-[e17:`LEADS`]-(n18:`Agent`)
      WHERE (COUNT { MATCH (n0:Statement) USING INDEX SEEK n0:Statement(claim) WHERE n0.claim = e17.id } > $p.v8)
    }, []]]) AS c19
  }
  RETURN head(c19) AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n20:Entity)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (s22:Statement)-[:REFERENCE]->(n21:Document)
      WHERE (s22.subject = n20.id OR s22.object = n20.id) AND n21.`publisher` IS NOT NULL
    }
    WITH n20 ORDER BY n20.`id` LIMIT $p.v10
    RETURN collect([null, [[n20.`id`]]]) AS c23
  }
  RETURN [null, c23] AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n24:`Person`)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n25:Statement) USING INDEX SEEK n25:Statement(subject)
      WHERE n25.subject = n24.id AND NOT EXISTS {
        MATCH (n25)-[:REFERENCE]->(n27:Document)
      }
    }
    WITH n24 ORDER BY n24.`id` LIMIT $p.v11
    RETURN collect([null, [[n24.`id`]]]) AS c29
  }
  RETURN [null, c29] AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n30:Statement)
    WHERE size(v0) = 2 AND (n30.`value_kind` = $p.v12 AND n30.`confidence` < $p.v13 AND (COUNT { MATCH (n30)-[:REFERENCE]->(n0:Document) RETURN DISTINCT n0 } = $p.v14))
    WITH n30 ORDER BY n30.`subject`, n30.`predicate`, n30.`id` LIMIT $p.v15
    RETURN collect([null, [[n30.`id`]]]) AS c31
  }
  RETURN [null, c31] AS r3
}
CALL (v0) {
  CALL (v0) {
    MATCH (n32:Statement)
    WHERE size(v0) = 2 AND n32.`valid_from__min` >= $p.v16
    WITH n32 ORDER BY n32.`subject`, n32.`predicate`, n32.`id` LIMIT $p.v17
    RETURN collect([null, [[n32.`id`, n32.`valid_from`]]]) AS c33
  }
  RETURN [null, c33] AS r4
}
CALL (v0) {
  CALL (v0) {
    MATCH (n34:Document)
    WHERE size(v0) = 2 AND (COUNT { MATCH (n34)<-[:REFERENCE]-(n0:Statement) WHERE n0.sole = n34.id RETURN DISTINCT n0 } > $p.v18)
    WITH n34 ORDER BY n34.`id` LIMIT $p.v19
    RETURN collect([null, [[n34.`id`]]]) AS c35
  }
  RETURN [null, c35] AS r5
}
CALL (v0) {
  CALL (v0) {
    MATCH (n36:Document)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n36)<-[:REFERENCE]-(n37:Statement)
      WHERE n37.`rank` = $p.v20
    }
    WITH n36 ORDER BY n36.`id` LIMIT $p.v21
    RETURN collect([null, [[n36.`id`]]]) AS c39
  }
  RETURN [null, c39] AS r6
}
CALL (v0) {
  CALL (v0) {
    MATCH (n40:Conflict)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n41:Statement)
      WHERE n41.id IN n40.`statements` AND EXISTS {
        MATCH (n41)-[:REFERENCE]->(n42:Document)
        WHERE n42.`id` = $p.v22
      }
    }
    WITH n40 ORDER BY n40.`subject`, n40.`predicate`, n40.`id` LIMIT $p.v23
    RETURN collect([null, [[n40.`predicate`]]]) AS c44
  }
  RETURN [null, c44] AS r7
}
CALL (r0, r1, r2, r3, r4, r5, r6, r7) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3, r4, r5, r6, r7]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3, r4, r5, r6, r7], v1] AS answer
