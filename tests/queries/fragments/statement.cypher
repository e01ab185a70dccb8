MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:Entity {id: each.v0})
    WHERE v0 >= 0
    WITH n1, each, n1 {.`height`, .`name`, .`total`, .`type`} AS n1p
    CALL (n1, each) {
      MATCH (n1)-[e2]-(n3:Entity)
      WITH e2, n3, n1, each, e2 {.`id`, .`predicate`} AS e2p, n3 {.`height`, .`id`, .`name`, .`total`, .`type`} AS n3p ORDER BY n3p.`id`, e2p.`id` LIMIT $p.v1
      RETURN collect([n3p.`type`, n3p.`id`, n3p.`name`, n3p.`id`, n3p.`name`, n3p.`height`, n3p.`id`, n3p.`name`, n3p.`total`, e2p.`predicate`, CASE WHEN startNode(e2) = n1 THEN 'OUT' ELSE 'IN' END]) AS c4
    }
    CALL (n1, each) {
      MATCH (n1)-[e5]-(n6:Entity)
      WITH e5, n6, n1, each, e5 {.`id`, .`predicate`} AS e5p, n6 {.`height`, .`id`, .`name`, .`total`, .`type`} AS n6p ORDER BY n6p.`id`, e5p.`id` LIMIT $p.v2
      RETURN collect([n6p.`type`, n6p.`id`, n6p.`name`, n6p.`id`, n6p.`name`, n6p.`height`, n6p.`id`, n6p.`name`, n6p.`total`, e5p.`predicate`, CASE WHEN startNode(e5) = n1 THEN 'OUT' ELSE 'IN' END]) AS c7
    }
    CALL (n1, each) {
      MATCH (n1)-[e8]-(n9:Entity)
      WITH e8, n9, n1, each, e8 {.`id`, .`predicate`} AS e8p, n9 {.`height`, .`id`, .`name`, .`total`, .`type`} AS n9p ORDER BY n9p.`id`, e8p.`id` LIMIT $p.v3
      RETURN collect([n9p.`type`, n9p.`id`, n9p.`name`, n9p.`id`, n9p.`name`, n9p.`height`, n9p.`id`, n9p.`name`, n9p.`total`, e8p.`predicate`, CASE WHEN startNode(e8) = n1 THEN 'OUT' ELSE 'IN' END]) AS c10
    }
    RETURN collect([n1p.`type`, n1.`id`, n1p.`name`, [COUNT {
      MATCH (n1)-[e0]-(n0:Entity)
    }, c4], n1p.`type`, n1.`id`, n1p.`name`, n1p.`height`, [COUNT {
      MATCH (n1)-[e0]-(n0:Entity)
    }, c7], n1p.`type`, n1.`id`, n1p.`name`, n1p.`total`, [COUNT {
      MATCH (n1)-[e0]-(n0:Entity)
    }, c10], n1p.`type`]) AS c11
  }
  CALL (v0, each) {
    MATCH (n12:Dataset)
    WHERE v0 >= 0
    WITH n12, each, n12 {.`entities`} AS n12p
    RETURN collect([n12.`id`, n12p.`entities`]) AS c13
  }
  RETURN collect([each.at, [head(c11), head(c13)]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
