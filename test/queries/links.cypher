// {"p":{"keys":["agency:jp-national-police-agency"]},"l1":1,"l2":20,"l3":1,"l4":1,"l5":1}
UNWIND $p.keys AS key
MATCH (n0:Entity {id: key})
WITH key, n0 WHERE n0.retractedAt IS NULL
CALL (n0) { CALL (n0) { MATCH (n0)-[r:PARTNERS_WITH|UNIT_OF|PARTY_TO|RUNS|UNDER|PART_OF|BUILDS_ON|SUPERSEDES|DIRECTED_AT|ANNOUNCED_AT|COVERS|MAKES|HOLDS_OFFICE_AT|LOCATED_IN|SAME_AS|HAS_TARGET|OBSERVED_AS]->() WHERE r.retractedAt IS NULL WITH type(r) AS t, count(r) AS c RETURN collect([t, c]) AS x1o } CALL (n0) { MATCH (n0)<-[r:PARTNERS_WITH|UNIT_OF|PARTY_TO|RUNS|UNDER|PART_OF|BUILDS_ON|SUPERSEDES|DIRECTED_AT|ANNOUNCED_AT|COVERS|MAKES|HOLDS_OFFICE_AT|LOCATED_IN|SAME_AS|HAS_TARGET|OBSERVED_AS]-() WHERE r.retractedAt IS NULL WITH type(r) AS t, count(r) AS c RETURN collect([t, c]) AS x1i } RETURN [x1o, x1i] AS x1 }
CALL (n0) { MATCH (n0)-[r2]-(n2:Entity) WHERE r2.retractedAt IS NULL AND (startNode(r2) = n2 OR type(r2) IN ['PARTNERS_WITH', 'SAME_AS']) AND ((NOT (n2:Place))) WITH r2, n2 ORDER BY r2.confidence IS NULL, r2.confidence DESC, n2.id, r2.id LIMIT $l2
CALL (r2) { WITH startNode(r2) AS n3 WHERE n3.retractedAt IS NULL WITH n3 ORDER BY n3.nameOrder, n3.id LIMIT $l3
RETURN collect([n3.id]) AS x3 }
CALL (r2) { WITH endNode(r2) AS n4 WHERE n4.retractedAt IS NULL WITH n4 ORDER BY n4.nameOrder, n4.id LIMIT $l4
RETURN collect([n4.country, n4.id]) AS x4 }
CALL (r2) { UNWIND r2.claimIds AS n5id CALL (n5id) { MATCH (n5:Claim {id: n5id}) RETURN n5 LIMIT 1 } WITH n5 WHERE n5.retractedAt IS NULL WITH n5 ORDER BY n5.statementOrder, n5.id LIMIT $l5
RETURN collect([n5.id, n5.statement]) AS x5 }
RETURN collect([startNode(r2) = n2, type(r2), r2.id, r2.purpose, x3, x4, x5, [r2.confidence, n2.id, r2.id], [n2.id]]) AS x2 }
CALL (n0) { MATCH (n0)-[r2]-(n2:Entity) WHERE r2.retractedAt IS NULL AND (startNode(r2) = n2 OR type(r2) IN ['PARTNERS_WITH', 'SAME_AS']) AND ((NOT (n2:Place))) RETURN count(n2) AS c2 }
RETURN key, [n0.id, x1, x2, c2] AS row

// {"p":{"keys":["place:japan","product:azure"]},"l1":3}
UNWIND $p.keys AS key
MATCH (n0:Entity {id: key})
WITH key, n0 WHERE n0.retractedAt IS NULL
CALL (n0) { MATCH (n0)-[r1:COVERS|LOCATED_IN]-(n1:Entity) WHERE (n0:Agency OR n0:Commitment OR n0:Observation OR n0:Organization OR n0:Person OR n0:Place OR n0:Product OR n0:Program OR n0:Target) AND r1.retractedAt IS NULL AND (n1:Commitment) WITH r1, n1 ORDER BY n1.nameOrder, n1.id LIMIT $l1
RETURN collect([n1.id]) AS x1 }
WITH *, 0 AS b1
RETURN key, [n0.id, x1, b1] AS row
