MATCH (c:Company {id: $id})
OPTIONAL MATCH (c)-[r:OWNS]->(:Company)
WITH c, count(r) AS edges, avg(r.share) AS average, min(r.share) AS least, max(r.share) AS most
RETURN {company: {id: c.id, owns: {aggregate: {
  count: {edges: edges}, edge: {share: {average: average, min: least, max: most}}
}}}} AS data
