MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n1:Entity {id: $p.v0})
    WHERE size(v0) = 2 AND n1:`Person`
    RETURN [null, n1.`name`]
  }) AS r0
}
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n2:Dataset)
    WHERE size(v0) = 2
    RETURN [null, n2.`id`, n2.`revision`, n2.`entities`, n2.`relations`, n2.`statements`, n2.`documents`, n2.`conflicts`]
  }) AS r1
}
CALL (r0, r1) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1], v1] AS answer
