// What graphsvc needs of any database, whatever its ontology. `graphsvc load` creates what is missing of it.
// Whoever may not create constraints asks a DBA to run what `graphsvc schema --cypher` prints: this, and the ontology's.

// An index comes first: unlike a constraint it keeps its lock to the end of the transaction, so that of two first loads
// at once one waits here. Two that make constraints side by side can leave an index behind that never comes online.
CREATE INDEX graphsvc_statement_claim IF NOT EXISTS FOR (n:Statement) ON (n.claim);

CREATE CONSTRAINT graphsvc_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT graphsvc_statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT graphsvc_document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT graphsvc_conflict_id IF NOT EXISTS FOR (n:Conflict) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT graphsvc_finding_id IF NOT EXISTS FOR (n:Finding) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT graphsvc_dataset_id IF NOT EXISTS FOR (n:Dataset) REQUIRE n.id IS UNIQUE;

// From an edge to its statements, from an entity to what is said of it, and in order.
CREATE INDEX graphsvc_entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name__key, n.id);
CREATE INDEX graphsvc_entity_name_absent IF NOT EXISTS FOR (n:Entity) ON (n.name__key__absent, n.id);
CREATE FULLTEXT INDEX graphsvc_search IF NOT EXISTS FOR (n:Entity) ON EACH [n.search]
  OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};
CREATE INDEX graphsvc_statement_subject IF NOT EXISTS FOR (n:Statement) ON (n.subject);
CREATE INDEX graphsvc_statement_object IF NOT EXISTS FOR (n:Statement) ON (n.object);
CREATE INDEX graphsvc_statement_predicate IF NOT EXISTS FOR (n:Statement) ON (n.predicate);
