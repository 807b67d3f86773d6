// {"p":{"keys":["agency:digital-crime-unit"]},"l1":20,"l2":20,"l3":20,"l4":20}
UNWIND $p.keys AS key
MATCH (n0:Entity {id: key})
WITH key, n0 WHERE n0.retractedAt IS NULL
CALL (n0) { MATCH (n0)-[r1:UNIT_OF]->(n1) WHERE r1.retractedAt IS NULL WITH r1, n1 ORDER BY n1.nameOrder, n1.id, r1.id LIMIT $l1
CALL (r1) { UNWIND r1.claimIds AS n2id CALL (n2id) { MATCH (n2:Claim {id: n2id}) RETURN n2 LIMIT 1 } WITH n2 WHERE n2.retractedAt IS NULL WITH n2 ORDER BY n2.statementOrder, n2.id LIMIT $l2
CALL (n2) { MATCH (n2)-[r3:SUPPORTED_BY]->(n3) WHERE r3.retractedAt IS NULL WITH r3, n3 ORDER BY n3.titleOrder, n3.id, r3.id LIMIT $l3
RETURN collect([r3.end, r3.paragraph, r3.proven, r3.quote, r3.stance, r3.start, [n3.id, n3.publishedOn, n3.title]]) AS x3 }
RETURN collect([n2.basis, n2.confidence, n2.id, n2.statement, x3]) AS x2 }
RETURN collect([r1.confidence, r1.contested, x2, [n1.id, n1.name]]) AS x1 }
CALL (n0) { MATCH (n0)-[r4:SAME_AS]-(n4) WHERE r4.retractedAt IS NULL WITH r4, n4 ORDER BY n4.nameOrder, n4.id, r4.id LIMIT $l4
RETURN collect([r4.confidence, [n4.id, n4.name]]) AS x4 }
RETURN key, [n0.id, n0.name, n0.summary, x1, x4] AS row
