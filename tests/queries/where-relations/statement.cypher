MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:`Group` {id: each.v0})
    WHERE v0 >= 0
    CALL (n1, each) {
      MATCH (n1)<-[e2:`LEADS`]-(n3:`Agent`)
      WHERE n3.`name` = each.v1
      WITH e2, n3, n1, each, e2 {.`id`, .`role`, .`since`} AS e2p, n3 {.`id`} AS n3p ORDER BY n3p.`id`, e2p.`id` LIMIT $p.v2
      RETURN collect([n3p.`id`, e2p.`role`, e2p.`since`]) AS c4
    }
    CALL (n1, each) {
      MATCH (n1)<-[e7:`LEADS`]-(n8:`Agent`)
      WHERE e7.`since` = each.v3
      WITH e7, n8, n1, each, e7 {.`id`, .`until`} AS e7p, n8 {.`id`} AS n8p ORDER BY n8p.`id`, e7p.`id` LIMIT $p.v4
      RETURN collect([e7.`since`, e7p.`until`]) AS c9
    }
    CALL (n1, each) {
      MATCH (n1)<-[e10:`LEADS`]-(n11:`Agent`)
      WHERE (NOT coalesce(n11.`id` = each.v5, false) OR NOT coalesce(e10.`since` = each.v6, false))
      WITH e10, n11, n1, each, e10 {.`id`} AS e10p ORDER BY n11.`id`, e10p.`id` LIMIT $p.v7
      RETURN collect([n11.`id`]) AS c12
    }
    CALL (n1, each) {
      MATCH (n1)<-[e13:`LEADS`]-(n14:`Agent`)
      WHERE (n14.`id` = each.v8 OR e13.`role` IS NULL)
      WITH e13, n14, n1, each, e13 {.`id`} AS e13p ORDER BY n14.`id`, e13p.`id` LIMIT $p.v9
      RETURN collect([n14.`id`]) AS c15
    }
    CALL (n1, each) {
      MATCH (n1)<-[e18:`LEADS`]-(n19:`Agent`)
      WHERE e18.`contested` = each.v12
      WITH e18, n19, n1, each, e18 {.`contested_`, .`id`, .`role`} AS e18p, n19 {.`id`} AS n19p ORDER BY n19p.`id`, e18p.`id` LIMIT $p.v13
      RETURN collect([e18.`contested`, e18p.`role`, e18p.`contested_`]) AS c20
    }
    CALL (n1, each) {
      MATCH (n1)<-[e21:`HAS_INTEREST_IN`|`OWNS`]-(n22:`Agent`)
      WHERE e21.`rank` = each.v14
      WITH e21, n22, n1, each, e21 {.`confidence`, .`id`, .`predicate`} AS e21p, n22 {.`id`} AS n22p ORDER BY n22p.`id`, e21p.`id` LIMIT $p.v15
      RETURN collect([e21p.`predicate`, e21.`rank`, e21p.`confidence`]) AS c23
    }
    CALL (n1, each) {
      MATCH (n24:Statement) USING INDEX SEEK n24:Statement(subject)
      WHERE n24.subject = n1.id AND (n24.`predicate` IN each.v16 AND n24.`shown` = each.v17)
      WITH n24, each ORDER BY n24.`predicate`, n24.`id` LIMIT $p.v18
      RETURN collect([n24.`id`]) AS c26
    }
    CALL (n1, each) {
      MATCH (s28:Statement)-[:REFERENCE]->(n27)
      WHERE (s28.subject = n1.id OR s28.object = n1.id) AND n27.`publisher` IS NULL
      WITH DISTINCT n27, each ORDER BY n27.`id` LIMIT $p.v19
      RETURN collect([n27.`id`]) AS c29
    }
    RETURN collect([[COUNT {
      MATCH (n1)<-[e5:`LEADS`]-(n6:`Agent`)
      WHERE n6.`name` = each.v1
    }, c4], [null, c9], [null, c12], [null, c15], [COUNT {
      MATCH (n1)<-[e16:`LEADS`]-(n17:`Agent`)
      WHERE each.v10 IN coalesce(e16.`statuses`, [])
    }, []], [null, c20], [null, c23], [null, c26], [null, c29]]) AS c30
  }
  RETURN collect([each.at, [head(c30)]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
