MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Entity {id: $p.v0})
    WHERE size(v0) = 2 AND n1:`Person`
    CALL (n1) {
      MATCH (n1)-[e2:`LEADS`]->(n3:`Group`)
      WITH e2, n3, n1 ORDER BY n3.`id`, e2.`id` LIMIT $p.v1
      RETURN collect([null, [e2.`predicate`, e2.`rank`, e2.`contested`, e2.`confidence`, [n3.`type`, n3.`id`, null], [e2.`role`, e2.`since`, e2.`until`, e2.`statuses`, e2.`contested_`]]]) AS c4
    }
    CALL (n1) {
      MATCH (n1)-[e7:`HAS_INTEREST_IN`|`OWNS`]->(n8:`NamedThing`)
      WITH e7, n8, n1 ORDER BY n8.`id`, e7.`id` LIMIT $p.v2
      RETURN collect([null, [e7.`predicate`, [n8.`id`], [e7.`share`, e7.`votes`, e7.`status`]]]) AS c9
    }
    CALL (n1) {
      MATCH (n1)-[e10:`OWNS`]->(n11:`NamedThing`)
      WITH e10, n11, n1 ORDER BY n11.`id`, e10.`id` LIMIT $p.v3
      RETURN collect([null, [e10.`predicate`, [n11.`id`]]]) AS c12
    }
    CALL (n1) {
      MATCH (n1)-[e13:`KNOWS`]-(n14:`Agent`)
      WITH e13, n14, n1 ORDER BY n14.`id`, e13.`id` LIMIT $p.v4
      RETURN collect([null, [[n14.`id`]]]) AS c15
    }
    RETURN collect([[CASE WHEN n1.`off_range` IS NULL THEN COUNT { (n1)-[:`LEADS`]->() } ELSE COUNT {
      MATCH (n1)-[e5:`LEADS`]->(n6:`Group`)
    } END, c4], [null, c9], [null, c12], [null, c15]]) AS c16
  }
  RETURN head(c16) AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n17:Entity {id: $p.v5})
    WHERE size(v0) = 2 AND n17:`Group`
    CALL (n17) {
      MATCH (n17)-[e18:`LEADS`]->(n19:`Group`)
      WITH e18, n19, n17 ORDER BY n19.`id`, e18.`id` LIMIT $p.v6
      RETURN collect([null, [[n19.`id`]]]) AS c20
    }
    CALL (n17) {
      MATCH (n17)<-[e21:`LEADS`]-(n22:`Agent`)
      WITH e21, n22, n17 ORDER BY n22.`id`, e21.`id` LIMIT $p.v7
      RETURN collect([null, [[n22.`type`, n22.`id`, null]]]) AS c23
    }
    CALL (n17) {
      MATCH (n17)<-[e26:`HAS_INTEREST_IN`|`OWNS`]-(n27:`Agent`)
      WITH e26, n27, n17 ORDER BY n27.`id`, e26.`id` LIMIT $p.v8
      RETURN collect([null, [e26.`predicate`, [n27.`id`]]]) AS c28
    }
    RETURN collect([[null, c20], [CASE WHEN n17.`off_range` IS NULL THEN COUNT { (n17)<-[:`LEADS`]-() } ELSE COUNT {
      MATCH (n17)<-[e24:`LEADS`]-(n25:`Agent`)
    } END, c23], [CASE WHEN n17.`off_range` IS NULL THEN COUNT { (n17)<-[:`HAS_INTEREST_IN`|`OWNS`]-() } ELSE COUNT {
      MATCH (n17)<-[e29:`HAS_INTEREST_IN`|`OWNS`]-(n30:`Agent`)
    } END, c28]]) AS c31
  }
  RETURN head(c31) AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n32:Entity {id: $p.v9})
    WHERE size(v0) = 2 AND n32:`Person`
    CALL (n32) {
      MATCH (n32)-[e33:`KNOWS`]-(n34:`Agent`)
      WITH e33, n34, n32 ORDER BY n34.`id`, e33.`id` LIMIT $p.v10
      RETURN collect([null, [[n34.`id`]]]) AS c35
    }
    RETURN collect([[CASE WHEN n32.`off_range` IS NULL THEN COUNT { (n32)-[:`KNOWS`]-() } ELSE COUNT {
      MATCH (n32)-[e36:`KNOWS`]-(n37:`Agent`)
    } END, c35], [CASE WHEN n32.`off_range` IS NULL THEN COUNT { (n32)-[:`OWNS`]->() } ELSE COUNT {
      MATCH (n32)-[e38:`OWNS`]->(n39:`NamedThing`)
    } END, []]]) AS c40
  }
  RETURN head(c40) AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n41:Entity {id: $p.v12})
    WHERE size(v0) = 2 AND n41:`Person`
    CALL (n41) {
      MATCH (n41)-[e42:`LEADS`]->(n43:`Group`)
      WITH e42, n43, n41 ORDER BY n43.`id`, e42.`id` LIMIT $p.v13
      RETURN collect([null, [[n43.`id`]]]) AS c44
    }
    RETURN collect([[CASE WHEN n41.`off_range` IS NULL THEN COUNT { (n41)-[:`LEADS`]->() } ELSE COUNT {
      MATCH (n41)-[e45:`LEADS`]->(n46:`Group`)
    } END, c44], [COUNT {
      MATCH (n47:Statement) USING INDEX SEEK n47:Statement(subject)
      WHERE n47.subject = n41.id
    }, []]]) AS c49
  }
  RETURN head(c49) AS r3
}
CALL (r0, r1, r2, r3) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3], v1] AS answer
