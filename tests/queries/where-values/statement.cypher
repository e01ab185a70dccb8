MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:`Person`)
    WHERE v0 >= 0 AND (n1.`name__key` = each.v0 AND n1.`name` = each.v1) AND n1.`id` IS NOT NULL
    WITH n1, each ORDER BY n1.`name__key`, n1.`id` LIMIT $p.v2
    RETURN collect([n1.`id`]) AS c2
  }
  CALL (v0, each) {
    MATCH (n3:Entity)
    WHERE v0 >= 0 AND n3.`id` IN each.v3 AND n3.`id` IS NOT NULL
    WITH n3, each ORDER BY n3.`id` LIMIT $p.v4
    RETURN collect([n3.`id`]) AS c4
  }
  CALL (v0, each) {
    MATCH (n6:`Person`)
    WHERE v0 >= 0 AND n6.`name` IS NULL AND n6.`id` IS NOT NULL
    WITH n6, each ORDER BY n6.`id` LIMIT $p.v7
    RETURN collect([n6.`id`]) AS c7
  }
  CALL (v0, each) {
    MATCH (n8:`Group`)
    WHERE v0 >= 0 AND (n8.`name__key` = each.v8 AND n8.`name` = each.v9) AND n8.`id` IS NOT NULL
    WITH n8, each ORDER BY n8.`name__key`, n8.`id` LIMIT $p.v10
    RETURN collect([n8.`id`]) AS c9
  }
  CALL (v0, each) {
    MATCH (n10:`Person`)
    WHERE v0 >= 0 AND coalesce(n10.`nicknames`, []) = each.v11 AND n10.`id` IS NOT NULL
    WITH n10, each ORDER BY n10.`id` LIMIT $p.v12
    RETURN collect([n10.`id`]) AS c11
  }
  CALL (v0, each) {
    MATCH (n13:`Person`)
    WHERE v0 >= 0 AND each.v15 IN coalesce(n13.`nicknames`, []) AND n13.`id` IS NOT NULL
    WITH n13, each ORDER BY n13.`id` LIMIT $p.v16
    RETURN collect([n13.`id`]) AS c14
  }
  CALL (v0, each) {
    MATCH (n16:`Person`)
    WHERE v0 >= 0 AND n16.`mood` IN each.v18 AND n16.`id` IS NOT NULL
    WITH n16, each ORDER BY n16.`id` LIMIT $p.v19
    RETURN collect([n16.`id`, n16.`mood`]) AS c17
  }
  CALL (v0, each) {
    MATCH (n18:`Person`)
    WHERE v0 >= 0 AND each.v20 IN coalesce(n18.`moods`, []) AND n18.`id` IS NOT NULL
    WITH n18, each ORDER BY n18.`id` LIMIT $p.v21
    RETURN collect([n18.`id`, n18.`moods`]) AS c19
  }
  CALL (v0, each) {
    MATCH (n20:`Person`)
    WHERE v0 >= 0 AND n20.`height` = each.v22 AND n20.`id` IS NOT NULL
    WITH n20, each ORDER BY n20.`height`, n20.`id` LIMIT $p.v23
    RETURN collect([n20.`id`, n20.`height`]) AS c21
  }
  CALL (v0, each) {
    MATCH (n22:`Group`)
    WHERE v0 >= 0 AND n22.`size` = each.v24 AND n22.`id` IS NOT NULL
    WITH n22, each ORDER BY n22.`size`, n22.`id` LIMIT $p.v25
    RETURN collect([n22.`id`, n22.`size`]) AS c23
  }
  CALL (v0, each) {
    MATCH (n24:`Group`)
    WHERE v0 >= 0 AND n24.`public` = each.v26 AND n24.`id` IS NOT NULL
    WITH n24, each ORDER BY n24.`id` LIMIT $p.v27
    RETURN collect([n24.`id`]) AS c25
  }
  CALL (v0, each) {
    MATCH (n26:`Person`)
    WHERE v0 >= 0 AND n26.`born` = each.v28 AND n26.`id` IS NOT NULL
    WITH n26, each ORDER BY n26.`id` LIMIT $p.v29
    RETURN collect([n26.`id`, n26.`born`]) AS c27
  }
  CALL (v0, each) {
    MATCH (n28:`Group`)
    WHERE v0 >= 0 AND n28.`measure` IN each.v30 AND n28.`id` IS NOT NULL
    WITH n28, each ORDER BY n28.`id` LIMIT $p.v31
    RETURN collect([n28.`id`, n28.`measure`]) AS c29
  }
  CALL (v0, each) {
    MATCH (n31:`Group`)
    WHERE v0 >= 0 AND each.v34 IN coalesce(n31.`measures`, []) AND n31.`id` IS NOT NULL
    WITH n31, each ORDER BY n31.`id` LIMIT $p.v35
    RETURN collect([n31.`id`, n31.`measures`]) AS c32
  }
  CALL (v0, each) {
    MATCH (n33:`Group`)
    WHERE v0 >= 0 AND n33.`type_` = each.v36 AND n33.`id` IS NOT NULL
    WITH n33, each ORDER BY n33.`id` LIMIT $p.v37
    WITH *, n33 {.`contested`, .`contested_`, .`type`} AS n33p ORDER BY n33.`id`
    RETURN collect([n33.`id`, n33p.`type`, n33.`type_`, n33p.`contested`, n33p.`contested_`]) AS c34
  }
  RETURN collect([each.at, [[null, c2], [null, c4], [COUNT {
    MATCH (n5:Entity)
    WHERE v0 >= 0 AND n5.`id` IN each.v5
  }, []], [null, c7], [null, c9], [null, c11], [COUNT {
    MATCH (n12:`Person`)
    WHERE v0 >= 0 AND coalesce(n12.`nicknames`, []) = each.v13
  }, []], [null, c14], [COUNT {
    MATCH (n15:`Person`)
    WHERE v0 >= 0 AND n15.`nicknames` IS NULL
  }, []], [null, c17], [null, c19], [null, c21], [null, c23], [null, c25], [null, c27], [null, c29], [COUNT {
    MATCH (n30:`Group`)
    WHERE v0 >= 0 AND n30.`measure` IN each.v32
  }, []], [null, c32], [null, c34]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
