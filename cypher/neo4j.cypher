// createNeo4jConstraint: an id names one node, and finds it
CREATE CONSTRAINT IF NOT EXISTS FOR (n:BASE) REQUIRE n.id IS UNIQUE;

// createNeo4jIndex: lists of a kind come in the order of this property
CREATE INDEX IF NOT EXISTS FOR (n:KIND) ON (n.PROPERTY);

// createNeo4jText: names and texts are searched, in Chinese, Japanese and Korean too
CREATE FULLTEXT INDEX entity_text IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.namesValues, n.summary, n.statement]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'cjk' } };

// awaitNeo4jIndexes: until they are of use
CALL db.awaitIndexes(300);
