// {"p":{"keys":["organization:microsoft"]},"l1":2,"l2":20}
UNWIND $p.keys AS key
MATCH (n0:Entity {id: key})
WITH key, n0 WHERE n0.retractedAt IS NULL
CALL (n0) { MATCH (n0)-[r1:PARTNERS_WITH]-(n1) WHERE r1.retractedAt IS NULL WITH r1, n1 ORDER BY n1.nameOrder, n1.id LIMIT $l1
RETURN collect([n1.id, n1.level, n1.name, n1.website]) AS x1 }
CALL (n0) { MATCH (n0)-[r2:PARTNERS_WITH]-(n2) WHERE r2.retractedAt IS NULL AND (n2:Agency) WITH r2, n2 ORDER BY n2.nameOrder, n2.id LIMIT $l2
RETURN collect([n2.id, n2.level, n2.name, n2.website]) AS x2 }
CALL (n0) { MATCH (n0)-[r2:PARTNERS_WITH]-(n2) WHERE r2.retractedAt IS NULL AND (n2:Agency) RETURN count(n2) AS c2 }
RETURN key, [n0.id, n0.name, x1, x2, c2] AS row

// {"p":{"keys":["organization:nobody"]}}
UNWIND $p.keys AS key
MATCH (n0:Entity {id: key})
WITH key, n0 WHERE n0.retractedAt IS NULL
RETURN key, [n0.id, n0.name] AS row
