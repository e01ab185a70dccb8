MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:Entity {id: each.v0})
    WHERE v0 >= 0
    CALL (n1, each) {
      MATCH (n1)-[e2]->(n3:Entity)
      WITH e2, n3, n1, each, e2 {.`id`} AS e2p, n3 {.`id`} AS n3p ORDER BY n3p.`id`, e2p.`id` LIMIT $p.v1
      RETURN collect([n3p.`id`]) AS c4
    }
    RETURN collect([n1.`id`, [null, c4]]) AS c5
  }
  CALL (v0, each) {
    MATCH (n6:`Person`)
    WHERE v0 >= 0 AND (n6.`name__key` = each.v2 AND n6.`name` = each.v3) AND n6.`id` IS NOT NULL
    WITH n6, each ORDER BY n6.`name__key`, n6.`id` LIMIT $p.v4
    RETURN collect([n6.`id`]) AS c7
  }
  CALL (v0, each) {
    CALL (v0, each) {
      MATCH (n8:`Person`)
      WHERE v0 >= 0 AND true AND n8.`name__key` >= '' AND n8.`id` IS NOT NULL
      WITH n8, each ORDER BY n8.`name__key` DESC, n8.`id` LIMIT $p.v5
      RETURN [n8.`id`] AS i10
      UNION ALL
      MATCH (n8:`Person`)
      WHERE v0 >= 0 AND true AND n8.`name__key__absent` = true AND n8.`id` IS NOT NULL
      WITH n8, each ORDER BY n8.`name__key__absent`, n8.`id` LIMIT $p.v5
      RETURN [n8.`id`] AS i10
    }
    WITH i10 LIMIT $p.v5
    RETURN collect(i10) AS c9
  }
  CALL (v0, each) {
    MATCH (n11:`Group`)
    WHERE v0 >= 0 AND n11.`size` IN each.v6 AND n11.`id` IS NOT NULL
    WITH n11, each ORDER BY n11.`id` LIMIT $p.v7
    RETURN collect([n11.`size`]) AS c12
  }
  RETURN collect([each.at, [head(c5), [null, c7], [null, c9], [null, c12]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
