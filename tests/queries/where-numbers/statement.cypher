MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  MATCH (n1:`Person`)
  WHERE v0 >= 0 AND n1.`height` < $p.v0 AND n1.`id` IS NOT NULL
  WITH n1 ORDER BY n1.`id` LIMIT $p.v1
  RETURN collect([null, [[n1.`id`, n1.`height`]]]) AS c2
}
CALL (v0) {
  MATCH (n3:`Person`)
  WHERE v0 >= 0 AND (n3.`height` <= $p.v2 AND n3.`height` > $p.v3) AND n3.`id` IS NOT NULL
  WITH n3 ORDER BY n3.`id` LIMIT $p.v4
  RETURN collect([null, [[n3.`id`, n3.`height`]]]) AS c4
}
CALL (v0) {
  MATCH (n6:`Group`)
  WHERE v0 >= 0 AND n6.`size` > $p.v7 AND n6.`id` IS NOT NULL
  WITH n6 ORDER BY n6.`id` LIMIT $p.v8
  RETURN collect([null, [[n6.`id`, n6.`size`]]]) AS c7
}
CALL (v0) {
  MATCH (n8:`Group`)
  WHERE v0 >= 0 AND n8.`public` IS NOT NULL AND n8.`id` IS NOT NULL
  WITH n8 ORDER BY n8.`id` LIMIT $p.v9
  RETURN collect([null, [[n8.`id`]]]) AS c9
}
WITH v0, [[null, c2], [null, c4], [COUNT {
  MATCH (n5:`Person`)
  WHERE v0 >= 0 AND NOT coalesce(n5.`height` < $p.v5, false)
}, []], [null, c7], [null, c9]] AS r
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
