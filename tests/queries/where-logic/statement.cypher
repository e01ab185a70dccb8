MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:`Person`)
    WHERE size(v0) = 2 AND ((n1.`name__key` = $p.v0 AND n1.`name` = $p.v1) AND n1.`height` = $p.v2) AND n1.`id` IS NOT NULL
    WITH n1 ORDER BY n1.`name__key`, n1.`id` LIMIT $p.v3
    RETURN collect([null, [[n1.`id`]]]) AS c2
  }
  RETURN [null, c2] AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n3:`Person`)
    WHERE size(v0) = 2 AND ((n3.`name__key` = $p.v4 AND n3.`name` = $p.v5) OR n3.`height` = $p.v6) AND n3.`id` IS NOT NULL
    WITH n3 ORDER BY n3.`id` LIMIT $p.v7
    RETURN collect([null, [[n3.`id`]]]) AS c4
  }
  RETURN [null, c4] AS r1
}
CALL (v0) {
  RETURN [COUNT {
    MATCH (n5:`Person`)
    WHERE size(v0) = 2 AND NOT coalesce(n5.`height` = $p.v8, false)
  }, []] AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n6:`Person`)
    WHERE size(v0) = 2 AND ((n6.`name` IS NOT NULL AND n6.`mood` IS NULL) OR n6.`id` = $p.v10) AND n6.`id` IS NOT NULL
    WITH n6 ORDER BY n6.`id` LIMIT $p.v11
    RETURN collect([null, [[n6.`id`]]]) AS c7
  }
  RETURN [null, c7] AS r3
}
CALL (v0) {
  RETURN [COUNT {
    MATCH (n8:`Person`)
    WHERE size(v0) = 2 AND true
  }, []] AS r4
}
CALL (v0) {
  RETURN [COUNT {
    MATCH (n9:`Person`)
    WHERE size(v0) = 2 AND n9.id IS NULL
  }, []] AS r5
}
CALL (v0) {
  RETURN [COUNT {
    MATCH (n10:`Person`)
    WHERE size(v0) = 2 AND n10.id IS NULL
  }, []] AS r6
}
CALL (v0) {
  CALL (v0) {
    MATCH (n11:`Person`)
    WHERE size(v0) = 2 AND (NOT coalesce(n11.`id` = $p.v15, false) AND (n11.`name__key` = $p.v16 AND n11.`name` = $p.v17)) AND n11.`id` IS NOT NULL
    WITH n11 ORDER BY n11.`name__key`, n11.`id` LIMIT $p.v18
    RETURN collect([null, [[n11.`id`]]]) AS c12
  }
  RETURN [null, c12] AS r7
}
CALL (v0) {
  RETURN [COUNT { (:`Person`) }, []] AS r8
}
CALL (r0, r1, r2, r3, r4, r5, r6, r7, r8) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3, r4, r5, r6, r7, r8]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3, r4, r5, r6, r7, r8], v1] AS answer
