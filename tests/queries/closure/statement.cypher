MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:Entity {id: each.v0})
    WHERE v0 >= 0
    WITH n1, each, n1 {.`type`} AS n1p
    CALL (n1, each) {
      MATCH q2 = (n1)<-[:`PART_OF`*1..]-(n3)
      WHERE n3 <> n1
      WITH n3, each, min(length(q2)) AS d4 ORDER BY d4, n3.id LIMIT $p.v1
      WITH {depth: d4} AS m5, n3, each
      WITH m5, n3, each, m5 {.`depth`} AS m5p, n3 {.`name`, .`type`} AS n3p ORDER BY m5.depth, n3.id
      CALL (n3, each) {
        MATCH (n3)-[e6:`PART_OF`]->(n7:`NamedThing`)
        WITH e6, n7, n3, each, e6 {.`id`} AS e6p, n7 {.`id`} AS n7p ORDER BY n7p.`id`, e6p.`id` LIMIT $p.v2
        RETURN collect([n7p.`id`]) AS c8
      }
      WITH * ORDER BY m5.depth, n3.id
      RETURN collect([m5p.`depth`, n3p.`type`, n3p.`name`, n3p.`name`, [null, c8]]) AS c9
    }
    CALL (n1, each) {
      MATCH q10 = (n1)<-[:`PART_OF`*1..1]-(n11)
      WHERE n11 <> n1
      WITH n11, each, min(length(q10)) AS d12 ORDER BY d12, n11.id LIMIT $p.v3
      WITH {depth: d12} AS m13, n11, each
      WITH m13, n11, each, m13 {.`depth`} AS m13p ORDER BY m13.depth, n11.id
      RETURN collect([m13p.`depth`]) AS c14
    }
    CALL (n1, each) {
      MATCH q15 = (n1)-[:`PART_OF`*1..]->(n16)
      WHERE n16 <> n1
      WITH n16, each, min(length(q15)) AS d17 ORDER BY d17, n16.id LIMIT $p.v4
      WITH {depth: d17} AS m18, n16, each
      WITH m18, n16, each, m18 {.`depth`} AS m18p ORDER BY m18.depth, n16.id
      RETURN collect([m18p.`depth`]) AS c19
    }
    RETURN collect([n1p.`type`, c9, c14, c19]) AS c20
  }
  RETURN collect([each.at, [head(c20)]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
