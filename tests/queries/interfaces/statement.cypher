MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:Entity)
    WHERE v0 >= 0 AND n1.`id` IN each.v0 AND n1.`id` IS NOT NULL
    WITH n1, each ORDER BY n1.`id` LIMIT $p.v1
    WITH *, n1 {.`born`, .`height`, .`lucky_numbers`, .`public`, .`size`, .`total`, .`type`} AS n1p ORDER BY n1.`id`
    RETURN collect([n1p.`type`, n1.`id`, n1p.`type`, n1.`id`, n1p.`born`, n1p.`height`, n1.`id`, n1p.`born`, n1p.`size`, n1p.`public`, n1.`id`, n1p.`born`, n1p.`size`, n1p.`lucky_numbers`, n1.`id`, n1p.`total`, n1.`id`]) AS c2
  }
  CALL (v0, each) {
    MATCH (n3:`Agent` {id: each.v2})
    WHERE v0 >= 0
    WITH n3, each, n3 {.`country`, .`mood`, .`type`} AS n3p
    RETURN collect([n3p.`type`, n3p.`mood`, n3p.`country`, n3p.`mood`]) AS c4
  }
  CALL (v0, each) {
    MATCH (n5:`Person` {id: each.v3})
    WHERE v0 >= 0
    WITH n5, each, n5 {.`born`, .`name`} AS n5p
    RETURN collect([n5p.`name`, n5p.`born`]) AS c6
  }
  RETURN collect([each.at, [[null, c2], head(c4), head(c6)]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
