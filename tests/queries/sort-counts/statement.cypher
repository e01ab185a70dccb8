MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:`Agent`)
    WHERE v0 >= 0
    WITH n1, each ORDER BY CASE WHEN n1.`off_range` IS NULL THEN COUNT { (n1)-[:`OWNS`]->() } ELSE COUNT {
      MATCH (n1)-[e0:`OWNS`]->(n0:`NamedThing`)
    } END DESC, CASE WHEN n1.`off_range` IS NULL THEN COUNT { (n1)-[:`LEADS`]->() } ELSE COUNT {
      MATCH (n1)-[e0:`LEADS`]->(n0:`Group`)
    } END DESC, n1.`id` LIMIT $p.v0
    RETURN collect([n1.`id`]) AS c2
  }
  CALL (v0, each) {
    MATCH (n3:Entity)
    WHERE v0 >= 0
    WITH n3, each ORDER BY COUNT {
      MATCH (n3)-[e0]-(n0:Entity)
    } DESC, COUNT {
      MATCH (s0:Statement)-[:REFERENCE]->(n0)
      WHERE (s0.subject = n3.id OR s0.object = n3.id)
      RETURN DISTINCT n0
    }, n3.`id` LIMIT $p.v1
    RETURN collect([n3.`id`]) AS c4
  }
  CALL (v0, each) {
    MATCH (n5:`Group` {id: each.v2})
    WHERE v0 >= 0
    CALL (n5, each) {
      MATCH (n5)<-[e6:`OWNS`]-(n7:`Agent`)
      WITH e6, n7, n5, each ORDER BY COUNT {
        MATCH (n0:Statement) USING INDEX SEEK n0:Statement(subject)
        WHERE n0.subject = n7.id
      } DESC, COUNT {
        MATCH (s0:Statement)-[:REFERENCE]->(n0) USING INDEX SEEK s0:Statement(claim)
        WHERE s0.claim = e6.id
        RETURN DISTINCT n0
      } DESC, e6.`id` LIMIT $p.v3
      RETURN collect([n7.`id`]) AS c8
    }
    RETURN collect([[null, c8]]) AS c9
  }
  CALL (v0, each) {
    MATCH (n10:Statement)
    WHERE v0 >= 0
    WITH n10, each ORDER BY COUNT {
      MATCH (n10)-[:REFERENCE]->(n0)
      RETURN DISTINCT n0
    } DESC, n10.`valid_from__min`, n10.`id` LIMIT $p.v4
    RETURN collect([n10.`id`]) AS c11
  }
  CALL (v0, each) {
    MATCH (n12:Document)
    WHERE v0 >= 0
    WITH n12, each ORDER BY COUNT {
      MATCH (n12)<-[:REFERENCE]-(n0)
      RETURN DISTINCT n0
    } DESC, n12.`title__key` IS NULL, n12.`title__key` DESC, n12.`id` LIMIT $p.v5
    RETURN collect([n12.`id`]) AS c13
  }
  CALL (v0, each) {
    MATCH (n14:Document)
    WHERE v0 >= 0
    WITH n14, each ORDER BY n14.`published__min` IS NULL, n14.`published__min` DESC, n14.`id` LIMIT $p.v6
    WITH *, n14 {.`published`} AS n14p ORDER BY n14.`published__min` IS NULL, n14.`published__min` DESC, n14.`id`
    RETURN collect([n14.`id`, n14p.`published`]) AS c15
  }
  CALL (v0, each) {
    MATCH (n16:Conflict)
    WHERE v0 >= 0
    WITH n16, each ORDER BY COUNT {
      MATCH (n0:Statement)
      WHERE n0.id IN n16.`statements`
    } DESC, n16.`predicate` IS NULL, n16.`predicate` DESC, n16.`id` LIMIT $p.v7
    RETURN collect([n16.`predicate`]) AS c17
  }
  CALL (v0, each) {
    MATCH (n18:Entity {id: each.v8})
    WHERE v0 >= 0
    CALL (n18, each) {
      MATCH (s20:Statement)-[:REFERENCE]->(n19)
      WHERE (s20.subject = n18.id OR s20.object = n18.id)
      WITH DISTINCT n19, each ORDER BY COUNT {
        MATCH (n19)<-[:REFERENCE]-(n0)
        WHERE n0.sole = n19.id
        RETURN DISTINCT n0
      } DESC, n19.`id` LIMIT $p.v9
      RETURN collect([n19.`id`]) AS c21
    }
    RETURN collect([[null, c21]]) AS c22
  }
  RETURN collect([each.at, [[null, c2], [null, c4], head(c9), [null, c11], [null, c13], [null, c15], [null, c17], head(c22)]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
