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
    CALL (n1) {
      MATCH (n1)<-[e17:`LEADS`]-(n18:`Agent`)
      WHERE (COUNT { MATCH (n0:Statement) USING INDEX SEEK n0:Statement(claim) WHERE n0.claim = e17.id } > $p.v8)
      RETURN count(*) AS c19
    }
    RETURN collect([[null, c6], [null, c11], [null, c16], [c19, []]]) AS c20
  }
  RETURN head(c20) AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n21:Entity)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (s23:Statement)-[:REFERENCE]->(n22:Document)
      WHERE (s23.subject = n21.id OR s23.object = n21.id) AND n22.`publisher` IS NOT NULL
    }
    WITH n21 ORDER BY n21.`id` LIMIT $p.v10
    RETURN collect([null, [[n21.`id`]]]) AS c24
  }
  RETURN [null, c24] AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n25:`Person`)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n26:Statement) USING INDEX SEEK n26:Statement(subject)
      WHERE n26.subject = n25.id AND NOT EXISTS {
        MATCH (n26)-[:REFERENCE]->(n28:Document)
      }
    }
    WITH n25 ORDER BY n25.`id` LIMIT $p.v11
    RETURN collect([null, [[n25.`id`]]]) AS c30
  }
  RETURN [null, c30] AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n31:Statement)
    WHERE size(v0) = 2 AND (n31.`value_kind` = $p.v12 AND n31.`confidence` < $p.v13 AND (COUNT { MATCH (n31)-[:REFERENCE]->(n0:Document) RETURN DISTINCT n0 } = $p.v14))
    WITH n31 ORDER BY n31.`subject`, n31.`predicate`, n31.`id` LIMIT $p.v15
    RETURN collect([null, [[n31.`id`]]]) AS c32
  }
  RETURN [null, c32] AS r3
}
CALL (v0) {
  CALL (v0) {
    MATCH (n33:Statement)
    WHERE size(v0) = 2 AND n33.`valid_from__min` >= $p.v16
    WITH n33 ORDER BY n33.`subject`, n33.`predicate`, n33.`id` LIMIT $p.v17
    RETURN collect([null, [[n33.`id`, n33.`valid_from`]]]) AS c34
  }
  RETURN [null, c34] AS r4
}
CALL (v0) {
  CALL (v0) {
    MATCH (n35:Document)
    WHERE size(v0) = 2 AND (COUNT { MATCH (n35)<-[:REFERENCE]-(n0:Statement) WHERE n0.sole = n35.id RETURN DISTINCT n0 } > $p.v18)
    WITH n35 ORDER BY n35.`id` LIMIT $p.v19
    RETURN collect([null, [[n35.`id`]]]) AS c36
  }
  RETURN [null, c36] AS r5
}
CALL (v0) {
  CALL (v0) {
    MATCH (n37:Document)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n37)<-[:REFERENCE]-(n38:Statement)
      WHERE n38.`rank` = $p.v20
    }
    WITH n37 ORDER BY n37.`id` LIMIT $p.v21
    RETURN collect([null, [[n37.`id`]]]) AS c40
  }
  RETURN [null, c40] AS r6
}
CALL (v0) {
  CALL (v0) {
    MATCH (n41:Conflict)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n42:Statement)
      WHERE n42.id IN n41.`statements` AND EXISTS {
        MATCH (n42)-[:REFERENCE]->(n43:Document)
        WHERE n43.`id` = $p.v22
      }
    }
    WITH n41 ORDER BY n41.`subject`, n41.`predicate`, n41.`id` LIMIT $p.v23
    RETURN collect([null, [[n41.`predicate`]]]) AS c45
  }
  RETURN [null, c45] AS r7
}
CALL (r0, r1, r2, r3, r4, r5, r6, r7) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3, r4, r5, r6, r7]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3, r4, r5, r6, r7], v1] AS answer
