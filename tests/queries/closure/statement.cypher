MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Entity {id: $p.v0})
    WHERE size(v0) = 2
    CALL (n1) {
      MATCH q2 = (n1)<-[:`PART_OF`*1..]-(n3)
      WHERE n3 <> n1
      WITH n3, min(length(q2)) AS d4 ORDER BY d4, n3.id LIMIT $p.v1
      WITH {depth: d4} AS m5, n3
      WITH m5, n3 ORDER BY m5.depth, n3.id
      CALL (n3) {
        MATCH (n3)-[e6:`PART_OF`]->(n7:`NamedThing`)
        WITH e6, n7, n3 ORDER BY n7.`id`, e6.`id` LIMIT $p.v2
        RETURN collect([null, [[n7.`id`]]]) AS c8
      }
      WITH * ORDER BY m5.depth, n3.id
      RETURN collect([m5.`depth`, [n3.`type`, n3.`name`, n3.`name`, [null, c8]]]) AS c9
    }
    CALL (n1) {
      MATCH q10 = (n1)<-[:`PART_OF`*1..1]-(n11)
      WHERE n11 <> n1
      WITH n11, min(length(q10)) AS d12 ORDER BY d12, n11.id LIMIT $p.v3
      WITH {depth: d12} AS m13, n11
      WITH m13, n11 ORDER BY m13.depth, n11.id
      WITH * ORDER BY m13.depth, n11.id
      RETURN collect([m13.`depth`]) AS c14
    }
    CALL (n1) {
      MATCH q15 = (n1)-[:`PART_OF`*1..]->(n16)
      WHERE n16 <> n1
      WITH n16, min(length(q15)) AS d17 ORDER BY d17, n16.id LIMIT $p.v4
      WITH {depth: d17} AS m18, n16
      WITH m18, n16 ORDER BY m18.depth, n16.id
      WITH * ORDER BY m18.depth, n16.id
      RETURN collect([m18.`depth`]) AS c19
    }
    RETURN collect([n1.`type`, c9, c14, c19]) AS c20
  }
  RETURN head(c20) AS r0
}
CALL (r0) {
  MATCH (d1:Dataset)
  WHERE size([r0]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0], v1] AS answer
