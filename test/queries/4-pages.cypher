// {"p":{},"l1":4,"l2":20,"l3":5}
CALL () { MATCH (n1:Commitment) WHERE n1.retractedAt IS NULL WITH n1 ORDER BY n1.nameOrder, n1.id LIMIT $l1
CALL (n1) { MATCH (n1)-[r2:PART_OF]->(n2) WHERE r2.retractedAt IS NULL WITH r2, n2 ORDER BY n2.announcedOn IS NULL, n2.announcedOn DESC, n2.nameOrder, n2.id LIMIT $l2
RETURN collect([n2.id, n2.name]) AS x2 }
CALL (n1) { MATCH (n1)<-[r3:PARTY_TO]-(n3) WHERE r3.retractedAt IS NULL AND (n3:Organization) WITH r3, n3 ORDER BY n3.nameOrder, n3.id, r3.id LIMIT $l3
RETURN collect([r3.confidence, r3.independentSourceCount, r3.role, r3.sourceCount, [n3.id, n3.name]]) AS x3 }
RETURN collect([[n1.nameOrder, n1.id], [n1.id, n1.name, n1.strength, n1.type, x2, x3]]) AS x1 }
CALL () { MATCH (n1:Commitment) WHERE n1.retractedAt IS NULL RETURN count(n1) AS c1 }
WITH *, 0 AS b1
RETURN x1, c1, b1
