MATCH (d0:Dataset)
WITH [d0.revision, d0.pending] AS v0
CALL (v0) {
  CALL (v0) {
    CALL db.index.fulltext.queryNodes('graphsvc_search', $p.v0.query) YIELD node AS n1
    WHERE size(v0) = 2 AND n1:Entity
    WITH {id: n1.id, matched: [w IN $p.v0.words WHERE n1.search CONTAINS w.start | w.word], score: reduce(s = CASE n1.search__name WHEN $p.v0.name THEN 1000 ELSE 0 END, w IN $p.v0.words | s + CASE
      WHEN n1.search__name CONTAINS w.whole THEN 8
      WHEN n1.search__alias CONTAINS w.whole OR n1.search__name CONTAINS w.start THEN 4
      WHEN n1.search CONTAINS w.whole OR n1.search__alias CONTAINS w.start THEN 2
      WHEN n1.search CONTAINS w.start THEN 1
      ELSE 0 END)} AS m2, n1
    WITH m2, n1 ORDER BY m2.`score` IS NULL, m2.`score` DESC, n1.`name__key`, m2.`id` LIMIT $p.v1 + 1
    RETURN collect([null, [m2.`score`, m2.`matched`, [n1.`type`, null, n1.`name`]]]) AS c3
  }
  RETURN [COUNT {
    CALL db.index.fulltext.queryNodes('graphsvc_search', $p.v0.query) YIELD node AS n4
    WHERE size(v0) = 2 AND n4:Entity
    WITH {id: n4.id, matched: [w IN $p.v0.words WHERE n4.search CONTAINS w.start | w.word], score: reduce(s = CASE n4.search__name WHEN $p.v0.name THEN 1000 ELSE 0 END, w IN $p.v0.words | s + CASE
      WHEN n4.search__name CONTAINS w.whole THEN 8
      WHEN n4.search__alias CONTAINS w.whole OR n4.search__name CONTAINS w.start THEN 4
      WHEN n4.search CONTAINS w.whole OR n4.search__alias CONTAINS w.start THEN 2
      WHEN n4.search CONTAINS w.start THEN 1
      ELSE 0 END)} AS m5, n4
  }, c3] AS r0
}
CALL (v0) {
  CALL (v0) {
    CALL db.index.fulltext.queryNodes('graphsvc_search', $p.v2.query) YIELD node AS n6
    WHERE size(v0) = 2 AND n6:`Organization`
    WITH {id: n6.id, matched: [w IN $p.v2.words WHERE n6.search CONTAINS w.start | w.word], score: reduce(s = CASE n6.search__name WHEN $p.v2.name THEN 1000 ELSE 0 END, w IN $p.v2.words | s + CASE
      WHEN n6.search__name CONTAINS w.whole THEN 8
      WHEN n6.search__alias CONTAINS w.whole OR n6.search__name CONTAINS w.start THEN 4
      WHEN n6.search CONTAINS w.whole OR n6.search__alias CONTAINS w.start THEN 2
      WHEN n6.search CONTAINS w.start THEN 1
      ELSE 0 END)} AS m7, n6
    WITH m7, n6 ORDER BY m7.`score` IS NULL, m7.`score` DESC, n6.`name__key`, m7.`id` LIMIT $p.v3
    RETURN collect([null, [m7.`score`, m7.`matched`, [n6.`name`]]]) AS c8
  }
  RETURN [null, c8] AS r1
}
CALL (v0) {
  CALL (v0) {
    CALL db.index.fulltext.queryNodes('graphsvc_search', $p.v4.query) YIELD node AS n9
    WHERE size(v0) = 2 AND n9:Entity
    WITH {id: n9.id, matched: [w IN $p.v4.words WHERE n9.search CONTAINS w.start | w.word], score: reduce(s = CASE n9.search__name WHEN $p.v4.name THEN 1000 ELSE 0 END, w IN $p.v4.words | s + CASE
      WHEN n9.search__name CONTAINS w.whole THEN 8
      WHEN n9.search__alias CONTAINS w.whole OR n9.search__name CONTAINS w.start THEN 4
      WHEN n9.search CONTAINS w.whole OR n9.search__alias CONTAINS w.start THEN 2
      WHEN n9.search CONTAINS w.start THEN 1
      ELSE 0 END)} AS m10, n9
    WITH m10, n9 ORDER BY m10.`score` IS NULL, m10.`score` DESC, n9.`name__key`, m10.`id` LIMIT $p.v5
    RETURN collect([null, [m10.`score`, [n9.`name`]]]) AS c11
  }
  RETURN [null, c11] AS r2
}
CALL (v0) {
  CALL (v0) {
    CALL db.index.fulltext.queryNodes('graphsvc_search', $p.v6.query) YIELD node AS n12
    WHERE size(v0) = 2 AND n12:Entity
    WITH {id: n12.id, matched: [w IN $p.v6.words WHERE n12.search CONTAINS w.start | w.word], score: reduce(s = CASE n12.search__name WHEN $p.v6.name THEN 1000 ELSE 0 END, w IN $p.v6.words | s + CASE
      WHEN n12.search__name CONTAINS w.whole THEN 8
      WHEN n12.search__alias CONTAINS w.whole OR n12.search__name CONTAINS w.start THEN 4
      WHEN n12.search CONTAINS w.whole OR n12.search__alias CONTAINS w.start THEN 2
      WHEN n12.search CONTAINS w.start THEN 1
      ELSE 0 END)} AS m13, n12
    WITH m13, n12 ORDER BY m13.`score` IS NULL, m13.`score` DESC, n12.`name__key`, m13.`id` LIMIT $p.v7
    RETURN collect([null, [m13.`score`]]) AS c14
  }
  RETURN [COUNT {
    CALL db.index.fulltext.queryNodes('graphsvc_search', $p.v6.query) YIELD node AS n15
    WHERE size(v0) = 2 AND n15:Entity
    WITH {id: n15.id, matched: [w IN $p.v6.words WHERE n15.search CONTAINS w.start | w.word], score: reduce(s = CASE n15.search__name WHEN $p.v6.name THEN 1000 ELSE 0 END, w IN $p.v6.words | s + CASE
      WHEN n15.search__name CONTAINS w.whole THEN 8
      WHEN n15.search__alias CONTAINS w.whole OR n15.search__name CONTAINS w.start THEN 4
      WHEN n15.search CONTAINS w.whole OR n15.search__alias CONTAINS w.start THEN 2
      WHEN n15.search CONTAINS w.start THEN 1
      ELSE 0 END)} AS m16, n15
  }, c14] AS r3
}
CALL (r0, r1, r2, r3) {
  MATCH (d1:Dataset)
  WHERE size([r0, r1, r2, r3]) >= 0
  RETURN [d1.revision, d1.pending] AS v1
}
RETURN [v0, [r0, r1, r2, r3], v1] AS answer
