MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Entity)
    WHERE size(v0) = 2
    WITH n1 ORDER BY n1.`name__key`, n1.`id` LIMIT $p.v0
    RETURN collect([null, [[n1.`id`, n1.`name`]]]) AS c2
  }
  RETURN [null, c2] AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n3:Entity)
    WHERE size(v0) = 2
    WITH n3 ORDER BY n3.`name__key` IS NULL, n3.`name__key` DESC, n3.`id` IS NULL, n3.`id` DESC, n3.`id` LIMIT $p.v1
    RETURN collect([null, [[n3.`id`, n3.`name`]]]) AS c4
  }
  RETURN [null, c4] AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n5:`Person`)
    WHERE size(v0) = 2
    WITH n5 ORDER BY n5.`height` IS NULL, n5.`height` DESC, n5.`name__key`, n5.`id` LIMIT $p.v2
    RETURN collect([null, [[n5.`id`, n5.`height`, n5.`name`]]]) AS c6
  }
  RETURN [null, c6] AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n7:`Person`)
    WHERE size(v0) = 2
    WITH n7 ORDER BY n7.`mood__key`, n7.`id` LIMIT $p.v3
    RETURN collect([null, [[n7.`id`, n7.`mood`]]]) AS c8
  }
  RETURN [null, c8] AS r3
}
CALL (v0) {
  CALL (v0) {
    MATCH (n9:`Person`)
    WHERE size(v0) = 2
    WITH n9 ORDER BY n9.`born__min` IS NULL, n9.`born__min` DESC, n9.`id` LIMIT $p.v4
    RETURN collect([null, [[n9.`id`, n9.`born`]]]) AS c10
  }
  RETURN [null, c10] AS r4
}
CALL (v0) {
  CALL (v0) {
    MATCH (n11:`Group`)
    WHERE size(v0) = 2
    WITH n11 ORDER BY n11.`size` IS NULL, n11.`size` DESC, n11.`id` LIMIT $p.v5
    RETURN collect([null, [[n11.`id`, n11.`size`]]]) AS c12
  }
  RETURN [null, c12] AS r5
}
CALL (v0) {
  CALL (v0) {
    MATCH (n13:`Group`)
    WHERE size(v0) = 2
    WITH n13 ORDER BY n13.`public`, n13.`id` LIMIT $p.v6
    RETURN collect([null, [[n13.`id`, n13.`public`]]]) AS c14
  }
  RETURN [null, c14] AS r6
}
CALL (r0, r1, r2, r3, r4, r5, r6) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3, r4, r5, r6]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3, r4, r5, r6], v1] AS answer
