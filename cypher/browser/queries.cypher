// Everything one step from Muse Spark
MATCH path = (model:AiSystem {id: 'model:muse-spark'})--(:Entity)
RETURN path;

// Who leads what, and by which documents
MATCH (leader:Agent)-[leads:LEADS]->(organization:Organization)
MATCH (statement:Statement {claim: leads.id})-[:REFERENCE]->(document:Document)
RETURN leader.name AS leader, organization.name AS organization, leads.role AS role, leads.since AS since,
       leads.until AS until, leads.contested AS contested, collect(DISTINCT document.title) AS documents
ORDER BY organization, leader;

// Who owns or finances whom, and how much of it
MATCH (holder:Agent)-[interest:OWNS|BACKS]->(organization:Organization)
MATCH (statement:Statement {claim: interest.id})-[:REFERENCE]->(document:Document)
RETURN holder.name AS holder, type(interest) AS how, organization.name AS organization, interest.share AS share,
       interest.price AS price, interest.since AS since, collect(DISTINCT document.title) AS documents
ORDER BY share DESC, holder;

// What Muse Spark powers, now and soon
MATCH (:AiSystem {id: 'model:muse-spark'})-[powers:POWERS]->(product:Product)
MATCH (statement:Statement {claim: powers.id})-[:REFERENCE]->(document:Document)
RETURN product.name AS product, powers.status AS status, powers.region AS region, powers.since AS since,
       powers.contested AS contested, collect(DISTINCT document.title) AS documents
ORDER BY CASE powers.status WHEN 'live' THEN 0 WHEN 'rolling_out' THEN 1 WHEN 'announced' THEN 2 ELSE 3 END, product;

// Where sources disagree, and what decided
MATCH (conflict:Conflict)
MATCH (subject:Entity {id: conflict.subject})
MATCH (statement:Statement)-[:REFERENCE]->(document:Document) WHERE statement.id IN conflict.statements
OPTIONAL MATCH (object:Entity {id: statement.object})
RETURN subject.name AS about, conflict.predicate AS predicate, conflict.qualifier AS qualifier,
       coalesce(object.name, statement.text) AS said, statement.qualifiers AS qualifiers,
       conflict.decided_by AS decided_by, statement.id = conflict.shown AS shown,
       collect(DISTINCT document.title) AS documents
ORDER BY about, predicate, qualifier, said;

// Everything one document says
MATCH (document:Document {id: 'doc:two-tracks'})<-[reference:REFERENCE]-(statement:Statement)
MATCH (subject:Entity {id: statement.subject})
OPTIONAL MATCH (object:Entity {id: statement.object})
RETURN reference.locator AS passage, subject.name AS subject, statement.predicate AS predicate,
       coalesce(object.name, statement.text) AS said, statement.qualifiers AS qualifiers, reference.via AS via
ORDER BY subject, predicate, said;

// How a person is connected to a product
MATCH path = SHORTEST 2 GROUPS (person:Person {id: 'person:alexandr-wang'})--{1,5}(product:Product {id: 'product:whatsapp'})
RETURN path LIMIT 25;

// What a model can do, and who says so
MATCH (model:AiSystem {id: 'model:muse-spark'})
MATCH (statement:Statement {subject: model.id})-[:REFERENCE]->(document:Document)
WHERE statement.predicate IN ['abilities', 'modalities', 'subject_areas', 'traits', 'known_problems']
RETURN statement.predicate AS what, statement.text AS said, collect(DISTINCT document.title) AS documents
ORDER BY what, said;

// What only one document says
MATCH (statement:Statement)-[:REFERENCE]->(document:Document)
WITH statement.claim AS claim, collect(DISTINCT document) AS documents, head(collect(statement)) AS statement
WHERE size(documents) = 1
MATCH (subject:Entity {id: statement.subject})
OPTIONAL MATCH (object:Entity {id: statement.object})
RETURN documents[0].title AS only_source, subject.name AS subject, statement.predicate AS predicate,
       coalesce(object.name, statement.text) AS said
ORDER BY only_source, subject, predicate, said;

// Competitors and partners
MATCH path = (:Entity)-[:COMPETES_WITH|PARTNERS_WITH]->(:Entity)
RETURN path;

// The statements behind one relation, with their documents
MATCH (:Entity {id: 'person:alexandr-wang'})-[relation:LEADS]->(:Entity {id: 'org:meta-superintelligence-labs'})
MATCH path = (:Statement {claim: relation.id})-[:REFERENCE]->(:Document)
RETURN path;

// What is loaded
MATCH (dataset:Dataset)
RETURN dataset.id AS dataset, dataset.revision AS revision, dataset.pending AS loading,
       COUNT { (:Entity) } AS entities, COUNT { (:Statement) } AS statements, COUNT { (:Document) } AS documents;
