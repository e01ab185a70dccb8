MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:Conflict)
    WHERE v0 >= 0
    WITH n1, each ORDER BY n1.`subject`, n1.`predicate`, n1.`id` LIMIT $p.v0
    CALL (n1, each) {
      MATCH (n4:Statement)
      WHERE n4.id IN n1.`statements`
      WITH n4, each, n4 {.`rank`, .`shown`} AS n4p ORDER BY n4.id
      CALL (n4, each) {
        MATCH (n5:Statement)
        WHERE n5.id IN n4.`conflicts_with`
        WITH n5, each ORDER BY n5.id
        RETURN collect([n5.`id`, COLLECT {
          MATCH (n6:Statement)
          WHERE n6.id IN n5.`conflicts_with`
          WITH n6, each ORDER BY n6.id
          RETURN [n6.`id`]
        }]) AS c7
      }
      WITH * ORDER BY n4.id
      RETURN collect([n4.`id`, n4p.`rank`, n4p.`shown`, c7]) AS c8
    }
    WITH *, n1 {.`decided_by`, .`kind`, .`qualifier`, .`reasoning`} AS n1p ORDER BY n1.`subject`, n1.`predicate`, n1.`id`
    RETURN collect([[n1.`subject`, n1.`predicate`, n1.`id`], n1p.`kind`, n1.`predicate`, n1p.`qualifier`, n1p.`decided_by`, n1p.`reasoning`, head(COLLECT {
      MATCH (n2:Entity {id: n1.`subject`})
      WITH n2, each, n2 {.`contested`} AS n2p
      RETURN [n2.`id`, n2p.`contested`]
    }), head(COLLECT {
      MATCH (n3:Statement {id: n1.`shown`})
      WITH n3, each, n3 {.`value`} AS n3p
      RETURN [n3.`id`, n3p.`value`]
    }), c8]) AS c9
  }
  CALL (v0, each) {
    MATCH (n10:Conflict)
    WHERE v0 >= 0 AND n10.`kind` = each.v1
    WITH n10, each ORDER BY n10.`subject`, n10.`predicate`, n10.`id` LIMIT $p.v2
    RETURN collect([head(COLLECT {
      MATCH (n11:Entity {id: n10.`subject`})
      RETURN [n11.`id`]
    }), n10.`predicate`]) AS c12
  }
  RETURN collect([each.at, [[COUNT { (:Conflict) }, c9], [null, c12], [COUNT {
    MATCH (n13:Conflict)
    WHERE v0 >= 0 AND n13.`decided_by` IN each.v3
  }, []]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
