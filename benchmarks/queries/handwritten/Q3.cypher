MATCH (p:Person {id: $id})
RETURN {person: p {.id, .name, leads: COLLECT {
  MATCH (p)-[r:LEADS]->(l:Lab)
  RETURN {
    since: r.since,
    sources: COLLECT { MATCH (s:Statement {claim: r.id})-[:REFERENCE]->(d:Document) RETURN DISTINCT d.id },
    node: l {.id, .name, .field, develops: COLLECT {
      MATCH (l)-[e:DEVELOPS]->(m:Model)
      RETURN {
        confidence: e.confidence,
        sources: COLLECT { MATCH (s:Statement {claim: e.id})-[:REFERENCE]->(d:Document) RETURN DISTINCT d.id },
        node: m {.id, .name, powers: COLLECT {
          MATCH (m)-[w:POWERS]->(x:Product) RETURN {since: w.since, status: toUpper(w.status), node: x {.id, .name}}
        }}
      }
    }}
  }
}}} AS data
