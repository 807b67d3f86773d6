// {"p":{"v1":"JP"},"l1":100,"l2":20,"l3":20}
CALL () { MATCH (n1:Organization) WHERE n1.retractedAt IS NULL AND (n1.country = $p.v1) RETURN count(n1) AS m1_0 }
CALL () { MATCH (n1:Organization) WHERE n1.retractedAt IS NULL AND (n1.country = $p.v1) AND n1.type IS NOT NULL WITH n1.type AS k, n1 WITH k, count(n1) AS c ORDER BY c DESC, k LIMIT $l1 RETURN collect([k, c]) AS m1_1 }
CALL () { MATCH (n1:Organization) WHERE n1.retractedAt IS NULL AND (n1.country = $p.v1) AND n1.country IS NOT NULL WITH n1.country AS k, n1 WITH k, count(n1) AS c ORDER BY c DESC, k LIMIT $l2 RETURN collect([k, c]) AS m1_2 }
RETURN m1_0, m1_1, m1_2

// {"p":{},"l1":100,"l2":3,"l3":20}
CALL () { MATCH (n1:Commitment) WHERE n1.retractedAt IS NULL AND n1.amountCurrency IS NOT NULL WITH n1.amountCurrency AS k, n1.amountValue AS v WITH k, collect(v) AS v ORDER BY k RETURN collect([k, v]) AS m1_0 }
CALL () { MATCH (n1:Commitment) WHERE n1.retractedAt IS NULL AND n1.type IS NOT NULL WITH n1.type AS k, n1 WITH k, count(n1) AS c ORDER BY c DESC, k LIMIT $l1 RETURN collect([k, c]) AS m1_1 }
CALL () { MATCH (n1:Commitment) WHERE n1.retractedAt IS NULL AND n1.topics IS NOT NULL UNWIND n1.topics AS k WITH k, count(n1) AS c ORDER BY c DESC, k LIMIT $l2 RETURN collect([k, c]) AS m1_2 }
RETURN m1_0, m1_1, m1_2

// {"p":{},"l1":20,"l2":20}
CALL () { MATCH (n1:Claim) WHERE n1.retractedAt IS NULL WITH n1.confidence AS v WITH count(v) AS m0, sum(v) AS m1, min(v) AS m2, max(v) AS m3 RETURN [m0, m1, m2, m3] AS m1_0 }
CALL () { MATCH (n1:Claim) WHERE n1.retractedAt IS NULL AND n1.rank IS NOT NULL WITH n1.rank AS k, n1 WITH k, count(n1) AS c ORDER BY c DESC, k LIMIT $l1 RETURN collect([k, c]) AS m1_1 }
RETURN m1_0, m1_1

// {"p":{"keys":["organization:microsoft"]},"l1":100,"l2":20,"l3":20,"l4":1,"l5":20,"l6":20}
UNWIND $p.keys AS key
MATCH (n0:Entity {id: key})
WITH key, n0 WHERE n0.retractedAt IS NULL
CALL (n0) { MATCH (n0)-[r1:PARTNERS_WITH]-(n1) WHERE r1.retractedAt IS NULL WITH r1, n1 ORDER BY n1.nameOrder, n1.id LIMIT $l4
RETURN collect([n1.id, n1.name]) AS x1 }
CALL (n0) { MATCH (n0)-[r1:PARTNERS_WITH]-(n1) WHERE r1.retractedAt IS NULL RETURN count(n1) AS m1_0 }
CALL (n0) { MATCH (n0)-[r1:PARTNERS_WITH]-(n1) WHERE r1.retractedAt IS NULL AND n1.type IS NOT NULL WITH DISTINCT n1 WITH n1.type AS k, n1 WITH k, count(n1) AS c ORDER BY c DESC, k LIMIT $l1 RETURN collect([k, c]) AS m1_1 }
CALL (n0) { MATCH (n0)-[r1:PARTNERS_WITH]-(n1) WHERE r1.retractedAt IS NULL AND n1.country IS NOT NULL WITH DISTINCT n1 WITH n1.country AS k, n1 WITH k, count(n1) AS c ORDER BY c DESC, k LIMIT $l2 RETURN collect([k, c]) AS m1_2 }
CALL (n0) { MATCH (n0)-[r1:PARTNERS_WITH]-(n1) WHERE r1.retractedAt IS NULL AND r1.contested IS NOT NULL WITH r1.contested AS k, r1 WITH k, count(r1) AS c ORDER BY c DESC, k LIMIT $l3 RETURN collect([k, c]) AS m1_3 }
CALL (n0) { MATCH (n0)-[r1:PARTNERS_WITH]-(n1) WHERE r1.retractedAt IS NULL WITH r1.confidence AS v WITH count(v) AS m0, sum(v) AS m1, min(v) AS m2, max(v) AS m3 RETURN [m0, m1, m2, m3] AS m1_4 }
CALL (n0) { MATCH (n0)-[r2:PARTY_TO]->(n2) WHERE r2.retractedAt IS NULL AND n2.amountCurrency IS NOT NULL WITH DISTINCT n2 WITH n2.amountCurrency AS k, n2.amountValue AS v WITH k, collect(v) AS v ORDER BY k RETURN collect([k, v]) AS m2_0 }
CALL (n0) { MATCH (n0)-[r2:PARTY_TO]->(n2) WHERE r2.retractedAt IS NULL AND r2.role IS NOT NULL WITH r2.role AS k, r2 WITH k, count(r2) AS c ORDER BY c DESC, k LIMIT $l5 RETURN collect([k, c]) AS m2_1 }
RETURN key, [n0.id, x1, m1_0, m1_1, m1_2, m1_3, m1_4, m2_0, m2_1] AS row
