// {"p":{"v1":"USD","v2":"1101000000000"},"l1":100,"l2":5,"l3":20,"l4":20}
CALL () { MATCH (n1:Commitment) WHERE n1.retractedAt IS NULL CALL (n1) { MATCH (n1)-[n1_k2:PARTY_TO]-(n1_k2e) WHERE n1_k2.retractedAt IS NULL RETURN count(n1_k2) AS n1_c2 } WITH n1, n1_c2 WHERE (((n1.amountCurrency = $p.v1 AND n1.amountOrder >= $p.v2) OR ((EXISTS { MATCH (n1)<-[n1_r1:PARTY_TO]-(n1_1) WHERE n1_r1.retractedAt IS NULL AND ((n1_1:Agency)) } OR false)))) WITH n1, n1_c2 ORDER BY n1.amountCurrency IS NULL, n1.amountCurrency DESC, n1.amountOrder IS NULL, n1.amountOrder DESC, n1_c2 DESC, n1.id LIMIT $l2
CALL (n1) { MATCH (n1)<-[r2:PARTY_TO]-(n2) WHERE r2.retractedAt IS NULL AND r2.role IS NOT NULL WITH r2.role AS k, r2 WITH k, count(r2) AS c ORDER BY c DESC, k LIMIT $l3 RETURN collect([k, c]) AS m2_0 }
RETURN collect([n1.amountCurrency, n1.amountQualifier, n1.amountValue, n1.id, n1.name, m2_0]) AS x1 }
CALL () { MATCH (n1:Commitment) WHERE n1.retractedAt IS NULL AND (((n1.amountCurrency = $p.v1 AND n1.amountOrder >= $p.v2) OR ((EXISTS { MATCH (n1)<-[n1_r1:PARTY_TO]-(n1_1) WHERE n1_r1.retractedAt IS NULL AND ((n1_1:Agency)) } OR false)))) RETURN count(n1) AS m1_0 }
CALL () { MATCH (n1:Commitment) WHERE n1.retractedAt IS NULL AND (((n1.amountCurrency = $p.v1 AND n1.amountOrder >= $p.v2) OR ((EXISTS { MATCH (n1)<-[n1_r1:PARTY_TO]-(n1_1) WHERE n1_r1.retractedAt IS NULL AND ((n1_1:Agency)) } OR false)))) AND n1.type IS NOT NULL WITH n1.type AS k, n1 WITH k, count(n1) AS c ORDER BY c DESC, k LIMIT $l1 RETURN collect([k, c]) AS m1_1 }
CALL () { MATCH (n1:Commitment) WHERE n1.retractedAt IS NULL AND (((n1.amountCurrency = $p.v1 AND n1.amountOrder >= $p.v2) OR ((EXISTS { MATCH (n1)<-[n1_r1:PARTY_TO]-(n1_1) WHERE n1_r1.retractedAt IS NULL AND ((n1_1:Agency)) } OR false)))) AND n1.amountCurrency IS NOT NULL WITH n1.amountCurrency AS k, n1.amountValue AS v WITH k, collect(v) AS v ORDER BY k RETURN collect([k, v]) AS m1_2 }
RETURN x1, m1_0, m1_1, m1_2

// {"p":{"keys":["organization:microsoft"]},"l1":1,"l2":3,"l3":20}
UNWIND $p.keys AS key
MATCH (n0:Entity {id: key})
WITH key, n0 WHERE n0.retractedAt IS NULL
CALL (n0) { CALL (n0) { MATCH (n0)-[r:PARTNERS_WITH|UNIT_OF|PARTY_TO|RUNS|UNDER|PART_OF|BUILDS_ON|SUPERSEDES|DIRECTED_AT|ANNOUNCED_AT|COVERS|MAKES|HOLDS_OFFICE_AT|LOCATED_IN|SAME_AS|HAS_TARGET|OBSERVED_AS]->() WHERE r.retractedAt IS NULL WITH type(r) AS t, count(r) AS c RETURN collect([t, c]) AS x1o } CALL (n0) { MATCH (n0)<-[r:PARTNERS_WITH|UNIT_OF|PARTY_TO|RUNS|UNDER|PART_OF|BUILDS_ON|SUPERSEDES|DIRECTED_AT|ANNOUNCED_AT|COVERS|MAKES|HOLDS_OFFICE_AT|LOCATED_IN|SAME_AS|HAS_TARGET|OBSERVED_AS]-() WHERE r.retractedAt IS NULL WITH type(r) AS t, count(r) AS c RETURN collect([t, c]) AS x1i } RETURN [x1o, x1i] AS x1 }
CALL (n0) { MATCH (n0)-[r2:PARTNERS_WITH|UNIT_OF]-(n2:Entity) WHERE r2.retractedAt IS NULL WITH r2, n2 ORDER BY n2.nameOrder DESC, n2.id DESC, r2.id DESC LIMIT $l2
CALL (r2) { UNWIND r2.claimIds AS n3id CALL (n3id) { MATCH (n3:Claim {id: n3id}) RETURN n3 LIMIT 1 } WITH n3 WHERE n3.retractedAt IS NULL RETURN count(n3) AS c3 }
RETURN collect([startNode(r2) = n2, type(r2), r2.contested, r2.id, c3, [n2.id, n2.name]]) AS x2 }
RETURN key, [n0.id, x1, x2] AS row
