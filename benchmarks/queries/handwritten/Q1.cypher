MATCH (p:Person {id: $id}) RETURN {person: p {.id, .name, .country, bornYear: p.born_year}} AS data
