MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    CALL (v0) {
      MATCH (n1:Entity)
      WHERE size(v0) = 2 AND n1.`name__key` >= '' AND n1.`id` IS NOT NULL
      WITH n1 ORDER BY n1.`name__key`, n1.`id` LIMIT $p.v0
      RETURN [null, [[n1.`id`, n1.`name`]]] AS i2
      UNION ALL
      MATCH (n1:Entity)
      WHERE size(v0) = 2 AND n1.`name__key__absent` = true AND n1.`id` IS NOT NULL
      WITH n1 ORDER BY n1.`name__key__absent`, n1.`id` LIMIT $p.v0
      RETURN [null, [[n1.`id`, n1.`name`]]] AS i2
    }
    WITH i2 LIMIT $p.v0
    RETURN collect(i2) AS c3
  }
  RETURN [null, c3] AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n4:Entity)
    WHERE size(v0) = 2
    WITH n4 ORDER BY n4.`name__key` IS NULL, n4.`name__key` DESC, n4.`id` IS NULL, n4.`id` DESC, n4.`id` LIMIT $p.v1
    RETURN collect([null, [[n4.`id`, n4.`name`]]]) AS c5
  }
  RETURN [null, c5] AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n6:`Person`)
    WHERE size(v0) = 2
    WITH n6 ORDER BY n6.`height` IS NULL, n6.`height` DESC, n6.`name__key`, n6.`id` LIMIT $p.v2
    RETURN collect([null, [[n6.`id`, n6.`height`, n6.`name`]]]) AS c7
  }
  RETURN [null, c7] AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n8:`Person`)
    WHERE size(v0) = 2
    WITH n8 ORDER BY n8.`mood__key`, n8.`id` LIMIT $p.v3
    RETURN collect([null, [[n8.`id`, n8.`mood`]]]) AS c9
  }
  RETURN [null, c9] AS r3
}
CALL (v0) {
  CALL (v0) {
    MATCH (n10:`Person`)
    WHERE size(v0) = 2
    WITH n10 ORDER BY n10.`born__min` IS NULL, n10.`born__min` DESC, n10.`id` LIMIT $p.v4
    RETURN collect([null, [[n10.`id`, n10.`born`]]]) AS c11
  }
  RETURN [null, c11] AS r4
}
CALL (v0) {
  CALL (v0) {
    CALL (v0) {
      MATCH (n12:`Group`)
      WHERE size(v0) = 2 AND n12.`size` IS NOT NULL AND n12.`id` IS NOT NULL
      WITH n12 ORDER BY n12.`size` DESC, n12.`id` LIMIT $p.v5
      RETURN [null, [[n12.`id`, n12.`size`]]] AS i13
      UNION ALL
      MATCH (n12:`Group`)
      WHERE size(v0) = 2 AND n12.`size__absent` = true AND n12.`id` IS NOT NULL
      WITH n12 ORDER BY n12.`size__absent`, n12.`id` LIMIT $p.v5
      RETURN [null, [[n12.`id`, n12.`size`]]] AS i13
    }
    WITH i13 LIMIT $p.v5
    RETURN collect(i13) AS c14
  }
  RETURN [null, c14] AS r5
}
CALL (v0) {
  CALL (v0) {
    MATCH (n15:`Group`)
    WHERE size(v0) = 2
    WITH n15 ORDER BY n15.`public`, n15.`id` LIMIT $p.v6
    RETURN collect([null, [[n15.`id`, n15.`public`]]]) AS c16
  }
  RETURN [null, c16] AS r6
}
CALL (r0, r1, r2, r3, r4, r5, r6) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3, r4, r5, r6]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3, r4, r5, r6], v1] AS answer
