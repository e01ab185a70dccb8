OPTIONAL MATCH (p:Person {id: $person})
OPTIONAL MATCH (c:Company {id: $company})
RETURN {
  leader: p {.id, .name, leads: COLLECT {
    MATCH (p)-[:LEADS]->(o:Organization)
    RETURN CASE o.type
      WHEN 'Lab' THEN o {__typename: o.type, .id, .name, .field}
      ELSE o {__typename: o.type, .id, .name, .country, foundedYear: o.founded_year}
    END
  }},
  company: c {.id, .name, .country, foundedYear: c.founded_year, competitors: COLLECT {
    MATCH (c)-[:COMPETES_WITH]->(k:Company) RETURN k {.id, .name, .country, foundedYear: k.founded_year}
  }}
} AS data
