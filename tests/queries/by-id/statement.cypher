MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n1:Entity {id: $p.v0})
    WHERE size(v0) = 2 AND n1:`Person`
    RETURN [n1.`id`, n1.`name`, n1.`aliases`, n1.`height`, n1.`born`, n1.`mood`, n1.`moods`, n1.`nicknames`]
  }) AS r0
}
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n2:Entity {id: $p.v1})
    WHERE size(v0) = 2 AND n2:`Person`
    RETURN [n2.`id`]
  }) AS r1
}
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n3:Entity {id: $p.v2})
    WHERE size(v0) = 2
    RETURN [n3.`id`]
  }) AS r2
}
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n4:Entity {id: $p.v3})
    WHERE size(v0) = 2 AND n4:`Agent`
    RETURN [n4.`type`, n4.`id`, null]
  }) AS r3
}
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n5:Entity {id: $p.v4})
    WHERE size(v0) = 2
    RETURN [n5.`type`, null, n5.`type`, n5.`name`]
  }) AS r4
}
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n6:Entity {id: $p.v5})
    WHERE size(v0) = 2
    RETURN [n6.`type`, null, n6.`type`, n6.`external_ids`]
  }) AS r5
}
CALL (v0) {
  CALL (v0) {
    MATCH (n7:Statement {id: $p.v6})
    WHERE size(v0) = 2
    RETURN collect([n7.`predicate`, n7.`value`, n7.`text`, n7.`value_kind`, head(COLLECT {
      MATCH (n8:Entity {id: n7.`subject`})
      RETURN [n8.`id`]
    }), head(COLLECT {
      MATCH (n9:Entity {id: n7.`object`})
      RETURN [n9.`id`]
    })]) AS c10
  }
  RETURN head(c10) AS r6
}
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n11:Document {id: $p.v7})
    WHERE size(v0) = 2
    RETURN [n11.`title`, n11.`publisher`, n11.`url`, n11.`published`, n11.`sha256`]
  }) AS r7
}
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n12:Document {id: $p.v8})
    WHERE size(v0) = 2
    RETURN [n12.`id`, n12.`title`]
  }) AS r8
}
CALL (v0) {
  RETURN head(COLLECT {
    MATCH (n13:Entity {id: $p.v9})
    WHERE size(v0) = 2 AND n13:`StatementClass`
    RETURN [null, n13.`type`, n13.`total`]
  }) AS r9
}
CALL (r0, r1, r2, r3, r4, r5, r6, r7, r8, r9) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3, r4, r5, r6, r7, r8, r9]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3, r4, r5, r6, r7, r8, r9], v1] AS answer
