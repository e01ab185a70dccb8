MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    MATCH (n1:Finding)
    WHERE size(v0) = 2 AND NOT coalesce(n1.`severity` = $p.v0, false)
    WITH n1 ORDER BY n1.`severity__key`, n1.`file`, n1.`line`, n1.`column`, n1.`id` LIMIT $p.v2
    RETURN collect([[n1.`severity__key`, n1.`file`, n1.`line`, n1.`column`, n1.`id`], [null, [n1.`id`, n1.`rule`, n1.`code`, n1.`severity`, n1.`message`, n1.`way_out`, n1.`subjects`, n1.`file`, n1.`line`, n1.`column`, COLLECT {
      MATCH (n2:Entity)
      WHERE n2.id IN n1.`subjects`
      WITH n2 ORDER BY n2.id
      RETURN [n2.`type`, n2.`id`, null]
    }, COLLECT {
      MATCH (n3:Statement)
      WHERE n3.id IN n1.`subjects`
      WITH n3 ORDER BY n3.id
      RETURN [n3.`id`, [COUNT {
        MATCH (n0:Finding)
        WHERE n0.id IN n3.`findings`
      }, []]]
    }]]]) AS c4
  }
  RETURN [COUNT {
    MATCH (n5:Finding)
    WHERE size(v0) = 2 AND NOT coalesce(n5.`severity` = $p.v0, false)
  }, c4] AS r0
}
CALL (v0) {
  CALL (v0) {
    MATCH (n6:Finding)
    WHERE size(v0) = 2
    WITH n6 ORDER BY n6.`severity__key` IS NOT NULL, n6.`severity__key`, n6.`line` IS NOT NULL, n6.`line`, n6.`id` DESC LIMIT $p.v3
    RETURN collect([null, [[n6.`severity`, n6.`line`]]]) AS c7
  }
  RETURN [null, c7] AS r1
}
CALL (v0) {
  RETURN [COUNT {
    MATCH (n8:Finding)
    WHERE size(v0) = 2 AND (n8.`code` STARTS WITH $p.v4 AND n8.`file` = $p.v5 AND n8.`line` > $p.v6)
  }, []] AS r2
}
CALL (v0) {
  CALL (v0) {
    MATCH (n9:Finding)
    WHERE size(v0) = 2 AND $p.v8 IN coalesce(n9.`subjects`, [])
    WITH n9 ORDER BY n9.`severity__key`, n9.`file`, n9.`line`, n9.`column`, n9.`id` LIMIT $p.v9
    RETURN collect([null, [[n9.`rule`]]]) AS c10
  }
  RETURN [COUNT {
    MATCH (n11:Finding)
    WHERE size(v0) = 2 AND $p.v8 IN coalesce(n11.`subjects`, [])
  }, c10] AS r3
}
CALL (v0) {
  CALL (v0) {
    MATCH (n12:Finding)
    WHERE size(v0) = 2
    WITH n12.`rule` AS x13, count(*) AS x14
    RETURN collect([x13, x14]) AS c15
  }
  RETURN [null, [], [null, c15]] AS r4
}
CALL (v0) {
  CALL (v0) {
    MATCH (n16:Entity)
    WHERE size(v0) = 2 AND EXISTS {
      MATCH (n20:Finding)
      WHERE n20.id IN n16.`findings` AND n20.`severity` = $p.v12
    }
    WITH n16 ORDER BY COUNT {
      MATCH (n0:Finding)
      WHERE n0.id IN n16.`findings`
    } DESC, n16.`id` LIMIT $p.v15
    CALL (n16) {
      MATCH (n17:Finding)
      WHERE n17.id IN n16.`findings` AND n17.`severity` = $p.v13
      WITH n17 ORDER BY n17.`severity__key`, n17.`file`, n17.`line`, n17.`column`, n17.`id` LIMIT $p.v14
      RETURN collect([null, [[n17.`rule`]]]) AS c18
    }
    WITH * ORDER BY COUNT {
      MATCH (n0:Finding)
      WHERE n0.id IN n16.`findings`
    } DESC, n16.`id`
    RETURN collect([null, [[n16.`id`, [COUNT {
      MATCH (n19:Finding)
      WHERE n19.id IN n16.`findings` AND n19.`severity` = $p.v13
    }, c18]]]]) AS c21
  }
  RETURN [null, c21] AS r5
}
CALL (v0) {
  CALL (v0) {
    MATCH (n22:Statement)
    WHERE size(v0) = 2 AND (COUNT {
      MATCH (n0:Finding)
      WHERE n0.id IN n22.`findings`
    } >= $p.v16)
    WITH n22 ORDER BY n22.`subject`, n22.`predicate`, n22.`id` LIMIT $p.v18
    CALL (n22) {
      MATCH (n23:Finding)
      WHERE n23.id IN n22.`findings`
      WITH n23 ORDER BY n23.`severity__key`, n23.`file`, n23.`line`, n23.`column`, n23.`id` LIMIT $p.v17
      RETURN collect([null, [[n23.`code`]]]) AS c24
    }
    WITH * ORDER BY n22.`subject`, n22.`predicate`, n22.`id`
    RETURN collect([null, [[n22.`id`, [null, c24]]]]) AS c25
  }
  RETURN [null, c25] AS r6
}
CALL (r0, r1, r2, r3, r4, r5, r6) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3, r4, r5, r6]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3, r4, r5, r6], v1] AS answer
