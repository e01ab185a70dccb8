MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Entity {id: $p.v0})
    WHERE size(v0) = 2 AND n1:`Group`
    CALL (n1) {
      MATCH (n1)<-[e2:`OWNS`]-(n3:`Agent`)
      WITH e2, n3, n1 ORDER BY e2.`share` IS NULL, e2.`share` DESC, e2.`id` LIMIT $p.v1
      RETURN collect([null, [[e2.`share`], [n3.`id`]]]) AS c4
    }
    CALL (n1) {
      MATCH (n1)<-[e5:`OWNS`]-(n6:`Agent`)
      WITH e5, n6, n1 ORDER BY n6.`name__key`, e5.`id` LIMIT $p.v2
      RETURN collect([null, [[n6.`type`, n6.`id`, n6.`name`, n6.`id`]]]) AS c7
    }
    CALL (n1) {
      MATCH (n1)<-[e8:`OWNS`]-(n9:`Agent`)
      WITH e8, n9, n1 ORDER BY e8.`share`, n9.`id` IS NULL, n9.`id` DESC, e8.`id` LIMIT $p.v3
      RETURN collect([null, [[e8.`share`], [n9.`id`]]]) AS c10
    }
    CALL (n1) {
      MATCH (n1)<-[e11:`OWNS`]-(n12:`Agent`)
      WITH e11, n12, n1 ORDER BY n12.`id`, e11.`id` LIMIT $p.v4
      RETURN collect([null, [[n12.`id`]]]) AS c13
    }
    RETURN collect([[null, c4], [null, c7], [null, c10], [null, c13]]) AS c14
  }
  RETURN head(c14) AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n15:Entity {id: $p.v5})
    WHERE size(v0) = 2 AND n15:`Person`
    CALL (n15) {
      MATCH (n15)-[e16:`LEADS`]->(n17:`Group`)
      WITH e16, n17, n15 ORDER BY e16.`since__min`, e16.`id` LIMIT $p.v6
      RETURN collect([null, [[e16.`since`, e16.`role`]]]) AS c18
    }
    RETURN collect([[null, c18]]) AS c19
  }
  RETURN head(c19) AS r1
}
CALL (r0, r1) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1], v1] AS answer
