MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:`Person` {id: each.v0})
    WHERE v0 >= 0
    CALL (n1, each) {
      MATCH (n1)-[e2:`LEADS`]->(n3:`Group`)
      WITH e2, n3, n1, each, e2 {.`since`} AS e2p, n3 {.`id`} AS n3p ORDER BY n3p.`id`, e2.`id` LIMIT $p.v3
      CALL (e2, each) {
        MATCH (n4:Statement) USING INDEX SEEK n4:Statement(claim)
        WHERE n4.claim = e2.id
        WITH n4, each ORDER BY n4.`id` LIMIT $p.v1
        WITH *, n4 {.`qualifiers`, .`rank`, .`valid_from`, .`valid_until`} AS n4p ORDER BY n4.`id`
        RETURN collect([n4.`id`, n4p.`rank`, n4p.`valid_from`, n4p.`valid_until`, n4p.`qualifiers`, COLLECT {
          MATCH (n4)-[f6:REFERENCE]->(d7)
          WITH f6, d7, each, d7 {.`id`, .`title`} AS d7p, f6 {.`digest`, .`locator`, .`retrieved`, .`via`} AS f6p ORDER BY f6.number
          RETURN [f6p.`locator`, f6p.`digest`, f6p.`via`, f6p.`retrieved`, d7p.`id`, d7p.`title`]
        }]) AS c8
      }
      CALL (e2, each) {
        MATCH (s10:Statement)-[:REFERENCE]->(n9) USING INDEX SEEK s10:Statement(claim)
        WHERE s10.claim = e2.id
        WITH DISTINCT n9, each ORDER BY n9.`id` LIMIT $p.v2
        WITH *, n9 {.`published`} AS n9p ORDER BY n9.`id`
        RETURN collect([n9.`id`, n9p.`published`]) AS c11
      }
      WITH * ORDER BY n3p.`id`, e2.`id`
      RETURN collect([e2p.`since`, [COUNT {
        MATCH (n0:Statement) USING INDEX SEEK n0:Statement(claim)
        WHERE n0.claim = e2.id
      }, c8], [COUNT {
        MATCH (s0:Statement)-[:REFERENCE]->(n0) USING INDEX SEEK s0:Statement(claim)
        WHERE s0.claim = e2.id
        RETURN DISTINCT n0
      }, c11]]) AS c12
    }
    CALL (n1, each) {
      MATCH (n13:Statement) USING INDEX SEEK n13:Statement(subject)
      WHERE n13.subject = n1.id
      WITH n13, each ORDER BY n13.`predicate`, n13.`id` LIMIT $p.v4 + 1
      WITH *, n13 {.`shown`, .`text`, .`value`} AS n13p ORDER BY n13.`predicate`, n13.`id`
      RETURN collect([n13.`id`, n13.`predicate`, head(COLLECT {
        MATCH (n15:Entity {id: n13.`object`})
        WITH n15, each, n15 {.`name`} AS n15p
        RETURN [n15.`id`, n15p.`name`]
      }), n13p.`value`, n13p.`text`, n13p.`shown`]) AS c16
    }
    CALL (n1, each) {
      MATCH (s18:Statement)-[:REFERENCE]->(n17)
      WHERE (s18.subject = n1.id OR s18.object = n1.id)
      WITH DISTINCT n17, each ORDER BY n17.`id` LIMIT $p.v5
      RETURN collect([n17.`id`]) AS c19
    }
    RETURN collect([[null, c12], [COUNT {
      MATCH (n0:Statement) USING INDEX SEEK n0:Statement(subject)
      WHERE n0.subject = n1.id
    }, c16], [COUNT {
      MATCH (s0:Statement)-[:REFERENCE]->(n0)
      WHERE (s0.subject = n1.id OR s0.object = n1.id)
      RETURN DISTINCT n0
    }, c19]]) AS c20
  }
  CALL (v0, each) {
    MATCH (n21:Entity {id: each.v6})
    WHERE v0 >= 0
    CALL (n21, each) {
      MATCH (n22:Statement) USING INDEX SEEK n22:Statement(subject)
      WHERE n22.subject = n21.id
      WITH n22, each ORDER BY n22.`predicate`, n22.`id` LIMIT $p.v7
      WITH *, n22 {.`shown`, .`text`, .`value`, .`value_kind`} AS n22p ORDER BY n22.`predicate`, n22.`id`
      RETURN collect([n22.`predicate`, n22p.`value`, n22p.`text`, n22p.`value_kind`, n22p.`shown`]) AS c24
    }
    RETURN collect([[null, c24]]) AS c25
  }
  CALL (v0, each) {
    MATCH (n26:Entity {id: each.v8})
    WHERE v0 >= 0
    CALL (n26, each) {
      MATCH (n27:Statement) USING INDEX SEEK n27:Statement(subject)
      WHERE n27.subject = n26.id
      WITH n27, each ORDER BY n27.`predicate`, n27.`id` LIMIT $p.v9
      WITH *, n27 {.`text`, .`value`, .`value_kind`} AS n27p ORDER BY n27.`predicate`, n27.`id`
      RETURN collect([n27.`predicate`, n27p.`value`, n27p.`text`, n27p.`value_kind`]) AS c29
    }
    RETURN collect([[null, c29]]) AS c30
  }
  CALL (v0, each) {
    MATCH (n31:Statement {id: each.v10})
    WHERE v0 >= 0
    RETURN collect([head(COLLECT {
      MATCH (n32:Entity {id: n31.`subject`})
      RETURN [n32.`id`]
    }), head(COLLECT {
      MATCH (n33:Entity {id: n31.`object`})
      RETURN [n33.`id`]
    })]) AS c34
  }
  RETURN collect([each.at, [head(c20), head(c25), head(c30), head(c34)]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
