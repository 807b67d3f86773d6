// {"p":{"keys":["source:seed-microsoft-japan-10b"]},"l1":20,"l2":20,"l3":10,"l4":20,"l5":20}
UNWIND $p.keys AS key
MATCH (n0:Source {id: key})
WITH key, n0 WHERE n0.retractedAt IS NULL
CALL (n0) { MATCH (n0)-[r1:DERIVED_FROM]->(n1) WHERE r1.retractedAt IS NULL WITH r1, n1 ORDER BY n1.titleOrder, n1.id LIMIT $l1
CALL (n1) { MATCH (n1)-[r2:PUBLISHED_BY]->(n2) WHERE r2.retractedAt IS NULL WITH r2, n2 ORDER BY n2.nameOrder, n2.id LIMIT $l2
RETURN collect([n2.id, n2.name]) AS x2 }
RETURN collect([n1.id, n1.title, x2]) AS x1 }
CALL (n0) { MATCH (n0)<-[r3:SUPPORTED_BY]-(n3) WHERE r3.retractedAt IS NULL WITH r3, n3 ORDER BY n3.statementOrder, n3.id, r3.id LIMIT $l3
CALL (n3) { MATCH (n3)-[r4:ABOUT]->(n4) WHERE r4.retractedAt IS NULL WITH r4, n4 ORDER BY n4.nameOrder, n4.id LIMIT $l4
RETURN collect([n4.id, n4.name]) AS x4 }
CALL (n3) { MATCH (n3)-[r5:ATTRIBUTED_TO]->(n5) WHERE r5.retractedAt IS NULL WITH r5, n5 ORDER BY n5.nameOrder, n5.id LIMIT $l5
RETURN collect([n5.id, n5.name]) AS x5 }
RETURN collect([r3.paragraph, r3.quote, [n3.id, n3.property, n3.statement, x4, x5]]) AS x3 }
CALL (n0) { MATCH (n0)<-[r3:SUPPORTED_BY]-(n3) WHERE r3.retractedAt IS NULL RETURN count(n3) AS c3 }
RETURN key, [n0.id, n0.publishedOn, n0.title, x1, x3, c3] AS row
