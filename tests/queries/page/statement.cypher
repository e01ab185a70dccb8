MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    CALL (v0, each) {
      MATCH (n1:Entity)
      WHERE v0 >= 0 AND n1.`name__key` >= '' AND n1.`id` IS NOT NULL
      WITH n1, each ORDER BY n1.`name__key` DESC, n1.`id` LIMIT $p.v0 + 1
      WITH *, n1 {.`name`} AS n1p ORDER BY n1.`name__key` DESC, n1.`id`
      RETURN [[n1.`name__key`, n1.`id`], n1.`id`, n1p.`name`] AS i3
      UNION ALL
      MATCH (n1:Entity)
      WHERE v0 >= 0 AND n1.`name__key__absent` = true AND n1.`id` IS NOT NULL
      WITH n1, each ORDER BY n1.`name__key__absent`, n1.`id` LIMIT $p.v0 + 1
      WITH *, n1 {.`name`} AS n1p ORDER BY n1.`name__key__absent`, n1.`id`
      RETURN [[n1.`name__key`, n1.`id`], n1.`id`, n1p.`name`] AS i3
    }
    WITH i3 LIMIT $p.v0 + 1
    RETURN collect(i3) AS c2
  }
  CALL (v0, each) {
    MATCH (n4:Entity)
    WHERE v0 >= 0 AND n4.`id` IS NOT NULL
    WITH n4, each ORDER BY n4.`id` LIMIT $p.v1 + 1
    RETURN collect([[n4.`id`]]) AS c5
  }
  CALL (v0, each) {
    MATCH (n6:Entity)
    WHERE v0 >= 0 AND n6.`id` IS NOT NULL
    WITH n6, each ORDER BY n6.`id` LIMIT $p.v2 + 1
    RETURN collect([[n6.`id`], n6.`id`]) AS c7
  }
  CALL (v0, each) {
    MATCH (n8:Entity)
    WHERE v0 >= 0 AND n8.`id` IS NOT NULL
    WITH n8, each ORDER BY n8.`id` LIMIT $p.v3 + 1
    RETURN collect([[n8.`id`]]) AS c9
  }
  RETURN collect([each.at, [[COUNT { (:Entity) }, c2], [null, c5], [COUNT { (:Entity) }, c7], [null, c9]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
