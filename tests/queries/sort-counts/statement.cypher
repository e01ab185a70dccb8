MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:`Agent`)
    WHERE size(v0) = 2
    WITH n1 ORDER BY CASE WHEN n1.`off_range` IS NULL THEN COUNT { (n1)-[:`OWNS`]->() } ELSE COUNT {
      MATCH (n1)-[e0:`OWNS`]->(n0:`NamedThing`)
    } END DESC, CASE WHEN n1.`off_range` IS NULL THEN COUNT { (n1)-[:`LEADS`]->() } ELSE COUNT {
      MATCH (n1)-[e0:`LEADS`]->(n0:`Group`)
    } END DESC, n1.`id` LIMIT $p.v0
    RETURN collect([null, [[n1.`id`]]]) AS c2
  }
  RETURN [null, c2] AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n3:Entity)
    WHERE size(v0) = 2
    WITH n3 ORDER BY COUNT {
      MATCH (n3)-[e0]-(n0:Entity)
    } DESC, COUNT {
      MATCH (s0:Statement)-[:REFERENCE]->(n0:Document)
      WHERE (s0.subject = n3.id OR s0.object = n3.id)
      RETURN DISTINCT n0
    }, n3.`id` LIMIT $p.v1
    RETURN collect([null, [[n3.`id`]]]) AS c4
  }
  RETURN [null, c4] AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n5:Entity {id: $p.v2})
    WHERE size(v0) = 2 AND n5:`Group`
    CALL (n5) {
      MATCH (n5)<-[e6:`OWNS`]-(n7:`Agent`)
      WITH e6, n7, n5 ORDER BY COUNT {
        MATCH (n0:Statement) USING INDEX SEEK n0:Statement(subject)
        WHERE n0.subject = n7.id
      } DESC, COUNT {
        MATCH (s0:Statement)-[:REFERENCE]->(n0:Document) USING INDEX SEEK s0:Statement(claim)
        WHERE s0.claim = e6.id
        RETURN DISTINCT n0
      } DESC, e6.`id` LIMIT $p.v3
      RETURN collect([null, [[n7.`id`]]]) AS c8
    }
    RETURN collect([[null, c8]]) AS c9
  }
  RETURN head(c9) AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n10:Statement)
    WHERE size(v0) = 2
    WITH n10 ORDER BY COUNT {
      MATCH (n10)-[:REFERENCE]->(n0:Document)
      RETURN DISTINCT n0
    } DESC, n10.`valid_from__min`, n10.`id` LIMIT $p.v4
    RETURN collect([null, [[n10.`id`]]]) AS c11
  }
  RETURN [null, c11] AS r3
}
CALL (v0) {
  CALL (v0) {
    MATCH (n12:Document)
    WHERE size(v0) = 2
    WITH n12 ORDER BY COUNT {
      MATCH (n12)<-[:REFERENCE]-(n0:Statement)
      RETURN DISTINCT n0
    } DESC, n12.`title__key` IS NULL, n12.`title__key` DESC, n12.`id` LIMIT $p.v5
    RETURN collect([null, [[n12.`id`]]]) AS c13
  }
  RETURN [null, c13] AS r4
}
CALL (v0) {
  CALL (v0) {
    MATCH (n14:Document)
    WHERE size(v0) = 2
    WITH n14 ORDER BY n14.`published__min` IS NULL, n14.`published__min` DESC, n14.`id` LIMIT $p.v6
    RETURN collect([null, [[n14.`id`, n14.`published`]]]) AS c15
  }
  RETURN [null, c15] AS r5
}
CALL (v0) {
  CALL (v0) {
    MATCH (n16:Conflict)
    WHERE size(v0) = 2
    WITH n16 ORDER BY COUNT {
      MATCH (n0:Statement)
      WHERE n0.id IN n16.`statements`
    } DESC, n16.`predicate` IS NULL, n16.`predicate` DESC, n16.`id` LIMIT $p.v7
    RETURN collect([null, [[n16.`predicate`]]]) AS c17
  }
  RETURN [null, c17] AS r6
}
CALL (v0) {
  CALL (v0) {
    MATCH (n18:Entity {id: $p.v8})
    WHERE size(v0) = 2
    CALL (n18) {
      MATCH (s20:Statement)-[:REFERENCE]->(n19:Document)
      WHERE (s20.subject = n18.id OR s20.object = n18.id)
      WITH DISTINCT n19 ORDER BY COUNT {
        MATCH (n19)<-[:REFERENCE]-(n0:Statement)
        WHERE n0.sole = n19.id
        RETURN DISTINCT n0
      } DESC, n19.`id` LIMIT $p.v9
      RETURN collect([null, [[n19.`id`]]]) AS c21
    }
    RETURN collect([[null, c21]]) AS c22
  }
  RETURN head(c22) AS r7
}
CALL (r0, r1, r2, r3, r4, r5, r6, r7) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3, r4, r5, r6, r7]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3, r4, r5, r6, r7], v1] AS answer
