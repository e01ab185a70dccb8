MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:Entity)
    WHERE v0 >= 0 AND (n1.`name__key` = each.v0 AND n1.`name` = each.v1) AND n1.`id` IS NOT NULL
    WITH n1, each ORDER BY n1.`name__key`, n1.`id` LIMIT $p.v3
    CALL (n1, each) {
      MATCH (n2:Statement) USING INDEX SEEK n2:Statement(subject)
      WHERE n2.subject = n1.id
      WITH n2, each ORDER BY n2.`predicate`, n2.`id` LIMIT $p.v2
      RETURN collect([n2.`predicate`, head(COLLECT {
        MATCH (n4:Entity {id: n2.`object`})
        WITH n4, each, n4 {.`name`} AS n4p
        RETURN [n4p.`name`]
      }), COLLECT {
        MATCH (n2)-[f5:REFERENCE]->(d6)
        WITH f5, d6, each, d6 {.`id`} AS d6p ORDER BY f5.number
        RETURN [d6p.`id`]
      }]) AS c7
    }
    WITH * ORDER BY n1.`name__key`, n1.`id`
    RETURN collect([n1.`id`, [null, c7]]) AS c8
  }
  RETURN collect([each.at, [[null, c8]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
