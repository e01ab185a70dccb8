MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Conflict)
    WHERE size(v0) = 2
    WITH n1 ORDER BY n1.`subject`, n1.`predicate`, n1.`id` LIMIT $p.v0
    CALL (n1) {
      MATCH (n4:Statement)
      WHERE n4.id IN n1.`statements`
      WITH n4 ORDER BY n4.id
      CALL (n4) {
        MATCH (n5:Statement)
        WHERE n5.id IN n4.`conflicts_with`
        WITH n5 ORDER BY n5.id
        WITH * ORDER BY n5.id
        RETURN collect([n5.`id`, COLLECT {
          MATCH (n6:Statement)
          WHERE n6.id IN n5.`conflicts_with`
          WITH n6 ORDER BY n6.id
          RETURN [n6.`id`]
        }]) AS c7
      }
      WITH * ORDER BY n4.id
      RETURN collect([n4.`id`, n4.`rank`, n4.`shown`, c7]) AS c8
    }
    WITH * ORDER BY n1.`subject`, n1.`predicate`, n1.`id`
    RETURN collect([[n1.`subject`, n1.`predicate`, n1.`id`], [null, [n1.`kind`, n1.`predicate`, n1.`qualifier`, n1.`decided_by`, n1.`reasoning`, head(COLLECT {
      MATCH (n2:Entity {id: n1.`subject`})
      RETURN [n2.`id`, n2.`contested`]
    }), head(COLLECT {
      MATCH (n3:Statement {id: n1.`shown`})
      RETURN [n3.`id`, n3.`value`]
    }), c8]]]) AS c9
  }
  RETURN [COUNT { (:Conflict) }, c9] AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n10:Conflict)
    WHERE size(v0) = 2 AND n10.`kind` = $p.v1
    WITH n10 ORDER BY n10.`subject`, n10.`predicate`, n10.`id` LIMIT $p.v2
    RETURN collect([null, [[head(COLLECT {
      MATCH (n11:Entity {id: n10.`subject`})
      RETURN [n11.`id`]
    }), n10.`predicate`]]]) AS c12
  }
  RETURN [null, c12] AS r1
}
CALL (v0) {
  RETURN [COUNT {
    MATCH (n13:Conflict)
    WHERE size(v0) = 2 AND n13.`decided_by` IN $p.v3
  }, []] AS r2
}
CALL (r0, r1, r2) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2], v1] AS answer
