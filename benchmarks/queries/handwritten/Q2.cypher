MATCH (c:Company {id: $id})
RETURN {company: c {.id, .name, owns: COLLECT {
  MATCH (c)-[r:OWNS]->(o:Company)
  RETURN {share: r.share, confidence: r.confidence, node: o {.id, .name}, sources: COLLECT {
    MATCH (s:Statement {claim: r.id})-[:REFERENCE]->(d:Document) RETURN DISTINCT d.id
  }}
}}} AS data
