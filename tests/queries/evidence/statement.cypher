MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Entity {id: $p.v0})
    WHERE size(v0) = 2 AND n1:`Person`
    CALL (n1) {
      MATCH (n1)-[e2:`LEADS`]->(n3:`Group`)
      WITH e2, n3, n1 ORDER BY n3.`id`, e2.`id` LIMIT $p.v3
      CALL (e2, n3, n1) {
        MATCH (n4:Statement) USING INDEX SEEK n4:Statement(claim)
        WHERE n4.claim = e2.id
        WITH n4 ORDER BY n4.`id` LIMIT $p.v1
        RETURN collect([null, [[n4.`id`, n4.`rank`, n4.`valid_from`, n4.`valid_until`, n4.`qualifiers`, COLLECT {
          MATCH (n4)-[f6:REFERENCE]->(d7:Document)
          WITH f6, d7 ORDER BY f6.number
          RETURN [f6.`locator`, f6.`digest`, f6.`via`, f6.`retrieved`, [d7.`id`, d7.`title`]]
        }]]]) AS c8
      }
      CALL (e2, n3, n1) {
        MATCH (s12:Statement)-[:REFERENCE]->(n11:Document) USING INDEX SEEK s12:Statement(claim)
        WHERE s12.claim = e2.id
        WITH DISTINCT n11 ORDER BY n11.`id` LIMIT $p.v2
        RETURN collect([null, [[n11.`id`, n11.`published`]]]) AS c13
      }
      WITH * ORDER BY n3.`id`, e2.`id`
      RETURN collect([null, [[e2.`since`], [COUNT {
        MATCH (n9:Statement) USING INDEX SEEK n9:Statement(claim)
        WHERE n9.claim = e2.id
      }, c8], [COUNT {
        MATCH (s15:Statement)-[:REFERENCE]->(n14:Document) USING INDEX SEEK s15:Statement(claim)
        WHERE s15.claim = e2.id
        RETURN DISTINCT n14
      }, c13]]]) AS c16
    }
    CALL (n1) {
      MATCH (n17:Statement) USING INDEX SEEK n17:Statement(subject)
      WHERE n17.subject = n1.id
      WITH n17 ORDER BY n17.`predicate`, n17.`id` LIMIT $p.v4 + 1
      RETURN collect([null, [[n17.`id`, n17.`predicate`, head(COLLECT {
        MATCH (n19:Entity {id: n17.`object`})
        RETURN [n19.`id`, n19.`name`]
      }), n17.`value`, n17.`text`, n17.`shown`]]]) AS c20
    }
    CALL (n1) {
      MATCH (s24:Statement)-[:REFERENCE]->(n23:Document)
      WHERE (s24.subject = n1.id OR s24.object = n1.id)
      WITH DISTINCT n23 ORDER BY n23.`id` LIMIT $p.v5
      RETURN collect([null, [[n23.`id`]]]) AS c25
    }
    RETURN collect([[null, c16], [COUNT {
      MATCH (n21:Statement) USING INDEX SEEK n21:Statement(subject)
      WHERE n21.subject = n1.id
    }, c20], [COUNT {
      MATCH (s27:Statement)-[:REFERENCE]->(n26:Document)
      WHERE (s27.subject = n1.id OR s27.object = n1.id)
      RETURN DISTINCT n26
    }, c25]]) AS c28
  }
  RETURN head(c28) AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n29:Entity {id: $p.v6})
    WHERE size(v0) = 2
    CALL (n29) {
      MATCH (n30:Statement) USING INDEX SEEK n30:Statement(subject)
      WHERE n30.subject = n29.id
      WITH n30 ORDER BY n30.`predicate`, n30.`id` LIMIT $p.v7
      RETURN collect([null, [[n30.`predicate`, n30.`value`, n30.`text`, n30.`value_kind`, n30.`shown`]]]) AS c32
    }
    RETURN collect([[null, c32]]) AS c33
  }
  RETURN head(c33) AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n34:Entity {id: $p.v8})
    WHERE size(v0) = 2
    CALL (n34) {
      MATCH (n35:Statement) USING INDEX SEEK n35:Statement(subject)
      WHERE n35.subject = n34.id
      WITH n35 ORDER BY n35.`predicate`, n35.`id` LIMIT $p.v9
      RETURN collect([null, [[n35.`predicate`, n35.`value`, n35.`text`, n35.`value_kind`]]]) AS c37
    }
    RETURN collect([[null, c37]]) AS c38
  }
  RETURN head(c38) AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n39:Statement {id: $p.v10})
    WHERE size(v0) = 2
    RETURN collect([head(COLLECT {
      MATCH (n40:Entity {id: n39.`subject`})
      RETURN [n40.`id`]
    }), head(COLLECT {
      MATCH (n41:Entity {id: n39.`object`})
      RETURN [n41.`id`]
    })]) AS c42
  }
  RETURN head(c42) AS r3
}
CALL (r0, r1, r2, r3) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3], v1] AS answer
