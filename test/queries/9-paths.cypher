// {"p":{"keys":["organization:softbank","agency:digital-crime-unit"]}}
UNWIND $p.keys AS key
MATCH (n:Entity {id: key}) WHERE n.retractedAt IS NULL
RETURN key

// {"p":{"confidence":0.4,"ends":["organization:softbank","agency:digital-crime-unit"],"keys":["organization:softbank"]},"most":1000,"skip":0}
UNWIND $p.keys AS key
MATCH (n:Entity {id: key}) WHERE n.retractedAt IS NULL
CALL (n) { MATCH (n)-[r:ANNOUNCED_AT|BUILDS_ON|COVERS|DIRECTED_AT|HAS_TARGET|HOLDS_OFFICE_AT|LOCATED_IN|MAKES|OBSERVED_AS|PARTNERS_WITH|PARTY_TO|PART_OF|RUNS|SAME_AS|SUPERSEDES|UNDER|UNIT_OF]-(m:Entity) WHERE r.retractedAt IS NULL AND r.confidence >= $p.confidence WITH n, r, m SKIP $skip LIMIT $most RETURN collect(r.id) AS c0, collect(m.id) AS c1, collect(coalesce(r.confidence, 0.0)) AS c2 }
RETURN key, c0, c1, c2

// {"p":{"confidence":0.4,"ends":["organization:softbank","agency:digital-crime-unit"],"keys":["agency:digital-crime-unit"]},"most":1000,"skip":0}
UNWIND $p.keys AS key
MATCH (n:Entity {id: key}) WHERE n.retractedAt IS NULL
CALL (n) { MATCH (n)-[r:ANNOUNCED_AT|BUILDS_ON|COVERS|DIRECTED_AT|HAS_TARGET|HOLDS_OFFICE_AT|LOCATED_IN|MAKES|OBSERVED_AS|PARTNERS_WITH|PARTY_TO|PART_OF|RUNS|SAME_AS|SUPERSEDES|UNDER|UNIT_OF]-(m:Entity) WHERE r.retractedAt IS NULL AND r.confidence >= $p.confidence WITH n, r, m SKIP $skip LIMIT $most RETURN collect(r.id) AS c0, collect(m.id) AS c1, collect(coalesce(r.confidence, 0.0)) AS c2 }
RETURN key, c0, c1, c2

// {"p":{"keys":["organization:microsoft link:3cbb88762ceaaf5a8277","agency:digital-crime-unit link:3d93e8a83d7323f5b131","organization:microsoft link:caf3f55bc1e9a6ace8af","organization:microsoft link:ab814fba93288a7ccaa0"]}}
UNWIND $p.keys AS key WITH key, split(key, ' ') AS ids WITH key, ids[0] AS end, ids[1] AS link MATCH (a0:Entity {id: end}) CALL (a0, link) { MATCH (a0)-[r0]-(:Entity) WHERE r0.id = link RETURN r0 LIMIT 1 }
RETURN key, type(r0) AS type, startNode(r0) = a0 AS isOut

// {"p":{"keys":["organization:softbank","organization:microsoft","agency:digital-crime-unit"]}}
UNWIND $p.keys AS key
MATCH (n0:Entity {id: key})
WITH key, n0 WHERE n0.retractedAt IS NULL
RETURN key, [n0.id, n0.name] AS row

// {"p":{"keys":["organization:microsoft link:3cbb88762ceaaf5a8277","agency:digital-crime-unit link:3d93e8a83d7323f5b131","organization:microsoft link:caf3f55bc1e9a6ace8af","organization:microsoft link:ab814fba93288a7ccaa0"]},"l1":3,"l2":1}
UNWIND $p.keys AS key
WITH key, split(key, ' ') AS ids WITH key, ids[0] AS end, ids[1] AS link MATCH (a0:Entity {id: end}) CALL (a0, link) { MATCH (a0)-[r0]-(:Entity) WHERE r0.id = link RETURN r0 LIMIT 1 }
WITH key, r0 WHERE r0.retractedAt IS NULL
CALL (r0) { UNWIND r0.claimIds AS n1id CALL (n1id) { MATCH (n1:Claim {id: n1id}) RETURN n1 LIMIT 1 } WITH n1 WHERE n1.retractedAt IS NULL WITH n1 ORDER BY n1.statementOrder, n1.id LIMIT $l1
CALL (n1) { MATCH (n1)-[r2:SUPPORTED_BY]->(n2) WHERE r2.retractedAt IS NULL WITH r2, n2 ORDER BY n2.titleOrder, n2.id, r2.id LIMIT $l2
RETURN collect([r2.quote, []]) AS x2 }
RETURN collect([n1.id, n1.statement, x2]) AS x1 }
RETURN key, [type(r0), r0.confidence, r0.contested, r0.id, r0.purpose, r0.role, x1] AS row
