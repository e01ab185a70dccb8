CALL () { MATCH (p:Person {country: $country}) RETURN count(p) AS total }
CALL () {
  MATCH (p:Person {country: $country})
  WITH p ORDER BY p.name__key, p.id LIMIT $first
  RETURN collect(p {.id, .name, bornYear: p.born_year}) AS edges
}
RETURN {people: {totalCount: total, pageInfo: {hasNextPage: total > $first, endCursor: ''}, edges: edges}} AS data
