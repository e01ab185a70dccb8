MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:Document)
    WHERE v0 >= 0 AND n1.`id` IS NOT NULL
    WITH n1, each ORDER BY n1.`id` LIMIT $p.v2
    CALL (n1, each) {
      MATCH (n1)<-[:REFERENCE]-(n2)
      WITH DISTINCT n2, each ORDER BY n2.`subject`, n2.`predicate`, n2.`id` LIMIT $p.v0
      RETURN collect([n2.`id`]) AS c4
    }
    CALL (n1, each) {
      MATCH (n1)<-[:REFERENCE]-(n5)
      WHERE n5.sole = n1.id
      WITH DISTINCT n5, each ORDER BY n5.`subject`, n5.`predicate`, n5.`id` LIMIT $p.v1
      RETURN collect([n5.`id`]) AS c7
    }
    WITH *, n1 {.`published`, .`title`} AS n1p ORDER BY n1.`id`
    RETURN collect([n1.`id`, n1p.`title`, n1p.`published`, [COUNT {
      MATCH (n1)<-[:REFERENCE]-(n0)
      RETURN DISTINCT n0
    }, c4], [COUNT {
      MATCH (n1)<-[:REFERENCE]-(n0)
      WHERE n0.sole = n1.id
      RETURN DISTINCT n0
    }, c7]]) AS c8
  }
  CALL (v0, each) {
    MATCH (n9:Document)
    WHERE v0 >= 0 AND n9.`title` IS NULL AND n9.`id` IS NOT NULL
    WITH n9, each ORDER BY n9.`id` LIMIT $p.v3
    RETURN collect([n9.`id`]) AS c10
  }
  RETURN collect([each.at, [[COUNT { (:Document) }, c8], [null, c10]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
