// {"p":{"validOn":null,"knownAt":null}}
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
RETURN entities, sources, claims, links, claimLinks, sourceLinks

// {"p":{"keys":["person:brad-smith","place:tokyo","product:github-copilot","agency:nobody-knows"]},"l1":20,"l2":20,"l3":20,"l4":20,"l5":20}
UNWIND $p.keys AS key
MATCH (n0:Entity {id: key})
WITH key, n0 WHERE n0.retractedAt IS NULL
CALL (n0) { MATCH (n0)-[r1:HOLDS_OFFICE_AT]->(n1) WHERE (n0:Person) AND r1.retractedAt IS NULL WITH r1, n1 ORDER BY n1.nameOrder, n1.id, r1.id LIMIT $l1
RETURN collect([r1.title, [n1.id, n1.name]]) AS x1 }
CALL (n0) { MATCH (n0)<-[r2:ANNOUNCED_AT]-(n2) WHERE (n0:Place) AND r2.retractedAt IS NULL WITH r2, n2 ORDER BY n2.announcedOn IS NULL, n2.announcedOn DESC, n2.nameOrder, n2.id, r2.id LIMIT $l2
RETURN collect([r2.occasion, [n2.id, n2.name]]) AS x2 }
CALL (n0) { MATCH (n0)-[r3:LOCATED_IN]->(n3) WHERE (n0:Place) AND r3.retractedAt IS NULL WITH r3, n3 ORDER BY n3.nameOrder, n3.id LIMIT $l3
RETURN collect([n3.id, n3.name]) AS x3 }
CALL (n0) { MATCH (n0)<-[r4:COVERS]-(n4) WHERE (n0:Product) AND r4.retractedAt IS NULL WITH r4, n4 ORDER BY n4.nameOrder, n4.id, r4.id LIMIT $l4
RETURN collect([r4.purpose, [n4.id, n4.name]]) AS x4 }
CALL (n0) { MATCH (n0)<-[r5:MAKES]-(n5) WHERE (n0:Product) AND r5.retractedAt IS NULL WITH r5, n5 ORDER BY n5.nameOrder, n5.id LIMIT $l5
RETURN collect([n5.id, n5.name]) AS x5 }
RETURN key, [n0.id, n0.name, n0.namesKinds, n0.namesLanguages, n0.namesValues, x1, x2, x3, x4, x5] AS row

// {"p":{"keys":["wikidata Q2283"]}}
UNWIND $p.keys AS key
CALL (key) { MATCH (j0:Identifier {id: key}) RETURN j0 LIMIT 1 } MATCH (j0)-[i0:IDENTIFIES]->(n0:Entity) WHERE i0.retractedAt IS NULL
WITH key, n0 WHERE n0.retractedAt IS NULL
RETURN key, [n0.id, n0.name] AS row
