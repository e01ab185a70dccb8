MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Entity)
    WHERE size(v0) = 2 AND (n1.`name__key` = $p.v0 AND n1.`name` = $p.v1) AND n1.`id` IS NOT NULL
    WITH n1 ORDER BY n1.`name__key`, n1.`id` LIMIT $p.v2
    RETURN collect([null, [[n1.`id`, n1.`name`]]]) AS c2
  }
  RETURN [null, c2] AS r0
}
CALL (v0) {
  RETURN [COUNT {
    MATCH (n3:Entity)
    WHERE size(v0) = 2 AND (n3.`name__key` = $p.v3 AND n3.`name` = $p.v4) AND n3.id IS NOT NULL
  }, []] AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n4:Entity)
    WHERE size(v0) = 2 AND (n4.`name__key` = $p.v6 AND n4.`name` = $p.v7) AND n4.`id` IS NOT NULL
    WITH n4 ORDER BY n4.`name__key`, n4.`id` LIMIT $p.v8
    RETURN collect([null, [[n4.`id`, n4.`name`]]]) AS c5
  }
  RETURN [null, c5] AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n6:Entity)
    WHERE size(v0) = 2 AND (n6.`name__key` = $p.v9 AND n6.`name` = $p.v10) AND n6.`id` IS NOT NULL
    WITH n6 ORDER BY n6.`name__key`, n6.`id` LIMIT $p.v11
    RETURN collect([null, [[n6.`id`, n6.`name`]]]) AS c7
  }
  RETURN [null, c7] AS r3
}
CALL (v0) {
  RETURN [COUNT {
    MATCH (n8:Entity)
    WHERE size(v0) = 2 AND (n8.`name__key` = $p.v12 AND n8.`name` = $p.v13) AND n8.id IS NOT NULL
  }, []] AS r4
}
CALL (v0) {
  RETURN [COUNT {
    MATCH (n9:Entity)
    WHERE size(v0) = 2 AND (n9.`name__key` = $p.v15 AND n9.`name` = $p.v16) AND n9.id IS NOT NULL
  }, []] AS r5
}
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n10:Entity {id: $p.v18})
    WHERE size(v0) = 2
    RETURN [n10.`name`]
  }) AS r6
}
CALL (r0, r1, r2, r3, r4, r5, r6) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3, r4, r5, r6]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3, r4, r5, r6], v1] AS answer
