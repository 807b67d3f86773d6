// ping: whether the engine answers, by looking for a node as requests do
MATCH (n:Entity {id: ''}) RETURN count(n) AS found;

// newestSource: when a source was retrieved last
MATCH (n:Source) WHERE n.retractedAt IS NULL RETURN max(n.retrievedOn) AS retrievedOn;

// statistics: how many nodes of each kind and links of each type stand, now or at the time asked about
CALL () {
  MATCH (n:Entity) WHERE coalesce(n.recordedAt <= $p.knownAt, true) AND coalesce(n.retractedAt > coalesce($p.knownAt, '~'), true)
    AND coalesce(n.standsThen[size([at IN n.changedAt WHERE at <= $p.knownAt]) - 1], true)
  WITH split(n.id, ':')[0] AS kind, count(n) AS nodes
  RETURN collect([kind, nodes]) AS entities
}
CALL () { MATCH (n:Source) WHERE coalesce(n.recordedAt <= $p.knownAt, true) AND coalesce(n.retractedAt > coalesce($p.knownAt, '~'), true)
    AND coalesce(n.standsThen[size([at IN n.changedAt WHERE at <= $p.knownAt]) - 1], true) RETURN count(n) AS sources }
CALL () { MATCH (n:Claim) WHERE coalesce(n.recordedAt <= $p.knownAt, true) AND coalesce(n.retractedAt > coalesce($p.knownAt, '~'), true)
    AND coalesce(n.standsThen[size([at IN n.changedAt WHERE at <= $p.knownAt]) - 1], true)
    AND coalesce(n.since <= $p.validOn + '~', true) AND coalesce(n.until + '~' >= $p.validOn, true) RETURN count(n) AS claims }
CALL () {
  MATCH (:Entity)-[r]->(:Entity) WHERE coalesce(r.recordedAt <= $p.knownAt, true) AND coalesce(r.retractedAt > coalesce($p.knownAt, '~'), true)
    AND coalesce(r.standsThen[size([at IN r.changedAt WHERE at <= $p.knownAt]) - 1], true)
    AND coalesce(coalesce(r.sinceThen[size([at IN r.changedAt WHERE at <= $p.knownAt]) - 1], r.since) <= $p.validOn + '~', true)
    AND coalesce(coalesce(r.untilThen[size([at IN r.changedAt WHERE at <= $p.knownAt]) - 1], r.until) + '~' >= $p.validOn, true)
  WITH type(r) AS type, count(r) AS ofType
  RETURN collect([type, ofType]) AS links
}
CALL () {
  MATCH (n:Claim)-[r]->() WHERE coalesce(r.recordedAt <= $p.knownAt, true) AND coalesce(r.retractedAt > coalesce($p.knownAt, '~'), true)
    AND coalesce(r.standsThen[size([at IN r.changedAt WHERE at <= $p.knownAt]) - 1], true)
    AND coalesce(coalesce(r.sinceThen[size([at IN r.changedAt WHERE at <= $p.knownAt]) - 1], r.since) <= $p.validOn + '~', true)
    AND coalesce(coalesce(r.untilThen[size([at IN r.changedAt WHERE at <= $p.knownAt]) - 1], r.until) + '~' >= $p.validOn, true)
  WITH type(r) AS type, count(r) AS ofType
  RETURN collect([type, ofType]) AS claimLinks
}
CALL () {
  MATCH (n:Source)-[r]->() WHERE coalesce(r.recordedAt <= $p.knownAt, true) AND coalesce(r.retractedAt > coalesce($p.knownAt, '~'), true)
    AND coalesce(r.standsThen[size([at IN r.changedAt WHERE at <= $p.knownAt]) - 1], true)
    AND coalesce(coalesce(r.sinceThen[size([at IN r.changedAt WHERE at <= $p.knownAt]) - 1], r.since) <= $p.validOn + '~', true)
    AND coalesce(coalesce(r.untilThen[size([at IN r.changedAt WHERE at <= $p.knownAt]) - 1], r.until) + '~' >= $p.validOn, true)
  WITH type(r) AS type, count(r) AS ofType
  RETURN collect([type, ofType]) AS sourceLinks
}
RETURN entities, sources, claims, links, claimLinks, sourceLinks;

// readStore: which versions wrote the store, and how often it was written
MATCH (s:Store {id: 'store'}) WHERE s.modelVersion IS NOT NULL
RETURN s.modelVersion AS modelVersion, s.engineVersion AS engineVersion, coalesce(s.generation, 0) AS generation;

// countAll: whether the database holds anything, whoever put it there
MATCH (n) RETURN count(n) AS nodes;

// readDocuments: every version of every seed document loaded, as it was stated
MATCH (d:Document) RETURN d.id AS id, d.source AS source, d.recordedAt AS recordedAt, d.file AS file, d.hash AS hash, d.content AS content
ORDER BY source, recordedAt;

// exportNodes: the next thousand nodes of a label, by id
MATCH (n:$BASE) WHERE n.id > $p.after
RETURN n.id AS id, labels(n) AS labels, properties(n) AS values ORDER BY n.id LIMIT 1000;

// exportLinks: all links that lead from these nodes
UNWIND $p.keys AS key
MATCH (a:$BASE {id: key})-[r]->(b)
RETURN key AS from, type(r) AS type, b.id AS to, properties(r) AS values ORDER BY from, values.id;

// countNodes: whether anything is stored yet
MATCH (n:$BASE) RETURN count(n) AS nodes;

// entityIds: the ids of all entities
MATCH (n:Entity)
RETURN collect(n.id) AS ids;

// searchedEntities: entities with their names and texts of all times, folded, for the index beside the embedded engine
UNWIND $p.keys AS key
MATCH (n:Entity {id: key})
RETURN n.id AS id, coalesce(n.foldedNames, n.name) AS names, n.foldedTexts AS texts;

// census: how many nodes each label has, how the links of each type spread (their number, the sum of the squares of how many each node has, and the most that one has), and the most claims that a link or a value rests on
CALL () { MATCH (n) UNWIND labels(n) AS label WITH label, count(*) AS nodes RETURN collect([label, nodes]) AS labels }
CALL () {
  MATCH (n)-[r]->() WITH n, type(r) AS type, count(r) AS degree WITH type, sum(degree) AS links, sum(degree * degree) AS squares, max(degree) AS most
  RETURN collect([type, links, squares, most]) AS outward
}
CALL () {
  MATCH (n)<-[r]-() WITH n, type(r) AS type, count(r) AS degree WITH type, sum(degree) AS links, sum(degree * degree) AS squares, max(degree) AS most
  RETURN collect([type, links, squares, most]) AS inward
}
CALL () {
  MATCH (n:Entity)-[r]-(:Entity) WITH n, count(r) AS degree WITH sum(degree) AS links, sum(degree * degree) AS squares, max(degree) AS most
  RETURN [links, squares, most] AS any
}
CALL () { MATCH ()-[r]->() RETURN max(size(r.claimIds)) AS ofLink }
CALL () { MATCH (v:StatedValue) RETURN max(size(v.claimIds)) AS ofValue }
RETURN labels, outward, inward, any, [ofLink, ofValue] AS claims;
