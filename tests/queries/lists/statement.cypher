MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:Entity)
    WHERE v0 >= 0 AND n1.`id` IS NOT NULL
    WITH n1, each ORDER BY n1.`id` LIMIT $p.v0
    WITH *, n1 {.`type`} AS n1p ORDER BY n1.`id`
    RETURN collect([n1.`id`, n1p.`type`]) AS c2
  }
  CALL (v0, each) {
    MATCH (n3:`Person`)
    WHERE v0 >= 0 AND n3.`id` IS NOT NULL
    WITH n3, each ORDER BY n3.`id` LIMIT $p.v1
    WITH *, n3 {.`moods`, .`nicknames`} AS n3p ORDER BY n3.`id`
    RETURN collect([n3.`id`, n3p.`nicknames`, n3p.`moods`]) AS c4
  }
  CALL (v0, each) {
    MATCH (n5:`Group`)
    WHERE v0 >= 0 AND n5.`id` IS NOT NULL
    WITH n5, each ORDER BY n5.`id` LIMIT $p.v2
    WITH *, n5 {.`hollow`, .`measure`, .`measures`, .`type`} AS n5p ORDER BY n5.`id`
    RETURN collect([n5p.`type`, n5.`id`, n5p.`type`, n5p.`measure`, n5p.`measures`, n5p.`hollow`]) AS c6
  }
  CALL (v0, each) {
    MATCH (n7:`Club`)
    WHERE v0 >= 0 AND n7.`id` IS NOT NULL
    WITH n7, each ORDER BY n7.`id` LIMIT $p.v3
    WITH *, n7 {.`lucky_numbers`} AS n7p ORDER BY n7.`id`
    RETURN collect([n7.`id`, n7p.`lucky_numbers`]) AS c8
  }
  CALL (v0, each) {
    MATCH (n9:`StatementClass`)
    WHERE v0 >= 0 AND n9.`id` IS NOT NULL
    WITH n9, each ORDER BY n9.`id` LIMIT $p.v4
    RETURN collect([n9.`id`]) AS c10
  }
  CALL (v0, each) {
    MATCH (n11:`Place`)
    WHERE v0 >= 0 AND n11.`id` = each.v5 AND n11.`id` IS NOT NULL
    WITH n11, each ORDER BY n11.`id` LIMIT $p.v6 + 1
    RETURN collect([[n11.`id`], n11.`id`]) AS c12
  }
  RETURN collect([each.at, [[COUNT { (:Entity) }, c2], [COUNT { (:`Person`) }, c4], [COUNT { (:`Group`) }, c6], [COUNT { (:`Club`) }, c8], [null, c10], [COUNT {
    MATCH (n13:`Place`)
    WHERE v0 >= 0 AND n13.`id` = each.v5
  }, c12]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
