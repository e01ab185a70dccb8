MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:`Group` {id: each.v0})
    WHERE v0 >= 0
    CALL (n1, each) {
      MATCH (n1)<-[e2:`OWNS`]-(n3:`Agent`)
      WITH e2, n3, n1, each, e2 {.`id`, .`share`} AS e2p, n3 {.`id`} AS n3p ORDER BY e2p.`share` IS NULL, e2p.`share` DESC, e2p.`id` LIMIT $p.v1
      RETURN collect([e2p.`share`, n3p.`id`]) AS c4
    }
    CALL (n1, each) {
      MATCH (n1)<-[e5:`OWNS`]-(n6:`Agent`)
      WITH e5, n6, n1, each, e5 {.`id`} AS e5p, n6 {.`id`, .`name`, .`name__key`, .`type`} AS n6p ORDER BY n6p.`name__key`, e5p.`id` LIMIT $p.v2
      RETURN collect([n6p.`type`, n6p.`id`, n6p.`name`, n6p.`id`]) AS c7
    }
    CALL (n1, each) {
      MATCH (n1)<-[e8:`OWNS`]-(n9:`Agent`)
      WITH e8, n9, n1, each, e8 {.`id`, .`share`} AS e8p, n9 {.`id`} AS n9p ORDER BY e8p.`share`, n9p.`id` IS NULL, n9p.`id` DESC, e8p.`id` LIMIT $p.v3
      RETURN collect([e8p.`share`, n9p.`id`]) AS c10
    }
    CALL (n1, each) {
      MATCH (n1)<-[e11:`OWNS`]-(n12:`Agent`)
      WITH e11, n12, n1, each, e11 {.`id`} AS e11p, n12 {.`id`} AS n12p ORDER BY n12p.`id`, e11p.`id` LIMIT $p.v4
      RETURN collect([n12p.`id`]) AS c13
    }
    RETURN collect([[null, c4], [null, c7], [null, c10], [null, c13]]) AS c14
  }
  CALL (v0, each) {
    MATCH (n15:`Person` {id: each.v5})
    WHERE v0 >= 0
    CALL (n15, each) {
      MATCH (n15)-[e16:`LEADS`]->(n17:`Group`)
      WITH e16, n17, n15, each, e16 {.`id`, .`role`, .`since`, .`since__min`} AS e16p ORDER BY e16p.`since__min`, e16p.`id` LIMIT $p.v6
      RETURN collect([e16p.`since`, e16p.`role`]) AS c18
    }
    RETURN collect([[null, c18]]) AS c19
  }
  RETURN collect([each.at, [head(c14), head(c19)]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
