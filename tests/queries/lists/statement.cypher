MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Entity)
    WHERE size(v0) = 2 AND n1.`id` IS NOT NULL
    WITH n1 ORDER BY n1.`id` LIMIT $p.v0
    RETURN collect([null, [[n1.`id`, n1.`type`]]]) AS c2
  }
  RETURN [COUNT { (:Entity) }, c2] AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n4:`Person`)
    WHERE size(v0) = 2 AND n4.`id` IS NOT NULL
    WITH n4 ORDER BY n4.`id` LIMIT $p.v1
    RETURN collect([null, [[n4.`id`, n4.`nicknames`, n4.`moods`]]]) AS c5
  }
  RETURN [COUNT { (:`Person`) }, c5] AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n7:`Group`)
    WHERE size(v0) = 2 AND n7.`id` IS NOT NULL
    WITH n7 ORDER BY n7.`id` LIMIT $p.v2
    RETURN collect([null, [[n7.`type`, n7.`id`, null, n7.`type`, n7.`measure`, n7.`measures`, n7.`hollow`]]]) AS c8
  }
  RETURN [COUNT { (:`Group`) }, c8] AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n10:`Club`)
    WHERE size(v0) = 2 AND n10.`id` IS NOT NULL
    WITH n10 ORDER BY n10.`id` LIMIT $p.v3
    RETURN collect([null, [[n10.`id`, n10.`lucky_numbers`]]]) AS c11
  }
  RETURN [COUNT { (:`Club`) }, c11] AS r3
}
CALL (v0) {
  CALL (v0) {
    MATCH (n13:`StatementClass`)
    WHERE size(v0) = 2 AND n13.`id` IS NOT NULL
    WITH n13 ORDER BY n13.`id` LIMIT $p.v4
    RETURN collect([null, [[n13.`id`]]]) AS c14
  }
  RETURN [null, c14] AS r4
}
CALL (v0) {
  CALL (v0) {
    MATCH (n15:`Place`)
    WHERE size(v0) = 2 AND n15.`id` = $p.v5 AND n15.`id` IS NOT NULL
    WITH n15 ORDER BY n15.`id` LIMIT $p.v6 + 1
    RETURN collect([[n15.`id`], [[n15.`id`]]]) AS c16
  }
  RETURN [COUNT {
    MATCH (n17:`Place`)
    WHERE size(v0) = 2 AND n17.`id` = $p.v5
  }, c16] AS r5
}
CALL (r0, r1, r2, r3, r4, r5) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3, r4, r5]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3, r4, r5], v1] AS answer
