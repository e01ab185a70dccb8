MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:`Person`)
    WHERE v0 >= 0 AND n1.`born__max` < each.v0 AND n1.`id` IS NOT NULL
    WITH n1, each ORDER BY n1.`id` LIMIT $p.v1
    WITH *, n1 {.`born`} AS n1p ORDER BY n1.`id`
    RETURN collect([n1.`id`, n1p.`born`]) AS c2
  }
  CALL (v0, each) {
    MATCH (n4:`Person`)
    WHERE v0 >= 0 AND n4.`born__max` <= each.v4 AND n4.`id` IS NOT NULL
    WITH n4, each ORDER BY n4.`id` LIMIT $p.v5
    WITH *, n4 {.`born`} AS n4p ORDER BY n4.`id`
    RETURN collect([n4.`id`, n4p.`born`]) AS c5
  }
  CALL (v0, each) {
    MATCH (n6:`Person`)
    WHERE v0 >= 0 AND n6.`born__max` <= each.v6 AND n6.`id` IS NOT NULL
    WITH n6, each ORDER BY n6.`id` LIMIT $p.v7
    WITH *, n6 {.`born`} AS n6p ORDER BY n6.`id`
    RETURN collect([n6.`id`, n6p.`born`]) AS c7
  }
  CALL (v0, each) {
    MATCH (n8:`Person`)
    WHERE v0 >= 0 AND n8.`born__min` >= each.v8 AND n8.`id` IS NOT NULL
    WITH n8, each ORDER BY n8.`id` LIMIT $p.v9
    WITH *, n8 {.`born`} AS n8p ORDER BY n8.`id`
    RETURN collect([n8.`id`, n8p.`born`]) AS c9
  }
  CALL (v0, each) {
    MATCH (n10:`Person`)
    WHERE v0 >= 0 AND n10.`born__min` >= each.v10 AND n10.`id` IS NOT NULL
    WITH n10, each ORDER BY n10.`id` LIMIT $p.v11
    WITH *, n10 {.`born`} AS n10p ORDER BY n10.`id`
    RETURN collect([n10.`id`, n10p.`born`]) AS c11
  }
  CALL (v0, each) {
    MATCH (n13:`Person`)
    WHERE v0 >= 0 AND n13.`born__min` >= each.v15 AND n13.`id` IS NOT NULL
    WITH n13, each ORDER BY n13.`id` LIMIT $p.v16
    RETURN collect([n13.`id`]) AS c14
  }
  CALL (v0, each) {
    MATCH (n15:`Person`)
    WHERE v0 >= 0 AND n15.`born` = each.v17 AND n15.`id` IS NOT NULL
    WITH n15, each ORDER BY n15.`id` LIMIT $p.v18
    RETURN collect([n15.`id`]) AS c16
  }
  CALL (v0, each) {
    MATCH (n17:`Group`)
    WHERE v0 >= 0 AND n17.`seen__key` < each.v19 AND n17.`id` IS NOT NULL
    WITH n17, each ORDER BY n17.`id` LIMIT $p.v20
    WITH *, n17 {.`seen`} AS n17p ORDER BY n17.`id`
    RETURN collect([n17.`id`, n17p.`seen`]) AS c18
  }
  CALL (v0, each) {
    MATCH (n19:`Group`)
    WHERE v0 >= 0 AND n19.`seen__key` = each.v21 AND n19.`id` IS NOT NULL
    WITH n19, each ORDER BY n19.`id` LIMIT $p.v22
    WITH *, n19 {.`seen`} AS n19p ORDER BY n19.`id`
    RETURN collect([n19.`id`, n19p.`seen`]) AS c20
  }
  CALL (v0, each) {
    MATCH (n21:Document)
    WHERE v0 >= 0 AND n21.`published__min` >= each.v23 AND n21.`id` IS NOT NULL
    WITH n21, each ORDER BY n21.`id` LIMIT $p.v24
    WITH *, n21 {.`published`} AS n21p ORDER BY n21.`id`
    RETURN collect([n21.`id`, n21p.`published`]) AS c22
  }
  RETURN collect([each.at, [[null, c2], [COUNT {
    MATCH (n3:`Person`)
    WHERE v0 >= 0 AND n3.`born__max` < each.v2
  }, []], [null, c5], [null, c7], [null, c9], [null, c11], [COUNT {
    MATCH (n12:`Person`)
    WHERE v0 >= 0 AND (n12.`born__min` > each.v12 OR n12.`born__max` <= each.v13)
  }, []], [null, c14], [null, c16], [null, c18], [null, c20], [null, c22]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
