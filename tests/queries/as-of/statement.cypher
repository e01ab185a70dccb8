MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:`Person` {id: each.v0})
    WHERE v0 >= 0
    CALL (n1, each) {
      MATCH (n1)-[e2:`LEADS`]->(n3:`Group`)
      WITH e2, n3, n1, each, e2 {.`since`, .`until`} AS e2p, n3 {.`id`} AS n3p ORDER BY n3p.`id`, e2.`id` LIMIT $p.v3
      CALL (e2, each) {
        MATCH (s5:Statement)-[:REFERENCE]->(n4) USING INDEX SEEK s5:Statement(claim)
        WHERE s5.claim = e2.id
        WITH DISTINCT n4, each ORDER BY n4.`id` LIMIT $p.v2
        RETURN collect([n4.`id`]) AS c6
      }
      WITH * ORDER BY n3p.`id`, e2.`id`
      RETURN collect([e2p.`since`, e2p.`until`, [COUNT {
        MATCH (n0:Statement) USING INDEX SEEK n0:Statement(claim)
        WHERE n0.claim = e2.id
      }, []], [null, c6]]) AS c7
    }
    CALL (n1, each) {
      MATCH (n1)-[e8:`LEADS`]->(n9:`Group`)
      WITH e8.`since` AS x10, count(*) AS x11
      RETURN collect([x10, x11]) AS c12
    }
    CALL (n1, each) {
      MATCH (n13:Statement) USING INDEX SEEK n13:Statement(subject)
      WHERE n13.subject = n1.id AND n13.`predicate` = each.v4
      WITH n13, each ORDER BY n13.`predicate`, n13.`id` LIMIT $p.v5
      RETURN collect([n13.`id`]) AS c15
    }
    RETURN collect([[null, c7, [null, c12]], [null, c15], [COUNT {
      MATCH (s0:Statement)-[:REFERENCE]->(n0)
      WHERE (s0.subject = n1.id OR s0.object = n1.id)
      RETURN DISTINCT n0
    }, []]]) AS c16
  }
  CALL (v0, each) {
    MATCH (n17:`Person` {id: each.v7})
    WHERE v0 >= 0
    CALL (n17, each) {
      MATCH (n17)-[e18:`LEADS`]->(n19:`Group`)
      WHERE e18.`sure__first` <= each.v14 AND each.v15 <= e18.`sure__last`
      WITH e18, n19, n17, each, e18 {.`since`, .`until`} AS e18p, n19 {.`id`} AS n19p ORDER BY n19p.`id`, e18.`id` LIMIT $p.v10
      CALL (e18, each) {
        MATCH (s21:Statement)-[:REFERENCE]->(n20) USING INDEX SEEK s21:Statement(claim)
        WHERE s21.claim = e18.id AND s21.`sure__first` <= each.v14 AND each.v15 <= s21.`sure__last`
        WITH DISTINCT n20, each ORDER BY n20.`id` LIMIT $p.v9
        RETURN collect([n20.`id`]) AS c22
      }
      WITH * ORDER BY n19p.`id`, e18.`id`
      RETURN collect([e18p.`since`, e18p.`until`, [COUNT {
        MATCH (n0:Statement) USING INDEX SEEK n0:Statement(claim)
        WHERE n0.claim = e18.id AND n0.`sure__first` <= each.v14 AND each.v15 <= n0.`sure__last`
      }, []], [null, c22]]) AS c23
    }
    CALL (n17, each) {
      MATCH (n17)-[e24:`LEADS`]->(n25:`Group`)
      WHERE e24.`sure__first` <= each.v14 AND each.v15 <= e24.`sure__last`
      WITH e24.`since` AS x26, count(*) AS x27
      RETURN collect([x26, x27]) AS c28
    }
    CALL (n17, each) {
      MATCH (n29:Statement) USING INDEX SEEK n29:Statement(subject)
      WHERE n29.subject = n17.id AND n29.`sure__first` <= each.v14 AND each.v15 <= n29.`sure__last` AND n29.`predicate` = each.v11
      WITH n29, each ORDER BY n29.`predicate`, n29.`id` LIMIT $p.v12
      RETURN collect([n29.`id`]) AS c31
    }
    RETURN collect([[null, c23, [null, c28]], [null, c31], [COUNT {
      MATCH (s0:Statement)-[:REFERENCE]->(n0)
      WHERE (s0.subject = n17.id OR s0.object = n17.id) AND s0.`sure__first` <= each.v14 AND each.v15 <= s0.`sure__last`
      RETURN DISTINCT n0
    }, []]]) AS c32
  }
  CALL (v0, each) {
    MATCH (n33:`Person`)
    WHERE v0 >= 0 AND CASE WHEN n33.`mood__valid_first` IS NULL THEN n33.`mood` ELSE last([i IN range(0, size(n33.`mood__valid_first`) - 1) WHERE n33.`mood__valid_first`[i] <= each.v19 AND each.v18 <= n33.`mood__valid_last`[i] | n33.`mood__valid_values`[i]]) END = each.v16
    WITH n33, each ORDER BY CASE WHEN n33.`height__valid_first` IS NULL THEN n33.`height` ELSE last([i IN range(0, size(n33.`height__valid_first`) - 1) WHERE n33.`height__valid_first`[i] <= each.v19 AND each.v18 <= n33.`height__valid_last`[i] | n33.`height__valid_values`[i]]) END, n33.`id` LIMIT $p.v17
    RETURN collect([CASE WHEN n33.`height__valid_first` IS NULL THEN n33.`height` ELSE last([i IN range(0, size(n33.`height__valid_first`) - 1) WHERE n33.`height__valid_first`[i] <= each.v19 AND each.v18 <= n33.`height__valid_last`[i] | n33.`height__valid_values`[i]]) END, CASE WHEN n33.`nicknames__valid_first` IS NULL THEN n33.`nicknames` ELSE nullIf(reduce(seen = [], value IN [i IN range(0, size(n33.`nicknames__valid_first`) - 1) WHERE n33.`nicknames__valid_first`[i] <= each.v19 AND each.v18 <= n33.`nicknames__valid_last`[i] | n33.`nicknames__valid_values`[i]] | CASE WHEN value IN seen THEN seen ELSE seen + value END), []) END]) AS c34
  }
  CALL (v0, each) {
    MATCH (n35:`Person`)
    WHERE v0 >= 0 AND CASE WHEN n35.`mood__valid_first` IS NULL THEN n35.`mood` ELSE last([i IN range(0, size(n35.`mood__valid_first`) - 1) WHERE n35.`mood__valid_first`[i] <= each.v19 AND each.v18 <= n35.`mood__valid_last`[i] | n35.`mood__valid_values`[i]]) END = each.v16
    WITH CASE WHEN n35.`height__valid_first` IS NULL THEN n35.`height` ELSE last([i IN range(0, size(n35.`height__valid_first`) - 1) WHERE n35.`height__valid_first`[i] <= each.v19 AND each.v18 <= n35.`height__valid_last`[i] | n35.`height__valid_values`[i]]) END AS x36, count(*) AS x37
    RETURN collect([x36, x37]) AS c38
  }
  CALL (v0, each) {
    MATCH (n39:`Person`)
    WHERE v0 >= 0
    WITH n39, each ORDER BY last([i IN range(0, coalesce(size(n39.`born__min__sure_first`), 0) - 1) WHERE n39.`born__min__sure_first`[i] <= each.v21 AND each.v22 <= n39.`born__min__sure_last`[i] | n39.`born__min__sure_values`[i]]) IS NULL, last([i IN range(0, coalesce(size(n39.`born__min__sure_first`), 0) - 1) WHERE n39.`born__min__sure_first`[i] <= each.v21 AND each.v22 <= n39.`born__min__sure_last`[i] | n39.`born__min__sure_values`[i]]) DESC, n39.`id` LIMIT $p.v20
    RETURN collect([last([i IN range(0, coalesce(size(n39.`born__sure_first`), 0) - 1) WHERE n39.`born__sure_first`[i] <= each.v21 AND each.v22 <= n39.`born__sure_last`[i] | n39.`born__sure_values`[i]]), nullIf(reduce(seen = [], value IN [i IN range(0, coalesce(size(n39.`nicknames__sure_first`), 0) - 1) WHERE n39.`nicknames__sure_first`[i] <= each.v21 AND each.v22 <= n39.`nicknames__sure_last`[i] | n39.`nicknames__sure_values`[i]] | CASE WHEN value IN seen THEN seen ELSE seen + value END), [])]) AS c40
  }
  CALL (v0, each) {
    MATCH (n41:Statement)
    WHERE v0 >= 0 AND coalesce(n41.`valid__first` <= each.v26, true) AND coalesce(each.v25 <= n41.`valid__last`, true) AND n41.`predicate` = each.v23
    WITH n41, each ORDER BY n41.`subject`, n41.`predicate`, n41.`id` LIMIT $p.v24
    WITH *, n41 {.`valid_from`, .`valid_until`} AS n41p ORDER BY n41.`subject`, n41.`predicate`, n41.`id`
    RETURN collect([n41.`id`, n41p.`valid_from`, n41p.`valid_until`]) AS c42
  }
  CALL (v0, each) {
    MATCH (n43:Statement)
    WHERE v0 >= 0 AND coalesce(n43.`valid__first` <= each.v29, true) AND coalesce(each.v28 <= n43.`valid__last`, true) AND n43.`id` IS NOT NULL
    WITH n43, each ORDER BY n43.`id` DESC, n43.`id` LIMIT $p.v27
    RETURN collect([n43.`id`]) AS c44
  }
  CALL (v0, each) {
    MATCH (n45:Document {id: each.v30})
    WHERE v0 >= 0
    RETURN collect([[COUNT {
      MATCH (n45)<-[:REFERENCE]-(n0)
      WHERE coalesce(n0.`valid__first` <= each.v34, true) AND coalesce(each.v33 <= n0.`valid__last`, true)
      RETURN DISTINCT n0
    }, []], [COUNT {
      MATCH (n45)<-[:REFERENCE]-(n0)
      WHERE n0.sole = n45.id AND coalesce(n0.`valid__first` <= each.v34, true) AND coalesce(each.v33 <= n0.`valid__last`, true)
      RETURN DISTINCT n0
    }, []]]) AS c46
  }
  RETURN collect([each.at, [head(c16), head(c32), [null, c34, [null, c38]], [null, c40], [null, c42], [COUNT {
    MATCH (n0:Statement)
    WHERE v0 >= 0 AND coalesce(n0.`valid__first` <= each.v29, true) AND coalesce(each.v28 <= n0.`valid__last`, true)
  }, c44], head(c46)]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
