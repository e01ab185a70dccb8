MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:`Person` {id: each.v0})
    WHERE v0 >= 0
    WITH n1, each, n1 {.`name`} AS n1p
    RETURN collect([n1p.`name`, n1p.`name`, n1p.`name`]) AS c2
  }
  CALL (v0, each) {
    MATCH (n3:`Person` {id: each.v1})
    WHERE v0 >= 0
    CALL (n3, each) {
      MATCH (n3)-[e4:`LEADS`]->(n5:`Group`)
      WITH e4, n5, n3, each, e4 {.`id`} AS e4p, n5 {.`id`} AS n5p ORDER BY n5p.`id`, e4p.`id` LIMIT $p.v2
      RETURN collect([n5p.`id`]) AS c6
    }
    CALL (n3, each) {
      MATCH (n3)-[e7:`LEADS`]->(n8:`Group`)
      WHERE e7.`since` = each.v3
      WITH e7, n8, n3, each, e7 {.`id`} AS e7p, n8 {.`id`, .`name`} AS n8p ORDER BY n8p.`id`, e7p.`id` LIMIT $p.v4
      RETURN collect([n8p.`id`, e7.`since`, n8p.`name`]) AS c9
    }
    RETURN collect([[null, c6], [COUNT {
      MATCH (n3)-[e10:`LEADS`]->(n11:`Group`)
      WHERE e10.`since` = each.v3
    }, c9]]) AS c12
  }
  RETURN collect([each.at, [head(c2), head(c12)]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
