MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n1:Entity {id: $p.v0})
    WHERE size(v0) = 2 AND n1:`Person`
    RETURN [n1.`id`, n1.`height`]
  }) AS r0
}
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n2:Entity {id: $p.v1})
    WHERE size(v0) = 2 AND n2:`Person`
    RETURN []
  }) AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n3:`Person`)
    WHERE size(v0) = 2 AND n3.`id` IS NOT NULL
    WITH n3 ORDER BY n3.`id` LIMIT $p.v2
    RETURN collect([null, [[]]]) AS c4
  }
  RETURN [null, c4] AS r2
}
CALL (r0, r1, r2) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2], v1] AS answer
