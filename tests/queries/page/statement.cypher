MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    CALL (v0) {
      MATCH (n1:Entity)
      WHERE size(v0) = 2 AND n1.`name__key` >= '' AND n1.`id` IS NOT NULL
      WITH n1 ORDER BY n1.`name__key` DESC, n1.`id` LIMIT $p.v0 + 1
      RETURN [[n1.`name__key`, n1.`id`], [null, [n1.`id`, n1.`name`]]] AS i2
      UNION ALL
      MATCH (n1:Entity)
      WHERE size(v0) = 2 AND n1.`name__key__absent` = true AND n1.`id` IS NOT NULL
      WITH n1 ORDER BY n1.`name__key__absent`, n1.`id` LIMIT $p.v0 + 1
      RETURN [[n1.`name__key`, n1.`id`], [null, [n1.`id`, n1.`name`]]] AS i2
    }
    WITH i2 LIMIT $p.v0 + 1
    RETURN collect(i2) AS c3
  }
  RETURN [COUNT { (:Entity) }, c3] AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n5:Entity)
    WHERE size(v0) = 2 AND n5.`id` IS NOT NULL
    WITH n5 ORDER BY n5.`id` LIMIT $p.v1 + 1
    RETURN collect([[n5.`id`]]) AS c6
  }
  RETURN [null, c6] AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n7:Entity)
    WHERE size(v0) = 2 AND n7.`id` IS NOT NULL
    WITH n7 ORDER BY n7.`id` LIMIT $p.v2 + 1
    RETURN collect([[n7.`id`], [[n7.`id`]]]) AS c8
  }
  RETURN [COUNT { (:Entity) }, c8] AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n10:Entity)
    WHERE size(v0) = 2 AND n10.`id` IS NOT NULL
    WITH n10 ORDER BY n10.`id` LIMIT $p.v3 + 1
    RETURN collect([[n10.`id`]]) AS c11
  }
  RETURN [null, c11] AS r3
}
CALL (r0, r1, r2, r3) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3], v1] AS answer
