MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:`Person`)
    WHERE size(v0) = 2 AND n1.`born__max` < $p.v0 AND n1.`id` IS NOT NULL
    WITH n1 ORDER BY n1.`id` LIMIT $p.v1
    RETURN collect([null, [[n1.`id`, n1.`born`]]]) AS c2
  }
  RETURN [null, c2] AS r0
}
CALL (v0) {
  RETURN [COUNT {
    MATCH (n3:`Person`)
    WHERE size(v0) = 2 AND n3.`born__max` < $p.v2
  }, []] AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n4:`Person`)
    WHERE size(v0) = 2 AND n4.`born__max` <= $p.v4 AND n4.`id` IS NOT NULL
    WITH n4 ORDER BY n4.`id` LIMIT $p.v5
    RETURN collect([null, [[n4.`id`, n4.`born`]]]) AS c5
  }
  RETURN [null, c5] AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n6:`Person`)
    WHERE size(v0) = 2 AND n6.`born__max` <= $p.v6 AND n6.`id` IS NOT NULL
    WITH n6 ORDER BY n6.`id` LIMIT $p.v7
    RETURN collect([null, [[n6.`id`, n6.`born`]]]) AS c7
  }
  RETURN [null, c7] AS r3
}
CALL (v0) {
  CALL (v0) {
    MATCH (n8:`Person`)
    WHERE size(v0) = 2 AND n8.`born__min` >= $p.v8 AND n8.`id` IS NOT NULL
    WITH n8 ORDER BY n8.`id` LIMIT $p.v9
    RETURN collect([null, [[n8.`id`, n8.`born`]]]) AS c9
  }
  RETURN [null, c9] AS r4
}
CALL (v0) {
  CALL (v0) {
    MATCH (n10:`Person`)
    WHERE size(v0) = 2 AND n10.`born__min` >= $p.v10 AND n10.`id` IS NOT NULL
    WITH n10 ORDER BY n10.`id` LIMIT $p.v11
    RETURN collect([null, [[n10.`id`, n10.`born`]]]) AS c11
  }
  RETURN [null, c11] AS r5
}
CALL (v0) {
  RETURN [COUNT {
    MATCH (n12:`Person`)
    WHERE size(v0) = 2 AND (n12.`born__min` > $p.v12 OR n12.`born__max` <= $p.v13)
  }, []] AS r6
}
CALL (v0) {
  CALL (v0) {
    MATCH (n13:`Person`)
    WHERE size(v0) = 2 AND n13.`born__min` >= $p.v15 AND n13.`id` IS NOT NULL
    WITH n13 ORDER BY n13.`id` LIMIT $p.v16
    RETURN collect([null, [[n13.`id`]]]) AS c14
  }
  RETURN [null, c14] AS r7
}
CALL (v0) {
  CALL (v0) {
    MATCH (n15:`Person`)
    WHERE size(v0) = 2 AND n15.`born` = $p.v17 AND n15.`id` IS NOT NULL
    WITH n15 ORDER BY n15.`id` LIMIT $p.v18
    RETURN collect([null, [[n15.`id`]]]) AS c16
  }
  RETURN [null, c16] AS r8
}
CALL (v0) {
  CALL (v0) {
    MATCH (n17:`Group`)
    WHERE size(v0) = 2 AND n17.`seen__key` < $p.v19 AND n17.`id` IS NOT NULL
    WITH n17 ORDER BY n17.`id` LIMIT $p.v20
    RETURN collect([null, [[n17.`id`, n17.`seen`]]]) AS c18
  }
  RETURN [null, c18] AS r9
}
CALL (v0) {
  CALL (v0) {
    MATCH (n19:`Group`)
    WHERE size(v0) = 2 AND n19.`seen__key` = $p.v21 AND n19.`id` IS NOT NULL
    WITH n19 ORDER BY n19.`id` LIMIT $p.v22
    RETURN collect([null, [[n19.`id`, n19.`seen`]]]) AS c20
  }
  RETURN [null, c20] AS r10
}
CALL (v0) {
  CALL (v0) {
    MATCH (n21:Document)
    WHERE size(v0) = 2 AND n21.`published__min` >= $p.v23 AND n21.`id` IS NOT NULL
    WITH n21 ORDER BY n21.`id` LIMIT $p.v24
    RETURN collect([null, [[n21.`id`, n21.`published`]]]) AS c22
  }
  RETURN [null, c22] AS r11
}
CALL (r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11], v1] AS answer
