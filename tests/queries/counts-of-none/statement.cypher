MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  MATCH (n1:Entity)
  WHERE v0 >= 0 AND EXISTS {
    CALL (n1) {
      MATCH (n1)-[e2]-(n3:Entity)
      WHERE n3.`name` = $p.v0
      WITH count(*) AS k4
      WHERE k4 = $p.v1
      RETURN k4
    }
    RETURN k4
  }
  RETURN count(*) AS c5
}
CALL (v0) {
  MATCH (n6:Entity)
  WHERE v0 >= 0 AND EXISTS {
    CALL (n6) {
      MATCH (n6)-[e7]-(n8:Entity)
      WHERE n8.`name` = $p.v3
      WITH count(*) AS k9
      WHERE k9 < $p.v4
      RETURN k9
    }
    RETURN k9
  }
  RETURN count(*) AS c10
}
CALL (v0) {
  MATCH (n11:Entity)
  WHERE v0 >= 0 AND EXISTS {
    CALL (n11) {
      MATCH (n11)-[e13]-(n14:Entity)
      WHERE n14.`name` IS NOT NULL
      WITH count(*) AS k15
      WHERE k15 = $p.v6
      RETURN k15
    }
    RETURN k15
  } AND n11.`id` IS NOT NULL
  WITH n11 ORDER BY n11.`id` LIMIT $p.v7
  RETURN collect([null, [[n11.`id`]]]) AS c12
}
WITH v0, [[c5, []], [c10, []], [null, c12]] AS r
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
