MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  RETURN [head(COLLECT {
    MATCH (n1:Entity {id: $p.v0})
    WHERE size(v0) = 2
    RETURN [n1.`type`, null, n1.`id`, n1.`name`, null, n1.`id`, n1.`name`, [CASE WHEN n1.`off_range` IS NULL THEN COUNT { (n1)-[:`LEADS`]->() } ELSE COUNT {
      MATCH (n1)-[e0:`LEADS`]->(n0:`Organization`)
    } END, []]]
  }), head(COLLECT {
    MATCH (n2:Statement {id: $p.v0})
    WHERE size(v0) = 2
    RETURN [null, n2.`id`]
  }), head(COLLECT {
    MATCH (n3:Document {id: $p.v0})
    WHERE size(v0) = 2
    RETURN [null, n3.`id`]
  }), head(COLLECT {
    MATCH (n4:Conflict {id: $p.v0})
    WHERE size(v0) = 2
    RETURN [null, n4.`id`]
  }), head(COLLECT {
    MATCH (n5:Finding {id: $p.v0})
    WHERE size(v0) = 2
    RETURN [null, n5.`id`]
  })] AS r0
}
CALL (v0) {
  RETURN [head(COLLECT {
    MATCH (n6:Entity {id: $p.v2})
    WHERE size(v0) = 2
    RETURN [n6.`type`, null, n6.`id`]
  }), head(COLLECT {
    MATCH (n7:Statement {id: $p.v2})
    WHERE size(v0) = 2
    RETURN [null, n7.`id`]
  }), head(COLLECT {
    MATCH (n8:Document {id: $p.v2})
    WHERE size(v0) = 2
    RETURN [null, n8.`id`, [COUNT {
      MATCH (n8)<-[:REFERENCE]-(n0:Statement)
      RETURN DISTINCT n0
    }, []]]
  }), head(COLLECT {
    MATCH (n9:Conflict {id: $p.v2})
    WHERE size(v0) = 2
    RETURN [null, n9.`id`]
  }), head(COLLECT {
    MATCH (n10:Finding {id: $p.v2})
    WHERE size(v0) = 2
    RETURN [null, n10.`id`]
  })] AS r1
}
CALL (v0) {
  RETURN [head(COLLECT {
    MATCH (n11:Entity {id: $p.v4})
    WHERE size(v0) = 2
    RETURN [n11.`id`]
  }), head(COLLECT {
    MATCH (n12:Statement {id: $p.v4})
    WHERE size(v0) = 2
    RETURN [n12.`id`]
  }), head(COLLECT {
    MATCH (n13:Document {id: $p.v4})
    WHERE size(v0) = 2
    RETURN [n13.`id`]
  }), head(COLLECT {
    MATCH (n14:Conflict {id: $p.v4})
    WHERE size(v0) = 2
    RETURN [n14.`id`]
  }), head(COLLECT {
    MATCH (n15:Finding {id: $p.v4})
    WHERE size(v0) = 2
    RETURN [n15.`id`]
  })] AS r2
}
CALL (v0) {
  RETURN [head(COLLECT {
    MATCH (n16:Entity {id: $p.v5})
    WHERE size(v0) = 2
    RETURN [n16.`type`]
  }), head(COLLECT {
    MATCH (n17:Statement {id: $p.v5})
    WHERE size(v0) = 2
    RETURN [n17.`text`]
  }), head(COLLECT {
    MATCH (n18:Document {id: $p.v5})
    WHERE size(v0) = 2
    RETURN []
  }), head(COLLECT {
    MATCH (n19:Conflict {id: $p.v5})
    WHERE size(v0) = 2
    RETURN []
  }), head(COLLECT {
    MATCH (n20:Finding {id: $p.v5})
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
