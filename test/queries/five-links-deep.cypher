// {"p":{"keys":["agency:digital-crime-unit"]},"l1":20,"l2":3,"l3":5,"l4":3,"l5":3}
UNWIND $p.keys AS key
MATCH (n0:Entity {id: key})
WITH key, n0 WHERE n0.retractedAt IS NULL
CALL (n0) { MATCH (n0)-[r1:UNIT_OF]->(n1) WHERE r1.retractedAt IS NULL AND (n1:Agency) WITH r1, n1 ORDER BY n1.nameOrder, n1.id LIMIT $l1
CALL (n1) { MATCH (n1)-[r2:PARTNERS_WITH]-(n2) WHERE r2.retractedAt IS NULL WITH r2, n2 ORDER BY n2.nameOrder, n2.id LIMIT $l2
CALL (n2) { MATCH (n2)-[r3:PARTY_TO]->(n3) WHERE r3.retractedAt IS NULL WITH r3, n3 ORDER BY n3.announcedOn IS NULL, n3.announcedOn DESC, n3.nameOrder, n3.id LIMIT $l3
CALL (n3) { MATCH (n3)<-[r4:PARTY_TO]-(n4) WHERE r4.retractedAt IS NULL AND (n4:Person) WITH r4, n4 ORDER BY n4.nameOrder, n4.id LIMIT $l4
CALL (n4) { MATCH (n4)-[r5:HOLDS_OFFICE_AT]->(n5) WHERE (n4:Person) AND r5.retractedAt IS NULL WITH r5, n5 ORDER BY n5.nameOrder, n5.id, r5.id LIMIT $l5
RETURN collect([r5.title, [n5.country, n5.id, n5.name]]) AS x5 }
RETURN collect([n4.id, n4.name, x5]) AS x4 }
RETURN collect([n3.id, n3.name, x4]) AS x3 }
RETURN collect([n2.id, n2.name, x3]) AS x2 }
RETURN collect([n1.id, n1.name, x2]) AS x1 }
RETURN key, [n0.id, x1] AS row
