MATCH (c:Company {tier: $tier})
WITH c ORDER BY c.id LIMIT $first
CALL (c) {
  MATCH (c)-[r:OWNS]->(o:Company)
  WITH r, o ORDER BY r.share DESC, o.id LIMIT $owned
  RETURN collect({share: r.share, node: o {.id, .name}}) AS owns
}
RETURN {companies: c {.id, .name, .country, owns: owns}} AS data
