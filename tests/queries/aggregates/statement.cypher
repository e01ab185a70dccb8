MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:`Group`)
    WHERE v0 >= 0 AND n1.`id` IS NOT NULL
    WITH n1, each ORDER BY n1.`id` LIMIT $p.v2
    RETURN collect([n1.`id`]) AS c2
  }
  CALL (v0, each) {
    MATCH (n3:`Group`)
    WHERE v0 >= 0
    WITH n3.`size` AS x4, n3.`type` AS x5, count(*) AS x6
    RETURN collect([x4, x5, x6]) AS c7
  }
  CALL (v0, each) {
    MATCH (n8:`Club`)
    WHERE v0 >= 0
    WITH n8.`lucky_numbers` AS x9, count(*) AS x10
    RETURN collect([x9, x10]) AS c11
  }
  CALL (v0, each) {
    MATCH (n12:`Person`)
    WHERE v0 >= 0 AND n12.`born` IN each.v5
    WITH n12.`born` AS x13, n12.`mood` AS x14, count(*) AS x15
    RETURN collect([x13, x14, x15]) AS c16
  }
  CALL (v0, each) {
    MATCH (n17:`Group` {id: each.v9})
    WHERE v0 >= 0
    CALL (n17, each) {
      MATCH (n17)<-[e18:`OWNS`]-(n19:`Agent`)
      WHERE NOT coalesce(e18.`share` = each.v10, false)
      WITH e18.`share` AS x20, e18.`predicate` AS x21, n19.`name` AS x22, count(*) AS x23
      RETURN collect([x20, x21, x22, x23]) AS c24
    }
    RETURN collect([[null, [], [null, c24]]]) AS c25
  }
  CALL (v0, each) {
    MATCH (n26:`Person` {id: each.v13})
    WHERE v0 >= 0
    CALL (n26, each) {
      MATCH (n26)-[e29:`LEADS`]->(n30:`Group`)
      WITH e29.`role` AS x31, count(*) AS x32
      RETURN collect([x31, x32]) AS c33
    }
    CALL (n26, each) {
      MATCH (n26)-[e36]-(n37:Entity)
      WITH e36.`rank` AS x38, count(*) AS x39
      RETURN collect([x38, x39]) AS c40
    }
    RETURN collect([[null, [], [COUNT {
      MATCH (n26)-[e27:`LEADS`]->(n28:`Group`)
      RETURN DISTINCT n28
    }, c33]], [null, [], [COUNT {
      MATCH (n26)-[e34]-(n35:Entity)
      RETURN DISTINCT n35
    }, c40]], [COUNT {
      MATCH (s0:Statement)-[:REFERENCE]->(n0)
      WHERE (s0.subject = n26.id OR s0.object = n26.id)
      RETURN DISTINCT n0
    }, []]]) AS c41
  }
  CALL (v0, each) {
    MATCH (n42:Statement)
    WHERE v0 >= 0
    WITH n42.`predicate` AS x43, n42.`rank` AS x44, count(*) AS x45
    RETURN collect([x43, x44, x45]) AS c46
  }
  RETURN collect([each.at, [[null, c2, [null, c7]], [null, [], [null, c11]], [null, [], [null, c16]], head(c25), head(c41), [null, [], [null, c46]]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
