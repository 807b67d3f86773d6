// {"p":{"keys":["commitment:microsoft-japan-2026","person:brad-smith","place:japan","source:seed-microsoft-japan-10b","nothing:here","program:microsoft-japan-fellowship-2026"]},"l1":1,"l2":2,"l3":20,"l4":1,"l5":2,"l6":1,"l7":20,"l8":20}
UNWIND $p.keys AS key
CALL (key) { MATCH (n0:Entity {id: key}) RETURN n0 UNION MATCH (n0:Source {id: key}) RETURN n0 }
WITH key, n0 WHERE n0.retractedAt IS NULL
CALL (n0) { MATCH (n0)-[r1:PARTY_TO]->(n1) WHERE (n0:Agency OR n0:Organization OR n0:Person) AND r1.retractedAt IS NULL WITH r1, n1 ORDER BY n1.announcedOn IS NULL, n1.announcedOn DESC, n1.nameOrder, n1.id LIMIT $l1
RETURN collect([n1.id, n1.name]) AS x1 }
CALL (n0) { MATCH (n0)<-[r2:PART_OF]-(n2) WHERE (n0:Commitment) AND r2.retractedAt IS NULL WITH r2, n2 ORDER BY n2.announcedOn IS NULL, n2.announcedOn DESC, n2.nameOrder, n2.id LIMIT $l2
RETURN collect([n2.id, n2.name]) AS x2 }
CALL (n0) { MATCH (n0)<-[r2:PART_OF]-(n2) WHERE (n0:Commitment) AND r2.retractedAt IS NULL RETURN count(n2) AS c2 }
CALL (n0) { MATCH (n0)-[r3:UNDER]->(n3) WHERE (n0:Commitment) AND r3.retractedAt IS NULL WITH r3, n3 ORDER BY n3.nameOrder, n3.id LIMIT $l3
RETURN collect([n3.id, n3.name]) AS x3 }
CALL (n0) { MATCH (n0)<-[r4:DIRECTED_AT]-(n4) WHERE (n0:Place) AND r4.retractedAt IS NULL WITH r4, n4 ORDER BY n4.announcedOn IS NULL, n4.announcedOn DESC, n4.nameOrder, n4.id LIMIT $l4
RETURN collect([n4.id, n4.name]) AS x4 }
CALL (n0) { MATCH (n0)<-[r5:LOCATED_IN]-(n5) WHERE (n0:Place) AND r5.retractedAt IS NULL WITH r5, n5 ORDER BY n5.nameOrder, n5.id LIMIT $l5
RETURN collect([n5.id, n5.name]) AS x5 }
CALL (n0) { MATCH (n0)<-[r5:LOCATED_IN]-(n5) WHERE (n0:Place) AND r5.retractedAt IS NULL RETURN count(n5) AS c5 }
CALL (n0) { MATCH (n0)<-[r6:UNDER]-(n6) WHERE (n0:Program) AND r6.retractedAt IS NULL WITH r6, n6 ORDER BY n6.announcedOn IS NULL, n6.announcedOn DESC, n6.nameOrder, n6.id LIMIT $l6
RETURN collect([n6.id, n6.name]) AS x6 }
CALL (n0) { MATCH (n0)<-[r7:RUNS]-(n7) WHERE (n0:Program) AND r7.retractedAt IS NULL WITH r7, n7 ORDER BY n7.nameOrder, n7.id, r7.id LIMIT $l7
RETURN collect([r7.role, [n7.id, n7.name]]) AS x7 }
CALL (n0) { MATCH (n0)<-[r8:SUPPORTED_BY]-(n8) WHERE (n0:Source) AND r8.retractedAt IS NULL RETURN count(n8) AS c8 }
RETURN key, [n0.amountCurrency, n0.amountQualifier, n0.amountValue, n0.contentHash, n0.id, n0.sourceType, n0.title, n0.topics, x1, x2, c2, x3, x4, x5, c5, x6, x7, c8] AS row
