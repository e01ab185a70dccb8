MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:`Person` {id: each.v0})
    WHERE v0 >= 0
    WITH n1, each, n1 {.`name`} AS n1p
    RETURN collect([n1p.`name`]) AS c2
  }
  CALL (v0, each) {
    MATCH (n3:Dataset)
    WHERE v0 >= 0
    WITH n3, each, n3 {.`conflicts`, .`documents`, .`entities`, .`relations`, .`revision`, .`statements`} AS n3p
    RETURN collect([n3.`id`, n3p.`revision`, n3p.`entities`, n3p.`relations`, n3p.`statements`, n3p.`documents`, n3p.`conflicts`]) AS c4
  }
  RETURN collect([each.at, [head(c2), head(c4)]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
