// createNeo4jConstraint: an id names one node, and finds it
CREATE CONSTRAINT IF NOT EXISTS FOR (n:BASE) REQUIRE n.id IS UNIQUE;

// createNeo4jIndex: lists of a kind come in the order of this property
CREATE INDEX IF NOT EXISTS FOR (n:KIND) ON (n.PROPERTY);

// createNeo4jText: names and texts are searched, folded as a search is, in Chinese, Japanese and Korean too
CREATE FULLTEXT INDEX entity_search IF NOT EXISTS FOR (n:Entity) ON EACH [n.foldedNames, n.foldedTexts]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'cjk' } };

// searchNeo4j: the entities that Lucene finds, of these kinds, the likeliest first
CALL db.index.fulltext.queryNodes('entity_search', $p.query, {limit: $p.among}) YIELD node, score
WITH node.id AS id, score WHERE $p.prefixes IS NULL OR split(id, ':')[0] IN $p.prefixes
RETURN id ORDER BY score DESC, id LIMIT $p.most;

// awaitNeo4jIndexes: until they are of use
CALL db.awaitIndexes(300);
