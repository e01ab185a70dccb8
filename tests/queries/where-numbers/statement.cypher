MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:`Person`)
    WHERE v0 >= 0 AND n1.`height` < each.v0 AND n1.`id` IS NOT NULL
    WITH n1, each ORDER BY n1.`id` LIMIT $p.v1
    RETURN collect([n1.`id`, n1.`height`]) AS c2
  }
  CALL (v0, each) {
    MATCH (n3:`Person`)
    WHERE v0 >= 0 AND (n3.`height` <= each.v2 AND n3.`height` > each.v3) AND n3.`id` IS NOT NULL
    WITH n3, each ORDER BY n3.`id` LIMIT $p.v4
    RETURN collect([n3.`id`, n3.`height`]) AS c4
  }
  CALL (v0, each) {
    MATCH (n6:`Group`)
    WHERE v0 >= 0 AND n6.`size` > each.v7 AND n6.`id` IS NOT NULL
    WITH n6, each ORDER BY n6.`id` LIMIT $p.v8
    RETURN collect([n6.`id`, n6.`size`]) AS c7
  }
  CALL (v0, each) {
    MATCH (n8:`Group`)
    WHERE v0 >= 0 AND n8.`public` IS NOT NULL AND n8.`id` IS NOT NULL
    WITH n8, each ORDER BY n8.`id` LIMIT $p.v9
    RETURN collect([n8.`id`]) AS c9
  }
  RETURN collect([each.at, [[null, c2], [null, c4], [COUNT {
    MATCH (n5:`Person`)
    WHERE v0 >= 0 AND NOT coalesce(n5.`height` < each.v5, false)
  }, []], [null, c7], [null, c9]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
