MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:`Person`)
    WHERE v0 >= 0 AND n1.`name` CONTAINS each.v0 AND n1.`id` IS NOT NULL
    WITH n1, each ORDER BY n1.`id` LIMIT $p.v1
    RETURN collect([n1.`id`]) AS c2
  }
  CALL (v0, each) {
    MATCH (n3:Entity)
    WHERE v0 >= 0 AND (n3.`id` STARTS WITH each.v2 AND n3.`name` STARTS WITH each.v3) AND n3.`id` IS NOT NULL
    WITH n3, each ORDER BY n3.`id` LIMIT $p.v4
    RETURN collect([n3.`id`]) AS c4
  }
  CALL (v0, each) {
    MATCH (n5:Entity)
    WHERE v0 >= 0 AND n5.`name` ENDS WITH each.v5 AND n5.`id` IS NOT NULL
    WITH n5, each ORDER BY n5.`id` LIMIT $p.v6
    RETURN collect([n5.`id`]) AS c6
  }
  CALL (v0, each) {
    MATCH (n8:`Person`)
    WHERE v0 >= 0 AND n8.`name__key` < each.v9 AND n8.`id` IS NOT NULL
    WITH n8, each ORDER BY n8.`id` LIMIT $p.v10
    RETURN collect([n8.`id`]) AS c9
  }
  CALL (v0, each) {
    MATCH (n11:`Person`)
    WHERE v0 >= 0 AND n11.`name__key` >= each.v13 AND n11.`id` IS NOT NULL
    WITH n11, each ORDER BY n11.`id` LIMIT $p.v14
    RETURN collect([n11.`id`]) AS c12
  }
  CALL (v0, each) {
    MATCH (n13:`Person`)
    WHERE v0 >= 0 AND n13.`name__key` > each.v15 AND n13.`id` IS NOT NULL
    WITH n13, each ORDER BY n13.`id` LIMIT $p.v16
    RETURN collect([n13.`id`]) AS c14
  }
  CALL (v0, each) {
    MATCH (n15:`Person`)
    WHERE v0 >= 0 AND ((n15.`name__key` = each.v18 AND (n15.`name__folded` IS NULL OR n15.`name__folded` = each.v17))) AND n15.`id` IS NOT NULL
    WITH n15, each ORDER BY n15.`name__key`, n15.`id` LIMIT $p.v19
    RETURN collect([n15.`id`]) AS c16
  }
  CALL (v0, each) {
    MATCH (n17:`Person`)
    WHERE v0 >= 0 AND ((n17.`name__key` IN each.v21 AND (n17.`name__folded` IS NULL OR n17.`name__folded` IN each.v20))) AND n17.`id` IS NOT NULL
    WITH n17, each ORDER BY n17.`id` LIMIT $p.v22
    RETURN collect([n17.`id`]) AS c18
  }
  CALL (v0, each) {
    MATCH (n19:Entity)
    WHERE v0 >= 0 AND ((n19.`name__key` CONTAINS each.v23 OR n19.`name__folded` CONTAINS each.v24)) AND n19.`id` IS NOT NULL
    WITH n19, each ORDER BY n19.`id` LIMIT $p.v25
    RETURN collect([n19.`id`]) AS c20
  }
  CALL (v0, each) {
    MATCH (n21:`Person`)
    WHERE v0 >= 0 AND ((n21.`name__key` CONTAINS each.v26 OR n21.`name__folded` CONTAINS each.v27)) AND n21.`id` IS NOT NULL
    WITH n21, each ORDER BY n21.`id` LIMIT $p.v28
    RETURN collect([n21.`id`]) AS c22
  }
  CALL (v0, each) {
    MATCH (n23:`Person`)
    WHERE v0 >= 0 AND (n23.`name` STARTS WITH each.v29 AND ((n23.`name__key` STARTS WITH each.v30 OR n23.`name__folded` STARTS WITH each.v31) AND (n23.`name__key` ENDS WITH each.v32 OR n23.`name__folded` ENDS WITH each.v33))) AND n23.`id` IS NOT NULL
    WITH n23, each ORDER BY n23.`id` LIMIT $p.v34
    RETURN collect([n23.`id`]) AS c24
  }
  CALL (v0, each) {
    MATCH (n26:`Person`)
    WHERE v0 >= 0 AND n26.`name` IS NULL AND n26.`id` IS NOT NULL
    WITH n26, each ORDER BY n26.`id` LIMIT $p.v36
    RETURN collect([n26.`id`]) AS c27
  }
  RETURN collect([each.at, [[null, c2], [null, c4], [null, c6], [COUNT {
    MATCH (n7:Entity)
    WHERE v0 >= 0 AND n7.`name` CONTAINS each.v7
  }, []], [null, c9], [COUNT {
    MATCH (n10:`Person`)
    WHERE v0 >= 0 AND n10.`name__key` <= each.v11
  }, []], [null, c12], [null, c14], [null, c16], [null, c18], [null, c20], [null, c22], [null, c24], [COUNT {
    MATCH (n25:`Person`)
    WHERE v0 >= 0 AND n25.`name` IS NOT NULL
  }, []], [null, c27]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
