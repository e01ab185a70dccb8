MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:`Person` {id: each.v0})
    WHERE v0 >= 0
    WITH n1, each, n1 {.`aliases`, .`born`, .`height`, .`mood`, .`moods`, .`name`, .`nicknames`} AS n1p
    RETURN collect([n1.`id`, n1p.`name`, n1p.`aliases`, n1p.`height`, n1p.`born`, n1p.`mood`, n1p.`moods`, n1p.`nicknames`]) AS c2
  }
  CALL (v0, each) {
    MATCH (n3:`Person` {id: each.v1})
    WHERE v0 >= 0
    RETURN collect([n3.`id`]) AS c4
  }
  CALL (v0, each) {
    MATCH (n5:Entity {id: each.v2})
    WHERE v0 >= 0
    RETURN collect([n5.`id`]) AS c6
  }
  CALL (v0, each) {
    MATCH (n7:`Agent` {id: each.v3})
    WHERE v0 >= 0
    WITH n7, each, n7 {.`type`} AS n7p
    RETURN collect([n7p.`type`, n7.`id`]) AS c8
  }
  CALL (v0, each) {
    MATCH (n9:Entity {id: each.v4})
    WHERE v0 >= 0
    WITH n9, each, n9 {.`name`, .`type`} AS n9p
    RETURN collect([n9p.`type`, n9p.`type`, n9p.`name`]) AS c10
  }
  CALL (v0, each) {
    MATCH (n11:Entity {id: each.v5})
    WHERE v0 >= 0
    WITH n11, each, n11 {.`external_ids`, .`type`} AS n11p
    RETURN collect([n11p.`type`, n11p.`type`, n11p.`external_ids`]) AS c12
  }
  CALL (v0, each) {
    MATCH (n13:Statement {id: each.v6})
    WHERE v0 >= 0
    WITH n13, each, n13 {.`predicate`, .`text`, .`value`, .`value_kind`} AS n13p
    RETURN collect([n13p.`predicate`, n13p.`value`, n13p.`text`, n13p.`value_kind`, head(COLLECT {
      MATCH (n14:Entity {id: n13.`subject`})
      RETURN [n14.`id`]
    }), head(COLLECT {
      MATCH (n15:Entity {id: n13.`object`})
      RETURN [n15.`id`]
    })]) AS c16
  }
  CALL (v0, each) {
    MATCH (n17:Document {id: each.v7})
    WHERE v0 >= 0
    WITH n17, each, n17 {.`published`, .`publisher`, .`sha256`, .`title`, .`url`} AS n17p
    RETURN collect([n17p.`title`, n17p.`publisher`, n17p.`url`, n17p.`published`, n17p.`sha256`]) AS c18
  }
  CALL (v0, each) {
    MATCH (n19:Document {id: each.v8})
    WHERE v0 >= 0
    WITH n19, each, n19 {.`title`} AS n19p
    RETURN collect([n19.`id`, n19p.`title`]) AS c20
  }
  CALL (v0, each) {
    MATCH (n21:`StatementClass` {id: each.v9})
    WHERE v0 >= 0
    WITH n21, each, n21 {.`total`, .`type`} AS n21p
    RETURN collect([n21p.`type`, n21p.`total`]) AS c22
  }
  RETURN collect([each.at, [head(c2), head(c4), head(c6), head(c8), head(c10), head(c12), head(c16), head(c18), head(c20), head(c22)]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
