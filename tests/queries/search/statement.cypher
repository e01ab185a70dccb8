MATCH (d0:Dataset)
WITH d0.revision AS v0
CALL (v0) {
  UNWIND $p.each AS each
  CALL (v0, each) {
    CALL db.index.fulltext.queryNodes('graphsvc_search', each.v0.query) YIELD node AS n1
    WHERE v0 >= 0 AND n1:Entity
    WITH {id: n1.id, matched: [w IN each.v0.words WHERE n1.search CONTAINS w.start | w.word], score: reduce(s = CASE n1.search__name WHEN each.v0.name THEN 1000 ELSE 0 END, w IN each.v0.words | s + CASE
      WHEN n1.search__name CONTAINS w.whole THEN 8
      WHEN n1.search__alias CONTAINS w.whole OR n1.search__name CONTAINS w.start THEN 4
      WHEN n1.search CONTAINS w.whole OR n1.search__alias CONTAINS w.start THEN 2
      WHEN n1.search CONTAINS w.start THEN 1
      ELSE 0 END)} AS m2, n1, each
    WITH m2, n1, each ORDER BY m2.`score` IS NULL, m2.`score` DESC, n1.`name__key`, m2.`id` LIMIT $p.v1 + 1
    WITH *, m2 {.`matched`} AS m2p, n1 {.`name`, .`type`} AS n1p ORDER BY m2.`score` IS NULL, m2.`score` DESC, n1.`name__key`, m2.`id`
    RETURN collect([m2.`score`, m2p.`matched`, n1p.`type`, n1p.`name`]) AS c3
  }
  CALL (v0, each) {
    CALL db.index.fulltext.queryNodes('graphsvc_search', each.v2.query) YIELD node AS n4
    WHERE v0 >= 0 AND n4:`Organization`
    WITH {id: n4.id, matched: [w IN each.v2.words WHERE n4.search CONTAINS w.start | w.word], score: reduce(s = CASE n4.search__name WHEN each.v2.name THEN 1000 ELSE 0 END, w IN each.v2.words | s + CASE
      WHEN n4.search__name CONTAINS w.whole THEN 8
      WHEN n4.search__alias CONTAINS w.whole OR n4.search__name CONTAINS w.start THEN 4
      WHEN n4.search CONTAINS w.whole OR n4.search__alias CONTAINS w.start THEN 2
      WHEN n4.search CONTAINS w.start THEN 1
      ELSE 0 END)} AS m5, n4, each
    WITH m5, n4, each ORDER BY m5.`score` IS NULL, m5.`score` DESC, n4.`name__key`, m5.`id` LIMIT $p.v3
    WITH *, m5 {.`matched`} AS m5p, n4 {.`name`} AS n4p ORDER BY m5.`score` IS NULL, m5.`score` DESC, n4.`name__key`, m5.`id`
    RETURN collect([m5.`score`, m5p.`matched`, n4p.`name`]) AS c6
  }
  CALL (v0, each) {
    CALL db.index.fulltext.queryNodes('graphsvc_search', each.v4.query) YIELD node AS n7
    WHERE v0 >= 0 AND n7:Entity
    WITH {id: n7.id, matched: [w IN each.v4.words WHERE n7.search CONTAINS w.start | w.word], score: reduce(s = CASE n7.search__name WHEN each.v4.name THEN 1000 ELSE 0 END, w IN each.v4.words | s + CASE
      WHEN n7.search__name CONTAINS w.whole THEN 8
      WHEN n7.search__alias CONTAINS w.whole OR n7.search__name CONTAINS w.start THEN 4
      WHEN n7.search CONTAINS w.whole OR n7.search__alias CONTAINS w.start THEN 2
      WHEN n7.search CONTAINS w.start THEN 1
      ELSE 0 END)} AS m8, n7, each
    WITH m8, n7, each ORDER BY m8.`score` IS NULL, m8.`score` DESC, n7.`name__key`, m8.`id` LIMIT $p.v5
    WITH *, n7 {.`name`} AS n7p ORDER BY m8.`score` IS NULL, m8.`score` DESC, n7.`name__key`, m8.`id`
    RETURN collect([m8.`score`, n7p.`name`]) AS c9
  }
  CALL (v0, each) {
    CALL db.index.fulltext.queryNodes('graphsvc_search', each.v6.query) YIELD node AS n10
    WHERE v0 >= 0 AND n10:Entity
    WITH {id: n10.id, matched: [w IN each.v6.words WHERE n10.search CONTAINS w.start | w.word], score: reduce(s = CASE n10.search__name WHEN each.v6.name THEN 1000 ELSE 0 END, w IN each.v6.words | s + CASE
      WHEN n10.search__name CONTAINS w.whole THEN 8
      WHEN n10.search__alias CONTAINS w.whole OR n10.search__name CONTAINS w.start THEN 4
      WHEN n10.search CONTAINS w.whole OR n10.search__alias CONTAINS w.start THEN 2
      WHEN n10.search CONTAINS w.start THEN 1
      ELSE 0 END)} AS m11, n10, each
    WITH m11, n10, each ORDER BY m11.`score` IS NULL, m11.`score` DESC, n10.`name__key`, m11.`id` LIMIT $p.v7
    RETURN collect([m11.`score`]) AS c12
  }
  RETURN collect([each.at, [[COUNT {
    CALL db.index.fulltext.queryNodes('graphsvc_search', each.v0.query) YIELD node AS n0
    WHERE v0 >= 0 AND n0:Entity
    WITH {id: n0.id, matched: [w IN each.v0.words WHERE n0.search CONTAINS w.start | w.word], score: reduce(s = CASE n0.search__name WHEN each.v0.name THEN 1000 ELSE 0 END, w IN each.v0.words | s + CASE
      WHEN n0.search__name CONTAINS w.whole THEN 8
      WHEN n0.search__alias CONTAINS w.whole OR n0.search__name CONTAINS w.start THEN 4
      WHEN n0.search CONTAINS w.whole OR n0.search__alias CONTAINS w.start THEN 2
      WHEN n0.search CONTAINS w.start THEN 1
      ELSE 0 END)} AS m0, n0, each
  }, c3], [null, c6], [null, c9], [COUNT {
    CALL db.index.fulltext.queryNodes('graphsvc_search', each.v6.query) YIELD node AS n0
    WHERE v0 >= 0 AND n0:Entity
    WITH {id: n0.id, matched: [w IN each.v6.words WHERE n0.search CONTAINS w.start | w.word], score: reduce(s = CASE n0.search__name WHEN each.v6.name THEN 1000 ELSE 0 END, w IN each.v6.words | s + CASE
      WHEN n0.search__name CONTAINS w.whole THEN 8
      WHEN n0.search__alias CONTAINS w.whole OR n0.search__name CONTAINS w.start THEN 4
      WHEN n0.search CONTAINS w.whole OR n0.search__alias CONTAINS w.start THEN 2
      WHEN n0.search CONTAINS w.start THEN 1
      ELSE 0 END)} AS m0, n0, each
  }, c12]]]) AS r
}
CALL (r) {
  MATCH (d1:Dataset)
  WHERE size(r) >= 0
  RETURN d1.pending AS p, d1.revision AS v1
}
RETURN [[v0, p], r, [v1, p]] AS answer
