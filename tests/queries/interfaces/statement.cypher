MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Entity)
    WHERE size(v0) = 2 AND n1.`id` IN $p.v0 AND n1.`id` IS NOT NULL
    WITH n1 ORDER BY n1.`id` LIMIT $p.v1
    RETURN collect([null, [null, [n1.`type`, null, n1.`id`, n1.`type`, null, n1.`id`, n1.`born`, n1.`height`, null, n1.`id`, n1.`born`, n1.`size`, n1.`public`, null, n1.`id`, n1.`born`, n1.`size`, n1.`lucky_numbers`, null, n1.`id`, n1.`total`, null, n1.`id`]]]) AS c2
  }
  RETURN [null, c2] AS r0
}
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n3:Entity {id: $p.v2})
    WHERE size(v0) = 2 AND n3:`Agent`
    RETURN [n3.`type`, n3.`mood`, null, n3.`country`, n3.`mood`, null]
  }) AS r1
}
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n4:Entity {id: $p.v3})
    WHERE size(v0) = 2 AND n4:`Person`
    RETURN [n4.`name`, n4.`born`]
  }) AS r2
}
CALL (r0, r1, r2) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2], v1] AS answer
