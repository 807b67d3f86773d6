// {"p":{"keys":["commitment:microsoft-japan-2026-training"]},"l1":20,"l2":20,"l3":20,"l4":50,"l5":20}
UNWIND $p.keys AS key
MATCH (n0:Entity {id: key})
WITH key, n0 WHERE n0.retractedAt IS NULL
CALL (n0) { MATCH (n0)<-[r1:PARTY_TO]-(n1) WHERE r1.retractedAt IS NULL WITH r1, n1 ORDER BY n1.nameOrder, n1.id, r1.id LIMIT $l1
RETURN collect([r1.role, [n1.id, n1.name]]) AS x1 }
CALL (n0) { MATCH (n0)<-[r1:PARTY_TO]-(n1) WHERE r1.retractedAt IS NULL RETURN count(n1) AS c1 }
CALL (n0) { MATCH (n0)-[r2:COVERS]->(n2) WHERE r2.retractedAt IS NULL WITH r2, n2 ORDER BY n2.nameOrder, n2.id LIMIT $l2
RETURN collect([n2.id, n2.name]) AS x2 }
CALL (n0) { MATCH (n0)-[r3:HAS_TARGET]->(n3) WHERE r3.retractedAt IS NULL WITH r3, n3 ORDER BY n3.nameOrder, n3.id LIMIT $l3
CALL (n3) { MATCH (n3)<-[r4:ABOUT]-(n4) WHERE r4.retractedAt IS NULL WITH r4, n4 ORDER BY n4.statementOrder, n4.id LIMIT $l4
CALL (n4) { MATCH (n4)-[r5:SUPPORTED_BY]->(n5) WHERE r5.retractedAt IS NULL WITH r5, n5 ORDER BY n5.titleOrder, n5.id, r5.id LIMIT $l5
RETURN collect([r5.paragraph, r5.quote, []]) AS x5 }
RETURN collect([n4.id, n4.property, n4.statement, n4.value, n4.valueQualifier, n4.valueType, n4.valueUnit, x5]) AS x4 }
RETURN collect([n3.dueOn, n3.id, n3.indicator, n3.quantityQualifier, n3.quantityUnit, n3.quantityValue, x4]) AS x3 }
RETURN key, [n0.announcedOn, n0.id, n0.statement, n0.strength, x1, c1, x2, x3] AS row
