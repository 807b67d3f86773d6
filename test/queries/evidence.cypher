// {"p":{},"l1":20,"l2":20}
CALL () { MATCH (n1:Person) WHERE n1.retractedAt IS NULL WITH n1 ORDER BY n1.nameOrder, n1.id LIMIT $l1
CALL (n1) { MATCH (n1)<-[r2:ATTRIBUTED_TO]-(n2) WHERE r2.retractedAt IS NULL RETURN count(n2) AS c2 }
RETURN collect([[n1.nameOrder, n1.id], [n1.id, n1.name, c2]]) AS x1 }
RETURN x1

// {"p":{"keys":["agency:jp-national-police-agency","agency:jp-national-cybersecurity-office"]},"l1":20,"l2":2}
UNWIND $p.keys AS key
MATCH (n0:Entity {id: key})
WITH key, n0 WHERE n0.retractedAt IS NULL
CALL (n0) { MATCH (n0)<-[n1a:ABOUT]-(n1c:Claim) WHERE n1a.retractedAt IS NULL MATCH (n1c)-[n1s:SUPPORTED_BY]->(n1) WHERE n1s.retractedAt IS NULL WITH DISTINCT n1 WHERE n1.retractedAt IS NULL WITH n1 ORDER BY n1.titleOrder, n1.id LIMIT $l1
RETURN collect([n1.id, n1.title]) AS x1 }
CALL (n0) { MATCH (n0)<-[n1a:ABOUT]-(n1c:Claim) WHERE n1a.retractedAt IS NULL MATCH (n1c)-[n1s:SUPPORTED_BY]->(n1) WHERE n1s.retractedAt IS NULL WITH DISTINCT n1 WHERE n1.retractedAt IS NULL RETURN count(n1) AS c1 }
CALL (n0) { MATCH (n0)<-[r2:ABOUT]-(n2) WHERE r2.retractedAt IS NULL WITH r2, n2 ORDER BY n2.statementOrder, n2.id LIMIT $l2
RETURN collect([n2.id, n2.property]) AS x2 }
CALL (n0) { MATCH (n0)<-[r2:ABOUT]-(n2) WHERE r2.retractedAt IS NULL RETURN count(n2) AS c2 }
RETURN key, [n0.id, n0.name, x1, c1, x2, c2] AS row
