MATCH (c:Company {country: $country})
WHERE c.founded_year >= $minYear AND EXISTS { (c)-[:OWNS]->(o:Company) WHERE o.country = $ownedCountry }
WITH c ORDER BY c.revenue DESC, c.id LIMIT $first
RETURN {companies: c {.id, .name, .country, foundedYear: c.founded_year, .revenue}} AS data
