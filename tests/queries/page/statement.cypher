MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Entity)
    WHERE size(v0) = 2
    WITH n1 ORDER BY n1.`name__key` IS NULL, n1.`name__key` DESC, n1.`id` LIMIT $p.v0 + 1
    RETURN collect([[n1.`name__key`, n1.`id`], [null, [n1.`id`, n1.`name`]]]) AS c2
  }
  RETURN [COUNT {
    MATCH (n3:Entity)
    WHERE size(v0) = 2
  }, c2] AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n4:Entity)
    WHERE size(v0) = 2
    WITH n4 ORDER BY n4.`id` LIMIT $p.v1 + 1
    RETURN collect([[n4.`id`]]) AS c5
  }
  RETURN [null, c5] AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n6:Entity)
    WHERE size(v0) = 2
    WITH n6 ORDER BY n6.`id` LIMIT $p.v2 + 1
    RETURN collect([[n6.`id`], [[n6.`id`]]]) AS c7
  }
  RETURN [COUNT {
    MATCH (n8:Entity)
    WHERE size(v0) = 2
  }, c7] AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n9:Entity)
    WHERE size(v0) = 2
    WITH n9 ORDER BY n9.`id` LIMIT $p.v3 + 1
    RETURN collect([[n9.`id`]]) AS c10
  }
  RETURN [null, c10] AS r3
}
CALL (r0, r1, r2, r3) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3], v1] AS answer
