MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    MATCH (n1:Entity)
    WHERE v0 >= 0 AND EXISTS {
      CALL (n1, each) {
        MATCH (n1)-[e2]-(n3:Entity)
        WHERE n3.`name` = each.v0
        RETURN count(*) AS k4
      }
      WITH *
      WHERE k4 = each.v1
      RETURN k4
    }
    RETURN count(*) AS c5
  }
  CALL (v0, each) {
    MATCH (n6:Entity)
    WHERE v0 >= 0 AND EXISTS {
      CALL (n6, each) {
        MATCH (n6)-[e7]-(n8:Entity)
        WHERE n8.`name` = each.v3
        RETURN count(*) AS k9
      }
      WITH *
      WHERE k9 < each.v4
      RETURN k9
    }
    RETURN count(*) AS c10
  }
  CALL (v0, each) {
    MATCH (n11:Entity)
    WHERE v0 >= 0 AND EXISTS {
      CALL (n11, each) {
        MATCH (n11)-[e13]-(n14:Entity)
        WHERE n14.`name` IS NOT NULL
        RETURN count(*) AS k15
      }
      WITH *
      WHERE k15 = each.v6
      RETURN k15
    } AND n11.`id` IS NOT NULL
    WITH n11, each ORDER BY n11.`id` LIMIT $p.v7
    RETURN collect([n11.`id`]) AS c12
  }
  RETURN collect([each.at, [[c5, []], [c10, []], [null, c12]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
