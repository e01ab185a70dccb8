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
      MATCH (n1)-[e5:`HAS_INTEREST_IN`|`OWNS`]->(n6:`NamedThing`)
      WITH e5, n6, n1 ORDER BY n6.`id`, e5.`id` LIMIT $p.v2
      RETURN collect([null, [e5.`predicate`, [n6.`id`], [e5.`share`, e5.`votes`, e5.`status`]]]) AS c7
    }
    CALL (n1) {
      MATCH (n1)-[e8:`OWNS`]->(n9:`NamedThing`)
      WITH e8, n9, n1 ORDER BY n9.`id`, e8.`id` LIMIT $p.v3
      RETURN collect([null, [e8.`predicate`, [n9.`id`]]]) AS c10
    }
    CALL (n1) {
      MATCH (n1)-[e11:`KNOWS`]-(n12:`Agent`)
      WITH e11, n12, n1 ORDER BY n12.`id`, e11.`id` LIMIT $p.v4
      RETURN collect([null, [[n12.`id`]]]) AS c13
    }
    RETURN collect([[CASE WHEN n1.`off_range` IS NULL THEN COUNT { (n1)-[:`LEADS`]->() } ELSE COUNT {
      MATCH (n1)-[e0:`LEADS`]->(n0:`Group`)
    } END, c4], [null, c7], [null, c10], [null, c13]]) AS c14
  }
  RETURN head(c14) AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n15:Entity {id: $p.v5})
    WHERE size(v0) = 2 AND n15:`Group`
    CALL (n15) {
      MATCH (n15)-[e16:`LEADS`]->(n17:`Group`)
      WITH e16, n17, n15 ORDER BY n17.`id`, e16.`id` LIMIT $p.v6
      RETURN collect([null, [[n17.`id`]]]) AS c18
    }
    CALL (n15) {
      MATCH (n15)<-[e19:`LEADS`]-(n20:`Agent`)
      WITH e19, n20, n15 ORDER BY n20.`id`, e19.`id` LIMIT $p.v7
      RETURN collect([null, [[n20.`type`, n20.`id`, null]]]) AS c21
    }
    CALL (n15) {
      MATCH (n15)<-[e22:`HAS_INTEREST_IN`|`OWNS`]-(n23:`Agent`)
      WITH e22, n23, n15 ORDER BY n23.`id`, e22.`id` LIMIT $p.v8
      RETURN collect([null, [e22.`predicate`, [n23.`id`]]]) AS c24
    }
    RETURN collect([[null, c18], [CASE WHEN n15.`off_range` IS NULL THEN COUNT { (n15)<-[:`LEADS`]-() } ELSE COUNT {
      MATCH (n15)<-[e0:`LEADS`]-(n0:`Agent`)
    } END, c21], [CASE WHEN n15.`off_range` IS NULL THEN COUNT { (n15)<-[:`HAS_INTEREST_IN`|`OWNS`]-() } ELSE COUNT {
      MATCH (n15)<-[e0:`HAS_INTEREST_IN`|`OWNS`]-(n0:`Agent`)
    } END, c24]]) AS c25
  }
  RETURN head(c25) AS r1
}
CALL (v0) {
  CALL (v0) {
    MATCH (n26:Entity {id: $p.v9})
    WHERE size(v0) = 2 AND n26:`Person`
    CALL (n26) {
      MATCH (n26)-[e27:`KNOWS`]-(n28:`Agent`)
      WITH e27, n28, n26 ORDER BY n28.`id`, e27.`id` LIMIT $p.v10
      RETURN collect([null, [[n28.`id`]]]) AS c29
    }
    RETURN collect([[CASE WHEN n26.`off_range` IS NULL THEN COUNT { (n26)-[:`KNOWS`]-() } ELSE COUNT {
      MATCH (n26)-[e0:`KNOWS`]-(n0:`Agent`)
    } END, c29], [CASE WHEN n26.`off_range` IS NULL THEN COUNT { (n26)-[:`OWNS`]->() } ELSE COUNT {
      MATCH (n26)-[e0:`OWNS`]->(n0:`NamedThing`)
    } END, []]]) AS c30
  }
  RETURN head(c30) AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n31:Entity {id: $p.v12})
    WHERE size(v0) = 2 AND n31:`Person`
    CALL (n31) {
      MATCH (n31)-[e32:`LEADS`]->(n33:`Group`)
      WITH e32, n33, n31 ORDER BY n33.`id`, e32.`id` LIMIT $p.v13
      RETURN collect([null, [[n33.`id`]]]) AS c34
    }
    RETURN collect([[CASE WHEN n31.`off_range` IS NULL THEN COUNT { (n31)-[:`LEADS`]->() } ELSE COUNT {
      MATCH (n31)-[e0:`LEADS`]->(n0:`Group`)
    } END, c34], [COUNT {
      MATCH (n0:Statement) USING INDEX SEEK n0:Statement(subject)
      WHERE n0.subject = n31.id
    }, []]]) AS c35
  }
  RETURN head(c35) AS r3
}
CALL (r0, r1, r2, r3) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3], v1] AS answer
