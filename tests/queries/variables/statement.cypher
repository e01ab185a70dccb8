MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Entity {id: $p.v0})
    WHERE size(v0) = 2
    CALL (n1) {
      MATCH (n1)-[e2]->(n3:Entity)
      WITH e2, n3, n1 ORDER BY n3.`id`, e2.`id` LIMIT $p.v1
      RETURN collect([null, [[n3.`id`]]]) AS c4
    }
    RETURN collect([n1.`id`, [null, c4]]) AS c5
  }
  RETURN head(c5) AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n6:`Person`)
    WHERE size(v0) = 2 AND (n6.`name__key` = $p.v2 AND n6.`name` = $p.v3) AND n6.`id` IS NOT NULL
    WITH n6 ORDER BY n6.`name__key`, n6.`id` LIMIT $p.v4
    RETURN collect([null, [[n6.`id`]]]) AS c7
  }
  RETURN [null, c7] AS r1
}
CALL (v0) {
  CALL (v0) {
    CALL (v0) {
      MATCH (n8:`Person`)
      WHERE size(v0) = 2 AND true AND n8.`name__key` >= '' AND n8.`id` IS NOT NULL
      WITH n8 ORDER BY n8.`name__key` DESC, n8.`id` LIMIT $p.v5
      RETURN [null, [[n8.`id`]]] AS i9
      UNION ALL
      MATCH (n8:`Person`)
      WHERE size(v0) = 2 AND true AND n8.`name__key__absent` = true AND n8.`id` IS NOT NULL
      WITH n8 ORDER BY n8.`name__key__absent`, n8.`id` LIMIT $p.v5
      RETURN [null, [[n8.`id`]]] AS i9
    }
    WITH i9 LIMIT $p.v5
    RETURN collect(i9) AS c10
  }
  RETURN [null, c10] AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n11:`Group`)
    WHERE size(v0) = 2 AND n11.`size` IN $p.v6 AND n11.`id` IS NOT NULL
    WITH n11 ORDER BY n11.`id` LIMIT $p.v7
    RETURN collect([null, [[n11.`size`]]]) AS c12
  }
  RETURN [null, c12] AS r3
}
CALL (r0, r1, r2, r3) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3], v1] AS answer
