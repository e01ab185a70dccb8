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
    MATCH (n3:`Person`)
    WHERE size(v0) = 2 AND n3.`id` IS NOT NULL
    WITH n3 ORDER BY n3.`id` LIMIT $p.v1
    RETURN collect([null, [[n3.`id`, n3.`nicknames`, n3.`moods`]]]) AS c4
  }
  RETURN [COUNT { (:`Person`) }, c4] AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n5:`Group`)
    WHERE size(v0) = 2 AND n5.`id` IS NOT NULL
    WITH n5 ORDER BY n5.`id` LIMIT $p.v2
    RETURN collect([null, [[n5.`type`, n5.`id`, null, n5.`type`, n5.`measure`, n5.`measures`, n5.`hollow`]]]) AS c6
  }
  RETURN [COUNT { (:`Group`) }, c6] AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n7:`Club`)
    WHERE size(v0) = 2 AND n7.`id` IS NOT NULL
    WITH n7 ORDER BY n7.`id` LIMIT $p.v3
    RETURN collect([null, [[n7.`id`, n7.`lucky_numbers`]]]) AS c8
  }
  RETURN [COUNT { (:`Club`) }, c8] AS r3
}
CALL (v0) {
  CALL (v0) {
    MATCH (n9:`StatementClass`)
    WHERE size(v0) = 2 AND n9.`id` IS NOT NULL
    WITH n9 ORDER BY n9.`id` LIMIT $p.v4
    RETURN collect([null, [[n9.`id`]]]) AS c10
  }
  RETURN [null, c10] AS r4
}
CALL (v0) {
  CALL (v0) {
    MATCH (n11:`Place`)
    WHERE size(v0) = 2 AND n11.`id` = $p.v5 AND n11.`id` IS NOT NULL
    WITH n11 ORDER BY n11.`id` LIMIT $p.v6 + 1
    RETURN collect([[n11.`id`], [[n11.`id`]]]) AS c12
  }
  RETURN [COUNT {
    MATCH (n13:`Place`)
    WHERE size(v0) = 2 AND n13.`id` = $p.v5
  }, c12] AS r5
}
CALL (r0, r1, r2, r3, r4, r5) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3, r4, r5]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3, r4, r5], v1] AS answer
