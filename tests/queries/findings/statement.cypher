MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:Finding)
    WHERE v0 >= 0 AND NOT coalesce(n1.`severity` = each.v0, false)
    WITH n1, each ORDER BY n1.`severity__key`, n1.`file`, n1.`line`, n1.`column`, n1.`id` LIMIT $p.v2
    WITH *, n1 {.`code`, .`message`, .`rule`, .`way_out`} AS n1p ORDER BY n1.`severity__key`, n1.`file`, n1.`line`, n1.`column`, n1.`id`
    RETURN collect([[n1.`severity__key`, n1.`file`, n1.`line`, n1.`column`, n1.`id`], n1.`id`, n1p.`rule`, n1p.`code`, n1.`severity`, n1p.`message`, n1p.`way_out`, n1.`subjects`, n1.`file`, n1.`line`, n1.`column`, COLLECT {
      MATCH (n2:Entity)
      WHERE n2.id IN n1.`subjects`
      WITH n2, each, n2 {.`type`} AS n2p ORDER BY n2.id
      RETURN [n2p.`type`, n2.`id`]
    }, COLLECT {
      MATCH (n3:Statement)
      WHERE n3.id IN n1.`subjects`
      WITH n3, each ORDER BY n3.id
      RETURN [n3.`id`, [COUNT {
        MATCH (n0:Finding)
        WHERE n0.id IN n3.`findings`
      }, []]]
    }]) AS c4
  }
  CALL (v0, each) {
    MATCH (n6:Finding)
    WHERE v0 >= 0
    WITH n6, each ORDER BY n6.`severity__key` IS NOT NULL, n6.`severity__key`, n6.`line` IS NOT NULL, n6.`line`, n6.`id` DESC LIMIT $p.v3
    WITH *, n6 {.`severity`} AS n6p ORDER BY n6.`severity__key` IS NOT NULL, n6.`severity__key`, n6.`line` IS NOT NULL, n6.`line`, n6.`id` DESC
    RETURN collect([n6p.`severity`, n6.`line`]) AS c7
  }
  CALL (v0, each) {
    MATCH (n9:Finding)
    WHERE v0 >= 0 AND each.v8 IN coalesce(n9.`subjects`, [])
    WITH n9, each ORDER BY n9.`severity__key`, n9.`file`, n9.`line`, n9.`column`, n9.`id` LIMIT $p.v9
    WITH *, n9 {.`rule`} AS n9p ORDER BY n9.`severity__key`, n9.`file`, n9.`line`, n9.`column`, n9.`id`
    RETURN collect([n9p.`rule`]) AS c10
  }
  CALL (v0, each) {
    MATCH (n12:Finding)
    WHERE v0 >= 0
    WITH n12.`rule` AS x13, count(*) AS x14
    RETURN collect([x13, x14]) AS c15
  }
  CALL (v0, each) {
    MATCH (n16:Entity)
    WHERE v0 >= 0 AND EXISTS {
      MATCH (n21:Finding)
      WHERE n21.id IN n16.`findings` AND n21.`severity` = each.v12
    }
    WITH n16, each ORDER BY COUNT {
      MATCH (n0:Finding)
      WHERE n0.id IN n16.`findings`
    } DESC, n16.`id` LIMIT $p.v15
    CALL (n16, each) {
      MATCH (n17:Finding)
      WHERE n17.id IN n16.`findings` AND n17.`severity` = each.v13
      WITH n17, each ORDER BY n17.`severity__key`, n17.`file`, n17.`line`, n17.`column`, n17.`id` LIMIT $p.v14
      WITH *, n17 {.`rule`} AS n17p ORDER BY n17.`severity__key`, n17.`file`, n17.`line`, n17.`column`, n17.`id`
      RETURN collect([n17p.`rule`]) AS c18
    }
    WITH * ORDER BY COUNT {
      MATCH (n0:Finding)
      WHERE n0.id IN n16.`findings`
    } DESC, n16.`id`
    RETURN collect([n16.`id`, [COUNT {
      MATCH (n19:Finding)
      WHERE n19.id IN n16.`findings` AND n19.`severity` = each.v13
    }, c18]]) AS c20
  }
  CALL (v0, each) {
    MATCH (n22:Statement)
    WHERE v0 >= 0 AND (COUNT {
      MATCH (n0:Finding)
      WHERE n0.id IN n22.`findings`
    } >= each.v16)
    WITH n22, each ORDER BY n22.`subject`, n22.`predicate`, n22.`id` LIMIT $p.v18
    CALL (n22, each) {
      MATCH (n23:Finding)
      WHERE n23.id IN n22.`findings`
      WITH n23, each ORDER BY n23.`severity__key`, n23.`file`, n23.`line`, n23.`column`, n23.`id` LIMIT $p.v17
      WITH *, n23 {.`code`} AS n23p ORDER BY n23.`severity__key`, n23.`file`, n23.`line`, n23.`column`, n23.`id`
      RETURN collect([n23p.`code`]) AS c24
    }
    WITH * ORDER BY n22.`subject`, n22.`predicate`, n22.`id`
    RETURN collect([n22.`id`, [null, c24]]) AS c25
  }
  RETURN collect([each.at, [[COUNT {
    MATCH (n5:Finding)
    WHERE v0 >= 0 AND NOT coalesce(n5.`severity` = each.v0, false)
  }, c4], [null, c7], [COUNT {
    MATCH (n8:Finding)
    WHERE v0 >= 0 AND (n8.`code` STARTS WITH each.v4 AND n8.`file` = each.v5 AND n8.`line` > each.v6)
  }, []], [COUNT {
    MATCH (n11:Finding)
    WHERE v0 >= 0 AND each.v8 IN coalesce(n11.`subjects`, [])
  }, c10], [null, [], [null, c15]], [null, c20], [null, c25]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
