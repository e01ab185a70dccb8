MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:`Person` {id: each.v0})
    WHERE v0 >= 0
    WITH n1, each, n1 {.`height`} AS n1p
    RETURN collect([n1.`id`, n1p.`height`]) AS c2
  }
  CALL (v0, each) {
    MATCH (n3:`Person` {id: each.v1})
    WHERE v0 >= 0
    RETURN collect([]) AS c4
  }
  CALL (v0, each) {
    MATCH (n5:`Person`)
    WHERE v0 >= 0 AND n5.`id` IS NOT NULL
    WITH n5, each ORDER BY n5.`id` LIMIT $p.v2
    RETURN collect([]) AS c6
  }
  RETURN collect([each.at, [head(c2), head(c4), [null, c6]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
