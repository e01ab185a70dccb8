MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    CALL (v0, each) {
      MATCH (n1:Entity {id: each.v0})
      WHERE v0 >= 0
      MATCH (n1)<-[:`OWNS`*0..]-(n2)
      WITH DISTINCT n2, each
      MATCH (n2)<-[e3:`OWNS`]-(n4)
      WITH n2, e3, n4 ORDER BY e3.id LIMIT 10001
      RETURN collect([n4.id, n2.id, e3.`share`]) AS l5, collect(DISTINCT n4) AS h6
    }
    CALL (h6, each) {
      UNWIND h6 AS n4
      CALL (n4, each) {
        MATCH (n4)-[e7:`OWNS`]->(n8:`Organization`)
        WITH e7, n8, n4, each, e7 {.`id`, .`share`} AS e7p, n8 {.`id`} AS n8p ORDER BY n8p.`id`, e7p.`id` LIMIT $p.v2
        RETURN collect([e7p.`share`]) AS c9
      }
      WITH * ORDER BY n4.id
      RETURN collect([n4.id, [n4.`type`, n4.`id`, n4.`id`, [null, c9]]]) AS l11
    }
    RETURN [l5, l11] AS c10
  }
  CALL (v0, each) {
    CALL (v0, each) {
      MATCH (n12:Entity {id: each.v3})
      WHERE v0 >= 0
      MATCH (n12)<-[:`OWNS`*0..]-(n13)
      WITH DISTINCT n13, each
      MATCH (n13)<-[e14:`OWNS`]-(n15)
      WITH n13, e14, n15 ORDER BY e14.id LIMIT 10001
      RETURN collect([n15.id, n13.id, e14.`share`]) AS l16, collect(DISTINCT n15) AS h17
    }
    CALL (h17, each) {
      UNWIND h17 AS n15
      WITH * ORDER BY n15.id
      RETURN collect([n15.id, []]) AS l19
    }
    RETURN [l16, l19] AS c18
  }
  RETURN collect([each.at, [c10, c18]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
