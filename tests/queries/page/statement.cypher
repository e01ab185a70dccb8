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
    MATCH (n4:Entity)
    WHERE size(v0) = 2 AND n4.`id` IS NOT NULL
    WITH n4 ORDER BY n4.`id` LIMIT $p.v1 + 1
    RETURN collect([[n4.`id`]]) AS c5
  }
  RETURN [null, c5] AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n6:Entity)
    WHERE size(v0) = 2 AND n6.`id` IS NOT NULL
    WITH n6 ORDER BY n6.`id` LIMIT $p.v2 + 1
    RETURN collect([[n6.`id`], [[n6.`id`]]]) AS c7
  }
  RETURN [COUNT { (:Entity) }, c7] AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n8:Entity)
    WHERE size(v0) = 2 AND n8.`id` IS NOT NULL
    WITH n8 ORDER BY n8.`id` LIMIT $p.v3 + 1
    RETURN collect([[n8.`id`]]) AS c9
  }
  RETURN [null, c9] AS r3
}
CALL (r0, r1, r2, r3) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3], v1] AS answer
