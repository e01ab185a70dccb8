MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n1:Entity {id: $p.v0})
    WHERE size(v0) = 2
    RETURN [n1.`id`, n1.`name`]
  }) AS r0
}
CALL (r0) {
  MATCH (d1:Dataset)
  WHERE size([r0]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0], v1] AS answer
