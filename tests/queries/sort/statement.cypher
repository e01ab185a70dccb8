MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    CALL (v0, each) {
      MATCH (n1:Entity)
      WHERE v0 >= 0 AND n1.`name__key` >= '' AND n1.`id` IS NOT NULL
      WITH n1, each ORDER BY n1.`name__key`, n1.`id` LIMIT $p.v0
      WITH *, n1 {.`name`} AS n1p ORDER BY n1.`name__key`, n1.`id`
      RETURN [n1.`id`, n1p.`name`] AS i3
      UNION ALL
      MATCH (n1:Entity)
      WHERE v0 >= 0 AND n1.`name__key__absent` = true AND n1.`id` IS NOT NULL
      WITH n1, each ORDER BY n1.`name__key__absent`, n1.`id` LIMIT $p.v0
      WITH *, n1 {.`name`} AS n1p ORDER BY n1.`name__key__absent`, n1.`id`
      RETURN [n1.`id`, n1p.`name`] AS i3
    }
    WITH i3 LIMIT $p.v0
    RETURN collect(i3) AS c2
  }
  CALL (v0, each) {
    MATCH (n4:Entity)
    WHERE v0 >= 0
    WITH n4, each ORDER BY n4.`name__key` IS NULL, n4.`name__key` DESC, n4.`id` IS NULL, n4.`id` DESC, n4.`id` LIMIT $p.v1
    WITH *, n4 {.`name`} AS n4p ORDER BY n4.`name__key` IS NULL, n4.`name__key` DESC, n4.`id` IS NULL, n4.`id` DESC, n4.`id`
    RETURN collect([n4.`id`, n4p.`name`]) AS c5
  }
  CALL (v0, each) {
    MATCH (n6:`Person`)
    WHERE v0 >= 0
    WITH n6, each ORDER BY n6.`height` IS NULL, n6.`height` DESC, n6.`name__key`, n6.`id` LIMIT $p.v2
    WITH *, n6 {.`name`} AS n6p ORDER BY n6.`height` IS NULL, n6.`height` DESC, n6.`name__key`, n6.`id`
    RETURN collect([n6.`id`, n6.`height`, n6p.`name`]) AS c7
  }
  CALL (v0, each) {
    MATCH (n8:`Person`)
    WHERE v0 >= 0
    WITH n8, each ORDER BY n8.`mood__key`, n8.`id` LIMIT $p.v3
    WITH *, n8 {.`mood`} AS n8p ORDER BY n8.`mood__key`, n8.`id`
    RETURN collect([n8.`id`, n8p.`mood`]) AS c9
  }
  CALL (v0, each) {
    MATCH (n10:`Person`)
    WHERE v0 >= 0
    WITH n10, each ORDER BY n10.`born__min` IS NULL, n10.`born__min` DESC, n10.`id` LIMIT $p.v4
    WITH *, n10 {.`born`} AS n10p ORDER BY n10.`born__min` IS NULL, n10.`born__min` DESC, n10.`id`
    RETURN collect([n10.`id`, n10p.`born`]) AS c11
  }
  CALL (v0, each) {
    CALL (v0, each) {
      MATCH (n12:`Group`)
      WHERE v0 >= 0 AND n12.`size` >= -9223372036854775808 AND n12.`id` IS NOT NULL
      WITH n12, each ORDER BY n12.`size` DESC, n12.`id` LIMIT $p.v5
      RETURN [n12.`id`, n12.`size`] AS i14
      UNION ALL
      MATCH (n12:`Group`)
      WHERE v0 >= 0 AND n12.`size__absent` = true AND n12.`id` IS NOT NULL
      WITH n12, each ORDER BY n12.`size__absent`, n12.`id` LIMIT $p.v5
      RETURN [n12.`id`, n12.`size`] AS i14
    }
    WITH i14 LIMIT $p.v5
    RETURN collect(i14) AS c13
  }
  CALL (v0, each) {
    MATCH (n15:`Group`)
    WHERE v0 >= 0
    WITH n15, each ORDER BY n15.`public`, n15.`id` LIMIT $p.v6
    RETURN collect([n15.`id`, n15.`public`]) AS c16
  }
  RETURN collect([each.at, [[null, c2], [null, c5], [null, c7], [null, c9], [null, c11], [null, c13], [null, c16]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
