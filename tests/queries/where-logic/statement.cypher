MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:`Person`)
    WHERE v0 >= 0 AND ((n1.`name__key` = each.v0 AND n1.`name` = each.v1) AND n1.`height` = each.v2) AND n1.`id` IS NOT NULL
    WITH n1, each ORDER BY n1.`name__key`, n1.`id` LIMIT $p.v3
    RETURN collect([n1.`id`]) AS c2
  }
  CALL (v0, each) {
    MATCH (n3:`Person`)
    WHERE v0 >= 0 AND ((n3.`name__key` = each.v4 AND n3.`name` = each.v5) OR n3.`height` = each.v6) AND n3.`id` IS NOT NULL
    WITH n3, each ORDER BY n3.`id` LIMIT $p.v7
    RETURN collect([n3.`id`]) AS c4
  }
  CALL (v0, each) {
    MATCH (n6:`Person`)
    WHERE v0 >= 0 AND ((n6.`name` IS NOT NULL AND n6.`mood` IS NULL) OR n6.`id` = each.v10) AND n6.`id` IS NOT NULL
    WITH n6, each ORDER BY n6.`id` LIMIT $p.v11
    RETURN collect([n6.`id`]) AS c7
  }
  CALL (v0, each) {
    MATCH (n11:`Person`)
    WHERE v0 >= 0 AND (NOT coalesce(n11.`id` = each.v15, false) AND (n11.`name__key` = each.v16 AND n11.`name` = each.v17)) AND n11.`id` IS NOT NULL
    WITH n11, each ORDER BY n11.`name__key`, n11.`id` LIMIT $p.v18
    RETURN collect([n11.`id`]) AS c12
  }
  RETURN collect([each.at, [[null, c2], [null, c4], [COUNT {
    MATCH (n5:`Person`)
    WHERE v0 >= 0 AND NOT coalesce(n5.`height` = each.v8, false)
  }, []], [null, c7], [COUNT {
    MATCH (n8:`Person`)
    WHERE v0 >= 0 AND true
  }, []], [COUNT {
    MATCH (n9:`Person`)
    WHERE v0 >= 0 AND n9.id IS NULL
  }, []], [COUNT {
    MATCH (n10:`Person`)
    WHERE v0 >= 0 AND n10.id IS NULL
  }, []], [null, c12], [COUNT { (:`Person`) }, []]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
