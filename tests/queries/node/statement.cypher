MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  RETURN [head(COLLECT {
    MATCH (n1:Entity {id: $p.v0})
    WHERE size(v0) = 2
    RETURN [n1.`type`, null, n1.`id`, n1.`name`, null, n1.`id`, n1.`name`, [COUNT {
      MATCH (n1)-[e2:`LEADS`]->(n3:`Organization`)
    }, []]]
  }), head(COLLECT {
    MATCH (n4:Statement {id: $p.v0})
    WHERE size(v0) = 2
    RETURN [null, n4.`id`]
  }), head(COLLECT {
    MATCH (n5:Document {id: $p.v0})
    WHERE size(v0) = 2
    RETURN [null, n5.`id`]
  }), head(COLLECT {
    MATCH (n6:Conflict {id: $p.v0})
    WHERE size(v0) = 2
    RETURN [null, n6.`id`]
  })] AS r0
}
CALL (v0) {
  RETURN [head(COLLECT {
    MATCH (n7:Entity {id: $p.v2})
    WHERE size(v0) = 2
    RETURN [n7.`type`, null, n7.`id`]
  }), head(COLLECT {
    MATCH (n8:Statement {id: $p.v2})
    WHERE size(v0) = 2
    RETURN [null, n8.`id`]
  }), head(COLLECT {
    MATCH (n9:Document {id: $p.v2})
    WHERE size(v0) = 2
    RETURN [null, n9.`id`, [COUNT {
      MATCH (n9)<-[:REFERENCE]-(n10:Statement)
      RETURN DISTINCT n10
    }, []]]
  }), head(COLLECT {
    MATCH (n12:Conflict {id: $p.v2})
    WHERE size(v0) = 2
    RETURN [null, n12.`id`]
  })] AS r1
}
CALL (v0) {
  RETURN [head(COLLECT {
    MATCH (n13:Entity {id: $p.v4})
    WHERE size(v0) = 2
    RETURN [n13.`id`]
  }), head(COLLECT {
    MATCH (n14:Statement {id: $p.v4})
    WHERE size(v0) = 2
    RETURN [n14.`id`]
  }), head(COLLECT {
    MATCH (n15:Document {id: $p.v4})
    WHERE size(v0) = 2
    RETURN [n15.`id`]
  }), head(COLLECT {
    MATCH (n16:Conflict {id: $p.v4})
    WHERE size(v0) = 2
    RETURN [n16.`id`]
  })] AS r2
}
CALL (v0) {
  RETURN [head(COLLECT {
    MATCH (n17:Entity {id: $p.v5})
    WHERE size(v0) = 2
    RETURN [n17.`type`]
  }), head(COLLECT {
    MATCH (n18:Statement {id: $p.v5})
    WHERE size(v0) = 2
    RETURN [n18.`text`]
  }), head(COLLECT {
    MATCH (n19:Document {id: $p.v5})
    WHERE size(v0) = 2
    RETURN []
  }), head(COLLECT {
    MATCH (n20:Conflict {id: $p.v5})
    WHERE size(v0) = 2
    RETURN []
  })] AS r3
}
CALL (r0, r1, r2, r3) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3], v1] AS answer
