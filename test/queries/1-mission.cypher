// {"p":{"keys":["organization:microsoft"]},"l1":20,"l2":20,"l3":20,"l4":20,"l5":20,"l6":20,"l7":20,"l8":20,"l9":20}
UNWIND $p.keys AS key
MATCH (n0:Entity {id: key})
WITH key, n0 WHERE n0.retractedAt IS NULL
CALL (n0) { MATCH (n0)-[r1:PARTNERS_WITH]-(n1) WHERE r1.retractedAt IS NULL AND (n1:Agency) WITH r1, n1 ORDER BY n1.name, n1.id, r1.id LIMIT $l1
CALL (n1) { MATCH (n1)<-[r2:UNIT_OF]-(n2) WHERE r2.retractedAt IS NULL WITH r2, n2 ORDER BY n2.name, n2.id, r2.id LIMIT $l2
CALL (r2) { UNWIND r2.claimIds AS n3id CALL (n3id) { MATCH (n3:Claim {id: n3id}) RETURN n3 LIMIT 1 } WITH n3 WHERE n3.retractedAt IS NULL WITH n3 ORDER BY n3.statement, n3.id LIMIT $l3
RETURN collect([n3.id, n3.statement]) AS x3 }
RETURN collect([r2.confidence, r2.contested, x3, [n2.id, n2.name]]) AS x2 }
CALL (r1) { UNWIND r1.claimIds AS n4id CALL (n4id) { MATCH (n4:Claim {id: n4id}) RETURN n4 LIMIT 1 } WITH n4 WHERE n4.retractedAt IS NULL WITH n4 ORDER BY n4.statement, n4.id LIMIT $l4
CALL (n4) { MATCH (n4)-[r5:ATTRIBUTED_TO]->(n5) WHERE r5.retractedAt IS NULL WITH r5, n5 ORDER BY n5.name, n5.id LIMIT $l5
RETURN collect([n5.id, n5.name]) AS x5 }
CALL (n4) { MATCH (n4)-[r6:SUPPORTED_BY]->(n6) WHERE r6.retractedAt IS NULL WITH r6, n6 ORDER BY n6.title, n6.id, r6.id LIMIT $l6
RETURN collect([r6.end, r6.quote, r6.start, [n6.id, n6.title, n6.url]]) AS x6 }
RETURN collect([n4.id, n4.statement, x5, x6]) AS x4 }
RETURN collect([r1.purpose, x4, [n1.id, n1.name, x2]]) AS x1 }
CALL (n0) { MATCH (n0)-[r7:PARTY_TO]->(n7) WHERE r7.retractedAt IS NULL WITH r7, n7 ORDER BY n7.name, n7.id, r7.id LIMIT $l7
CALL (n7) { MATCH (n7)-[r8:HAS_TARGET]->(n8) WHERE r8.retractedAt IS NULL WITH r8, n8 ORDER BY n8.name, n8.id LIMIT $l8
RETURN collect([n8.dueOn, n8.id, n8.indicator, n8.population, n8.quantityQualifier, n8.quantityUnit, n8.quantityValue]) AS x8 }
CALL (n7) { MATCH (n7)<-[r9:PARTY_TO]-(n9) WHERE r9.retractedAt IS NULL WITH r9, n9 ORDER BY n9.name, n9.id, r9.id LIMIT $l9
RETURN collect([r9.role, [n9.id, n9.name]]) AS x9 }
RETURN collect([r7.role, [n7.amountCurrency, n7.amountQualifier, n7.amountValue, n7.endsOn, n7.id, n7.name, x8, x9]]) AS x7 }
RETURN key, [n0.id, n0.name, x1, x7] AS row
