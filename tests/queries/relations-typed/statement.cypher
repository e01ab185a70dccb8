MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:`Person` {id: each.v0})
    WHERE v0 >= 0
    CALL (n1, each) {
      MATCH (n1)-[e2:`LEADS`]->(n3:`Group`)
      WITH e2, n3, n1, each, e2 {.`confidence`, .`contested`, .`contested_`, .`id`, .`predicate`, .`rank`, .`role`, .`since`, .`statuses`, .`until`} AS e2p, n3 {.`id`, .`type`} AS n3p ORDER BY n3p.`id`, e2p.`id` LIMIT $p.v1
      RETURN collect([e2p.`predicate`, e2p.`rank`, e2p.`contested`, e2p.`confidence`, n3p.`type`, n3p.`id`, e2p.`role`, e2p.`since`, e2p.`until`, e2p.`statuses`, e2p.`contested_`]) AS c4
    }
    CALL (n1, each) {
      MATCH (n1)-[e5:`HAS_INTEREST_IN`|`OWNS`]->(n6:`NamedThing`)
      WITH e5, n6, n1, each, e5 {.`id`, .`predicate`, .`share`, .`status`, .`votes`} AS e5p, n6 {.`id`} AS n6p ORDER BY n6p.`id`, e5p.`id` LIMIT $p.v2
      RETURN collect([e5p.`predicate`, n6p.`id`, e5p.`share`, e5p.`votes`, e5p.`status`]) AS c7
    }
    CALL (n1, each) {
      MATCH (n1)-[e8:`OWNS`]->(n9:`NamedThing`)
      WITH e8, n9, n1, each, e8 {.`id`, .`predicate`} AS e8p, n9 {.`id`} AS n9p ORDER BY n9p.`id`, e8p.`id` LIMIT $p.v3
      RETURN collect([e8p.`predicate`, n9p.`id`]) AS c10
    }
    CALL (n1, each) {
      MATCH (n1)-[e11:`KNOWS`]-(n12:`Agent`)
      WITH e11, n12, n1, each, e11 {.`id`} AS e11p, n12 {.`id`} AS n12p ORDER BY n12p.`id`, e11p.`id` LIMIT $p.v4
      RETURN collect([n12p.`id`]) AS c13
    }
    RETURN collect([[CASE WHEN n1.`off_range` IS NULL THEN COUNT { (n1)-[:`LEADS`]->() } ELSE COUNT {
      MATCH (n1)-[e0:`LEADS`]->(n0:`Group`)
    } END, c4], [null, c7], [null, c10], [null, c13]]) AS c14
  }
  CALL (v0, each) {
    MATCH (n15:`Group` {id: each.v5})
    WHERE v0 >= 0
    CALL (n15, each) {
      MATCH (n15)-[e16:`LEADS`]->(n17:`Group`)
      WITH e16, n17, n15, each, e16 {.`id`} AS e16p, n17 {.`id`} AS n17p ORDER BY n17p.`id`, e16p.`id` LIMIT $p.v6
      RETURN collect([n17p.`id`]) AS c18
    }
    CALL (n15, each) {
      MATCH (n15)<-[e19:`LEADS`]-(n20:`Agent`)
      WITH e19, n20, n15, each, e19 {.`id`} AS e19p, n20 {.`id`, .`type`} AS n20p ORDER BY n20p.`id`, e19p.`id` LIMIT $p.v7
      RETURN collect([n20p.`type`, n20p.`id`]) AS c21
    }
    CALL (n15, each) {
      MATCH (n15)<-[e22:`HAS_INTEREST_IN`|`OWNS`]-(n23:`Agent`)
      WITH e22, n23, n15, each, e22 {.`id`, .`predicate`} AS e22p, n23 {.`id`} AS n23p ORDER BY n23p.`id`, e22p.`id` LIMIT $p.v8
      RETURN collect([e22p.`predicate`, n23p.`id`]) AS c24
    }
    RETURN collect([[null, c18], [CASE WHEN n15.`off_range` IS NULL THEN COUNT { (n15)<-[:`LEADS`]-() } ELSE COUNT {
      MATCH (n15)<-[e0:`LEADS`]-(n0:`Agent`)
    } END, c21], [CASE WHEN n15.`off_range` IS NULL THEN COUNT { (n15)<-[:`HAS_INTEREST_IN`|`OWNS`]-() } ELSE COUNT {
      MATCH (n15)<-[e0:`HAS_INTEREST_IN`|`OWNS`]-(n0:`Agent`)
    } END, c24]]) AS c25
  }
  CALL (v0, each) {
    MATCH (n26:`Person` {id: each.v9})
    WHERE v0 >= 0
    CALL (n26, each) {
      MATCH (n26)-[e27:`KNOWS`]-(n28:`Agent`)
      WITH e27, n28, n26, each, e27 {.`id`} AS e27p, n28 {.`id`} AS n28p ORDER BY n28p.`id`, e27p.`id` LIMIT $p.v10
      RETURN collect([n28p.`id`]) AS c29
    }
    RETURN collect([[CASE WHEN n26.`off_range` IS NULL THEN COUNT { (n26)-[:`KNOWS`]-() } ELSE COUNT {
      MATCH (n26)-[e0:`KNOWS`]-(n0:`Agent`)
    } END, c29], [CASE WHEN n26.`off_range` IS NULL THEN COUNT { (n26)-[:`OWNS`]->() } ELSE COUNT {
      MATCH (n26)-[e0:`OWNS`]->(n0:`NamedThing`)
    } END, []]]) AS c30
  }
  CALL (v0, each) {
    MATCH (n31:`Person` {id: each.v12})
    WHERE v0 >= 0
    CALL (n31, each) {
      MATCH (n31)-[e32:`LEADS`]->(n33:`Group`)
      WITH e32, n33, n31, each, e32 {.`id`} AS e32p, n33 {.`id`} AS n33p ORDER BY n33p.`id`, e32p.`id` LIMIT $p.v13
      RETURN collect([n33p.`id`]) AS c34
    }
    RETURN collect([[CASE WHEN n31.`off_range` IS NULL THEN COUNT { (n31)-[:`LEADS`]->() } ELSE COUNT {
      MATCH (n31)-[e0:`LEADS`]->(n0:`Group`)
    } END, c34], [COUNT {
      MATCH (n0:Statement) USING INDEX SEEK n0:Statement(subject)
      WHERE n0.subject = n31.id
    }, []]]) AS c35
  }
  RETURN collect([each.at, [head(c14), head(c25), head(c30), head(c35)]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
