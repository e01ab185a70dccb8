MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:Entity {id: each.v0})
    WHERE v0 >= 0
    WITH n1, each, n1 {.`name`, .`type`} AS n1p
    RETURN collect([n1p.`type`, n1.`id`, n1p.`name`, n1.`id`, n1p.`name`, [CASE WHEN n1.`off_range` IS NULL THEN COUNT { (n1)-[:`LEADS`]->() } ELSE COUNT {
      MATCH (n1)-[e0:`LEADS`]->(n0:`Organization`)
    } END, []]]) AS c2
  }
  CALL (v0, each) {
    MATCH (n3:Statement {id: each.v0})
    WHERE v0 >= 0
    RETURN collect([n3.`id`]) AS c4
  }
  CALL (v0, each) {
    MATCH (n5:Document {id: each.v0})
    WHERE v0 >= 0
    RETURN collect([n5.`id`]) AS c6
  }
  CALL (v0, each) {
    MATCH (n7:Conflict {id: each.v0})
    WHERE v0 >= 0
    RETURN collect([n7.`id`]) AS c8
  }
  CALL (v0, each) {
    MATCH (n9:Finding {id: each.v0})
    WHERE v0 >= 0
    RETURN collect([n9.`id`]) AS c10
  }
  CALL (v0, each) {
    MATCH (n11:Entity {id: each.v2})
    WHERE v0 >= 0
    WITH n11, each, n11 {.`type`} AS n11p
    RETURN collect([n11p.`type`, n11.`id`]) AS c12
  }
  CALL (v0, each) {
    MATCH (n13:Statement {id: each.v2})
    WHERE v0 >= 0
    RETURN collect([n13.`id`]) AS c14
  }
  CALL (v0, each) {
    MATCH (n15:Document {id: each.v2})
    WHERE v0 >= 0
    RETURN collect([n15.`id`, [COUNT {
      MATCH (n15)<-[:REFERENCE]-(n0)
      RETURN DISTINCT n0
    }, []]]) AS c16
  }
  CALL (v0, each) {
    MATCH (n17:Conflict {id: each.v2})
    WHERE v0 >= 0
    RETURN collect([n17.`id`]) AS c18
  }
  CALL (v0, each) {
    MATCH (n19:Finding {id: each.v2})
    WHERE v0 >= 0
    RETURN collect([n19.`id`]) AS c20
  }
  CALL (v0, each) {
    MATCH (n21:Entity {id: each.v4})
    WHERE v0 >= 0
    RETURN collect([n21.`id`]) AS c22
  }
  CALL (v0, each) {
    MATCH (n23:Statement {id: each.v4})
    WHERE v0 >= 0
    RETURN collect([n23.`id`]) AS c24
  }
  CALL (v0, each) {
    MATCH (n25:Document {id: each.v4})
    WHERE v0 >= 0
    RETURN collect([n25.`id`]) AS c26
  }
  CALL (v0, each) {
    MATCH (n27:Conflict {id: each.v4})
    WHERE v0 >= 0
    RETURN collect([n27.`id`]) AS c28
  }
  CALL (v0, each) {
    MATCH (n29:Finding {id: each.v4})
    WHERE v0 >= 0
    RETURN collect([n29.`id`]) AS c30
  }
  CALL (v0, each) {
    MATCH (n31:Entity {id: each.v5})
    WHERE v0 >= 0
    WITH n31, each, n31 {.`type`} AS n31p
    RETURN collect([n31p.`type`]) AS c32
  }
  CALL (v0, each) {
    MATCH (n33:Statement {id: each.v5})
    WHERE v0 >= 0
    WITH n33, each, n33 {.`text`} AS n33p
    RETURN collect([n33p.`text`]) AS c34
  }
  CALL (v0, each) {
    MATCH (n35:Document {id: each.v5})
    WHERE v0 >= 0
    RETURN collect([]) AS c36
  }
  CALL (v0, each) {
    MATCH (n37:Conflict {id: each.v5})
    WHERE v0 >= 0
    RETURN collect([]) AS c38
  }
  CALL (v0, each) {
    MATCH (n39:Finding {id: each.v5})
    WHERE v0 >= 0
    RETURN collect([]) AS c40
  }
  RETURN collect([each.at, [[head(c2), head(c4), head(c6), head(c8), head(c10)], [head(c12), head(c14), head(c16), head(c18), head(c20)], [head(c22), head(c24), head(c26), head(c28), head(c30)], [head(c32), head(c34), head(c36), head(c38), head(c40)]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
