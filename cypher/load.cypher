// What `graphsvc load` runs, by name. `$p` is a map; its `rows` are at most ten thousand. What is there is read
// back and compared with the files, so that only what differs is written.

// begin: takes the dataset over from the load that was pending, if it is still as it was when that was read
MERGE (d:Dataset {id: $p.was})
ON CREATE SET d.revision = 0
SET d.lock = true
WITH d WHERE d.revision = $p.revision AND coalesce(d.pending, '') = $p.over
SET d.id = $p.id, d.pending = $p.pending
REMOVE d.lock
RETURN d.id;

// hold: the guard of every transaction; finds nothing once another load has taken over
MATCH (d:Dataset {id: $p.id})
SET d.lock = true
WITH d WHERE d.pending = $p.pending
REMOVE d.lock
RETURN d.id;

// finish: all is written and was read back; from here on readers see the new revision
MATCH (d:Dataset {id: $p.id})
SET d = $p.properties;

// foreign: a node with one of our labels, before a first load
MATCH (n:Entity|Statement|Document|Conflict|Finding)
RETURN [label IN labels(n) WHERE label IN ['Entity', 'Statement', 'Document', 'Conflict', 'Finding']][0]
LIMIT 1;

// clear: before a load that replaces everything
MATCH (n:Entity|Statement|Document|Conflict|Finding)
WITH n LIMIT 10000
DETACH DELETE n
RETURN count(n);

// read entities
MATCH (n:Entity)
RETURN elementId(n), labels(n), properties(n);

// read statements
MATCH (n:Statement)
RETURN elementId(n), labels(n), properties(n);

// read documents
MATCH (n:Document)
RETURN elementId(n), labels(n), properties(n);

// read conflicts
MATCH (n:Conflict)
RETURN elementId(n), labels(n), properties(n);

// read findings
MATCH (n:Finding)
RETURN elementId(n), labels(n), properties(n);

// read relations
MATCH (a:Entity)-[e]->(b:Entity)
RETURN elementId(e), type(e), a.id, b.id, properties(e);

// read references
MATCH (a:Statement)-[e:REFERENCE]->(b:Document)
RETURN elementId(e), type(e), a.id, b.id, properties(e);

// remove relationships
UNWIND $p.rows AS row
MATCH ()-[e]->() WHERE elementId(e) = row
DELETE e;

// remove nodes
UNWIND $p.rows AS row
MATCH (n) WHERE elementId(n) = row
DETACH DELETE n;

// update nodes
UNWIND $p.rows AS row
MATCH (n) WHERE elementId(n) = row.at
SET n = row.properties
REMOVE n:$([label IN labels(n) WHERE NOT label IN row.labels])
SET n:$(row.labels);

// create nodes
UNWIND $p.rows AS row
CREATE (n:$(row.labels))
SET n = row.properties;

// create relations
UNWIND $p.rows AS row
MATCH (a:Entity {id: row.start})
MATCH (b:Entity {id: row.end})
CREATE (a)-[e:$(row.type)]->(b)
SET e = row.properties;

// create references
UNWIND $p.rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Document {id: row.end})
CREATE (a)-[e:REFERENCE]->(b)
SET e = row.properties;
