// neo4jIndexes: the indexes there are, by what they index and of which sort; one that a constraint has is UNIQUE
SHOW INDEXES YIELD type, labelsOrTypes, properties, owningConstraint
RETURN CASE WHEN owningConstraint IS NULL THEN type ELSE 'UNIQUE' END AS sort, labelsOrTypes AS labels, properties;

// createNeo4jConstraint: an id names one node, and finds it
CREATE CONSTRAINT IF NOT EXISTS FOR (n:$BASE) REQUIRE n.id IS UNIQUE;

// createNeo4jIndex: lists of a kind come in the order of this property
CREATE INDEX IF NOT EXISTS FOR (n:$KIND) ON (n.$PROPERTY);

// createNeo4jText: names and texts are searched, folded as a search is, in Chinese, Japanese and Korean too
CREATE FULLTEXT INDEX entity_search IF NOT EXISTS FOR (n:Entity) ON EACH [n.foldedNames, n.foldedTexts]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'cjk' } };

// createNeo4jNames: whole names and identifiers, folded as a search is
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.nameKeys]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'keyword' } };

// searchNeo4j: the entities of exactly that name, then those that Lucene finds, of these kinds, the likeliest first
CALL () {
  CALL db.index.fulltext.queryNodes('entity_names', $p.exact, {limit: $p.among}) YIELD node RETURN node.id AS id, 1000000.0 AS score
  UNION ALL
  CALL db.index.fulltext.queryNodes('entity_search', $p.query, {limit: $p.among}) YIELD node, score RETURN node.id AS id, score
}
WITH id, max(score) AS score WHERE $p.prefixes IS NULL OR split(id, ':')[0] IN $p.prefixes
RETURN id ORDER BY score DESC, id LIMIT $p.most;

// awaitNeo4jIndexes: until they are of use
CALL db.awaitIndexes(300);
