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
        MATCH (s10:Statement)-[:REFERENCE]->(n9:Document) USING INDEX SEEK s10:Statement(claim)
        WHERE s10.claim = e2.id
        WITH DISTINCT n9 ORDER BY n9.`id` LIMIT $p.v2
        RETURN collect([null, [[n9.`id`, n9.`published`]]]) AS c11
      }
      WITH * ORDER BY n3.`id`, e2.`id`
      RETURN collect([null, [[e2.`since`], [COUNT {
        MATCH (n0:Statement) USING INDEX SEEK n0:Statement(claim)
        WHERE n0.claim = e2.id
      }, c8], [COUNT {
        MATCH (s0:Statement)-[:REFERENCE]->(n0:Document) USING INDEX SEEK s0:Statement(claim)
        WHERE s0.claim = e2.id
        RETURN DISTINCT n0
      }, c11]]]) AS c12
    }
    CALL (n1) {
      MATCH (n13:Statement) USING INDEX SEEK n13:Statement(subject)
      WHERE n13.subject = n1.id
      WITH n13 ORDER BY n13.`predicate`, n13.`id` LIMIT $p.v4 + 1
      RETURN collect([null, [[n13.`id`, n13.`predicate`, head(COLLECT {
        MATCH (n15:Entity {id: n13.`object`})
        RETURN [n15.`id`, n15.`name`]
      }), n13.`value`, n13.`text`, n13.`shown`]]]) AS c16
    }
    CALL (n1) {
      MATCH (s18:Statement)-[:REFERENCE]->(n17:Document)
      WHERE (s18.subject = n1.id OR s18.object = n1.id)
      WITH DISTINCT n17 ORDER BY n17.`id` LIMIT $p.v5
      RETURN collect([null, [[n17.`id`]]]) AS c19
    }
    RETURN collect([[null, c12], [COUNT {
      MATCH (n0:Statement) USING INDEX SEEK n0:Statement(subject)
      WHERE n0.subject = n1.id
    }, c16], [COUNT {
      MATCH (s0:Statement)-[:REFERENCE]->(n0:Document)
      WHERE (s0.subject = n1.id OR s0.object = n1.id)
      RETURN DISTINCT n0
    }, c19]]) AS c20
  }
  RETURN head(c20) AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n21:Entity {id: $p.v6})
    WHERE size(v0) = 2
    CALL (n21) {
      MATCH (n22:Statement) USING INDEX SEEK n22:Statement(subject)
      WHERE n22.subject = n21.id
      WITH n22 ORDER BY n22.`predicate`, n22.`id` LIMIT $p.v7
      RETURN collect([null, [[n22.`predicate`, n22.`value`, n22.`text`, n22.`value_kind`, n22.`shown`]]]) AS c24
    }
    RETURN collect([[null, c24]]) AS c25
  }
  RETURN head(c25) AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n26:Entity {id: $p.v8})
    WHERE size(v0) = 2
    CALL (n26) {
      MATCH (n27:Statement) USING INDEX SEEK n27:Statement(subject)
      WHERE n27.subject = n26.id
      WITH n27 ORDER BY n27.`predicate`, n27.`id` LIMIT $p.v9
      RETURN collect([null, [[n27.`predicate`, n27.`value`, n27.`text`, n27.`value_kind`]]]) AS c29
    }
    RETURN collect([[null, c29]]) AS c30
  }
  RETURN head(c30) AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n31:Statement {id: $p.v10})
    WHERE size(v0) = 2
    RETURN collect([head(COLLECT {
      MATCH (n32:Entity {id: n31.`subject`})
      RETURN [n32.`id`]
    }), head(COLLECT {
      MATCH (n33:Entity {id: n31.`object`})
      RETURN [n33.`id`]
    })]) AS c34
  }
  RETURN head(c34) AS r3
}
CALL (r0, r1, r2, r3) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3], v1] AS answer
