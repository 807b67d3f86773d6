// {"p":{"keys":["link:46a1ad38cddd728ef38b"]},"l1":1,"l2":1,"l3":1}
UNWIND $p.keys AS key
MATCH (k0:LinkKey {id: key}) MATCH (a0:Entity {id: k0.from}) MATCH (b0:Entity {id: k0.to}) CALL (key, a0, b0) { MATCH (a0)-[r0]->(b0) WHERE r0.id = key RETURN r0 LIMIT 1 }
WITH key, r0 WHERE r0.retractedAt IS NULL
CALL (r0) { WITH startNode(r0) AS n1 WHERE n1.retractedAt IS NULL WITH n1 ORDER BY n1.nameOrder, n1.id LIMIT $l1
RETURN collect([n1.id, n1.name]) AS x1 }
CALL (r0) { WITH endNode(r0) AS n2 WHERE n2.retractedAt IS NULL WITH n2 ORDER BY n2.nameOrder, n2.id LIMIT $l2
RETURN collect([n2.id, n2.name]) AS x2 }
CALL (r0) { UNWIND r0.claimIds AS n3id CALL (n3id) { MATCH (n3:Claim {id: n3id}) RETURN n3 LIMIT 1 } WITH n3 WHERE n3.retractedAt IS NULL WITH n3 ORDER BY n3.statementOrder, n3.id LIMIT $l3
RETURN collect([n3.id, n3.statement]) AS x3 }
RETURN key, [type(r0), r0.confidence, r0.id, x1, x2, x3] AS row
