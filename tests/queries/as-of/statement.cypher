MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Entity {id: $p.v0})
    WHERE size(v0) = 2 AND n1:`Person`
    CALL (n1) {
      MATCH (n1)-[e2:`LEADS`]->(n3:`Group`)
      WITH e2, n3, n1 ORDER BY n3.`id`, e2.`id` LIMIT $p.v3
      CALL (e2, n3, n1) {
        MATCH (s7:Statement)-[:REFERENCE]->(n6:Document) USING INDEX SEEK s7:Statement(claim)
        WHERE s7.claim = e2.id
        WITH DISTINCT n6 ORDER BY n6.`id` LIMIT $p.v2
        RETURN collect([null, [[n6.`id`]]]) AS c8
      }
      WITH * ORDER BY n3.`id`, e2.`id`
      RETURN collect([null, [[e2.`since`, e2.`until`], [COUNT {
        MATCH (n4:Statement) USING INDEX SEEK n4:Statement(claim)
        WHERE n4.claim = e2.id
      }, []], [null, c8]]]) AS c9
    }
    CALL (n1) {
      MATCH (n1)-[e10:`LEADS`]->(n11:`Group`)
      WITH e10.`since` AS x12, count(*) AS x13
      RETURN collect([x12, x13]) AS c14
    }
    CALL (n1) {
      MATCH (n15:Statement) USING INDEX SEEK n15:Statement(subject)
      WHERE n15.subject = n1.id AND n15.`predicate` = $p.v4
      WITH n15 ORDER BY n15.`predicate`, n15.`id` LIMIT $p.v5
      RETURN collect([null, [[n15.`id`]]]) AS c17
    }
    RETURN collect([[null, c9, [null, c14]], [null, c17], [COUNT {
      MATCH (s19:Statement)-[:REFERENCE]->(n18:Document)
      WHERE (s19.subject = n1.id OR s19.object = n1.id)
      RETURN DISTINCT n18
    }, []]]) AS c20
  }
  RETURN head(c20) AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n21:Entity {id: $p.v7})
    WHERE size(v0) = 2 AND n21:`Person`
    CALL (n21) {
      MATCH (n21)-[e22:`LEADS`]->(n23:`Group`)
      WHERE e22.`sure__first` <= $p.v14 AND $p.v15 <= e22.`sure__last`
      WITH e22, n23, n21 ORDER BY n23.`id`, e22.`id` LIMIT $p.v10
      CALL (e22, n23, n21) {
        MATCH (s27:Statement)-[:REFERENCE]->(n26:Document) USING INDEX SEEK s27:Statement(claim)
        WHERE s27.claim = e22.id AND s27.`sure__first` <= $p.v14 AND $p.v15 <= s27.`sure__last`
        WITH DISTINCT n26 ORDER BY n26.`id` LIMIT $p.v9
        RETURN collect([null, [[n26.`id`]]]) AS c28
      }
      WITH * ORDER BY n23.`id`, e22.`id`
      RETURN collect([null, [[e22.`since`, e22.`until`], [COUNT {
        MATCH (n24:Statement) USING INDEX SEEK n24:Statement(claim)
        WHERE n24.claim = e22.id AND n24.`sure__first` <= $p.v14 AND $p.v15 <= n24.`sure__last`
      }, []], [null, c28]]]) AS c29
    }
    CALL (n21) {
      MATCH (n21)-[e30:`LEADS`]->(n31:`Group`)
      WHERE e30.`sure__first` <= $p.v14 AND $p.v15 <= e30.`sure__last`
      WITH e30.`since` AS x32, count(*) AS x33
      RETURN collect([x32, x33]) AS c34
    }
    CALL (n21) {
      MATCH (n35:Statement) USING INDEX SEEK n35:Statement(subject)
      WHERE n35.subject = n21.id AND n35.`sure__first` <= $p.v14 AND $p.v15 <= n35.`sure__last` AND n35.`predicate` = $p.v11
      WITH n35 ORDER BY n35.`predicate`, n35.`id` LIMIT $p.v12
      RETURN collect([null, [[n35.`id`]]]) AS c37
    }
    RETURN collect([[null, c29, [null, c34]], [null, c37], [COUNT {
      MATCH (s39:Statement)-[:REFERENCE]->(n38:Document)
      WHERE (s39.subject = n21.id OR s39.object = n21.id) AND s39.`sure__first` <= $p.v14 AND $p.v15 <= s39.`sure__last`
      RETURN DISTINCT n38
    }, []]]) AS c40
  }
  RETURN head(c40) AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n41:`Person`)
    WHERE size(v0) = 2 AND CASE WHEN n41.`mood__valid_first` IS NULL THEN n41.`mood` ELSE last([i IN range(0, size(n41.`mood__valid_first`) - 1) WHERE n41.`mood__valid_first`[i] <= $p.v19 AND $p.v18 <= n41.`mood__valid_last`[i] | n41.`mood__valid_values`[i]]) END = $p.v16
    WITH n41 ORDER BY CASE WHEN n41.`height__valid_first` IS NULL THEN n41.`height` ELSE last([i IN range(0, size(n41.`height__valid_first`) - 1) WHERE n41.`height__valid_first`[i] <= $p.v19 AND $p.v18 <= n41.`height__valid_last`[i] | n41.`height__valid_values`[i]]) END, n41.`id` LIMIT $p.v17
    RETURN collect([null, [[CASE WHEN n41.`height__valid_first` IS NULL THEN n41.`height` ELSE last([i IN range(0, size(n41.`height__valid_first`) - 1) WHERE n41.`height__valid_first`[i] <= $p.v19 AND $p.v18 <= n41.`height__valid_last`[i] | n41.`height__valid_values`[i]]) END, CASE WHEN n41.`nicknames__valid_first` IS NULL THEN n41.`nicknames` ELSE reduce(seen = [], value IN [i IN range(0, size(n41.`nicknames__valid_first`) - 1) WHERE n41.`nicknames__valid_first`[i] <= $p.v19 AND $p.v18 <= n41.`nicknames__valid_last`[i] | n41.`nicknames__valid_values`[i]] | CASE WHEN value IN seen THEN seen ELSE seen + value END) END]]]) AS c42
  }
  CALL (v0) {
    MATCH (n43:`Person`)
    WHERE size(v0) = 2 AND CASE WHEN n43.`mood__valid_first` IS NULL THEN n43.`mood` ELSE last([i IN range(0, size(n43.`mood__valid_first`) - 1) WHERE n43.`mood__valid_first`[i] <= $p.v19 AND $p.v18 <= n43.`mood__valid_last`[i] | n43.`mood__valid_values`[i]]) END = $p.v16
    WITH CASE WHEN n43.`height__valid_first` IS NULL THEN n43.`height` ELSE last([i IN range(0, size(n43.`height__valid_first`) - 1) WHERE n43.`height__valid_first`[i] <= $p.v19 AND $p.v18 <= n43.`height__valid_last`[i] | n43.`height__valid_values`[i]]) END AS x44, count(*) AS x45
    RETURN collect([x44, x45]) AS c46
  }
  RETURN [null, c42, [null, c46]] AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n47:`Person`)
    WHERE size(v0) = 2
    WITH n47 ORDER BY last([i IN range(0, coalesce(size(n47.`born__min__sure_first`), 0) - 1) WHERE n47.`born__min__sure_first`[i] <= $p.v21 AND $p.v22 <= n47.`born__min__sure_last`[i] | n47.`born__min__sure_values`[i]]) IS NULL, last([i IN range(0, coalesce(size(n47.`born__min__sure_first`), 0) - 1) WHERE n47.`born__min__sure_first`[i] <= $p.v21 AND $p.v22 <= n47.`born__min__sure_last`[i] | n47.`born__min__sure_values`[i]]) DESC, n47.`id` LIMIT $p.v20
    RETURN collect([null, [[last([i IN range(0, coalesce(size(n47.`born__sure_first`), 0) - 1) WHERE n47.`born__sure_first`[i] <= $p.v21 AND $p.v22 <= n47.`born__sure_last`[i] | n47.`born__sure_values`[i]]), reduce(seen = [], value IN [i IN range(0, coalesce(size(n47.`nicknames__sure_first`), 0) - 1) WHERE n47.`nicknames__sure_first`[i] <= $p.v21 AND $p.v22 <= n47.`nicknames__sure_last`[i] | n47.`nicknames__sure_values`[i]] | CASE WHEN value IN seen THEN seen ELSE seen + value END)]]]) AS c48
  }
  RETURN [null, c48] AS r3
}
CALL (v0) {
  CALL (v0) {
    MATCH (n49:Statement)
    WHERE size(v0) = 2 AND coalesce(n49.`valid__first` <= $p.v26, true) AND coalesce($p.v25 <= n49.`valid__last`, true) AND n49.`predicate` = $p.v23
    WITH n49 ORDER BY n49.`subject`, n49.`predicate`, n49.`id` LIMIT $p.v24
    RETURN collect([null, [[n49.`id`, n49.`valid_from`, n49.`valid_until`]]]) AS c50
  }
  RETURN [null, c50] AS r4
}
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n51:Document {id: $p.v27})
    WHERE size(v0) = 2
    RETURN [[COUNT {
      MATCH (n51)<-[:REFERENCE]-(n52:Statement)
      WHERE coalesce(n52.`valid__first` <= $p.v31, true) AND coalesce($p.v30 <= n52.`valid__last`, true)
      RETURN DISTINCT n52
    }, []], [COUNT {
      MATCH (n51)<-[:REFERENCE]-(n54:Statement)
      WHERE n54.sole = n51.id AND coalesce(n54.`valid__first` <= $p.v31, true) AND coalesce($p.v30 <= n54.`valid__last`, true)
      RETURN DISTINCT n54
    }, []]]
  }) AS r5
}
CALL (r0, r1, r2, r3, r4, r5) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3, r4, r5]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3, r4, r5], v1] AS answer
