MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:Entity)
    WHERE v0 >= 0 AND (n1.`name__key` = each.v0 AND n1.`name` = each.v1) AND n1.`id` IS NOT NULL
    WITH n1, each ORDER BY n1.`name__key`, n1.`id` LIMIT $p.v2
    RETURN collect([n1.`id`, n1.`name`]) AS c2
  }
  CALL (v0, each) {
    MATCH (n4:Entity)
    WHERE v0 >= 0 AND (n4.`name__key` = each.v6 AND n4.`name` = each.v7) AND n4.`id` IS NOT NULL
    WITH n4, each ORDER BY n4.`name__key`, n4.`id` LIMIT $p.v8
    RETURN collect([n4.`id`, n4.`name`]) AS c5
  }
  CALL (v0, each) {
    MATCH (n6:Entity)
    WHERE v0 >= 0 AND (n6.`name__key` = each.v9 AND n6.`name` = each.v10) AND n6.`id` IS NOT NULL
    WITH n6, each ORDER BY n6.`name__key`, n6.`id` LIMIT $p.v11
    RETURN collect([n6.`id`, n6.`name`]) AS c7
  }
  CALL (v0, each) {
    MATCH (n10:Entity {id: each.v18})
    WHERE v0 >= 0
    WITH n10, each, n10 {.`name`} AS n10p
    RETURN collect([n10p.`name`]) AS c11
  }
  RETURN collect([each.at, [[null, c2], [COUNT {
    MATCH (n3:Entity)
    WHERE v0 >= 0 AND (n3.`name__key` = each.v3 AND n3.`name` = each.v4) AND n3.id IS NOT NULL
  }, []], [null, c5], [null, c7], [COUNT {
    MATCH (n8:Entity)
    WHERE v0 >= 0 AND (n8.`name__key` = each.v12 AND n8.`name` = each.v13) AND n8.id IS NOT NULL
  }, []], [COUNT {
    MATCH (n9:Entity)
    WHERE v0 >= 0 AND (n9.`name__key` = each.v15 AND n9.`name` = each.v16) AND n9.id IS NOT NULL
  }, []], head(c11)]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
