// {"p":{"v1":"corp","v2":"LEGAL"},"l1":20}
CALL () { MATCH (n1:Organization) WHERE n1.retractedAt IS NULL AND (any(i IN range(0, size(coalesce(n1.namesValues, [])) - 1) WHERE toUpper(toLower(CASE n1.namesValues[i] WHEN '' THEN null ELSE n1.namesValues[i] END)) CONTAINS toUpper(toLower($p.v1)) AND CASE n1.namesKinds[i] WHEN '' THEN null ELSE n1.namesKinds[i] END = $p.v2)) WITH n1 ORDER BY n1.nameOrder, n1.id LIMIT $l1
RETURN collect([n1.id]) AS x1 }
RETURN x1

// {"p":{"v1":["talent","trust"]},"l1":20}
CALL () { MATCH (n1:Commitment) WHERE n1.retractedAt IS NULL AND (any(x IN n1.topics WHERE x IN $p.v1)) WITH n1 ORDER BY n1.endsOn IS NULL, n1.endsOn DESC, n1.type IS NULL, n1.type, n1.id LIMIT $l1
RETURN collect([n1.endsOn, n1.id, n1.topics]) AS x1 }
RETURN x1

// {"p":{"v1":"2029~","v2":"2029","v3":"2029","v4":"2029"},"l1":20}
CALL () { MATCH (n1:Commitment) WHERE n1.retractedAt IS NULL AND (n1.endsOn <= $p.v1 AND NOT ($p.v2 STARTS WITH n1.endsOn AND n1.endsOn <> $p.v3) AND n1.endsOn >= $p.v4) RETURN count(n1) AS c1 }
RETURN c1

// {"p":{"v1":"2030-12-31","v2":"2030-12-31"},"l1":20}
CALL () { MATCH (n1:Target) WHERE n1.retractedAt IS NULL AND (n1.dueOn < $p.v1 AND NOT $p.v2 STARTS WITH n1.dueOn) RETURN count(n1) AS c1 }
RETURN c1

// {"p":{"v1":"USD","v2":"12010000000000000000000"},"l1":20}
CALL () { MATCH (n1:Commitment) WHERE n1.retractedAt IS NULL AND (n1.amountCurrency = $p.v1 AND n1.amountOrder > $p.v2) RETURN count(n1) AS c1 }
RETURN c1

// {"p":{"v1":"people","v2":"1041000"},"l1":20}
CALL () { MATCH (n1:Target) WHERE n1.retractedAt IS NULL AND (n1.quantityUnit = $p.v1 AND n1.quantityOrder >= $p.v2) WITH n1 ORDER BY n1.quantityUnit IS NULL, n1.quantityUnit DESC, n1.quantityOrder IS NULL, n1.quantityOrder DESC, n1.id LIMIT $l1
RETURN collect([n1.id, n1.name, n1.quantityQualifier, n1.quantityUnit, n1.quantityValue]) AS x1 }
RETURN x1

// {"p":{},"l1":20}
CALL () { MATCH (n1:Organization) WHERE n1.retractedAt IS NULL AND (NOT (EXISTS { MATCH (n1)-[n1_r1:PARTY_TO]->(n1_1) WHERE n1_r1.retractedAt IS NULL AND true } OR false) AND NOT coalesce((n1.country IS NULL), false)) WITH n1 ORDER BY n1.country IS NULL, n1.country, n1.id LIMIT $l1
RETURN collect([n1.country, n1.id]) AS x1 }
RETURN x1

// {"p":{"v1":0.9},"l1":20}
CALL () { MATCH (n1:Agency) WHERE n1.retractedAt IS NULL AND (NOT (EXISTS { MATCH (n1)-[n1_r1:PARTNERS_WITH]-(n1_1) WHERE n1_r1.retractedAt IS NULL AND NOT coalesce((n1_r1.confidence >= $p.v1 AND ((n1_1:Organization))), false) } OR false)) WITH n1 ORDER BY n1.nameOrder, n1.id LIMIT $l1
RETURN collect([n1.id]) AS x1 }
RETURN x1

// {"p":{"v1":"NEC","v2":"train","keys":["organization:microsoft"]},"l1":3}
UNWIND $p.keys AS key
MATCH (n0:Entity {id: key})
WITH key, n0 WHERE n0.retractedAt IS NULL
CALL (n0) { MATCH (n0)-[r1:PARTNERS_WITH]-(n1) WHERE r1.retractedAt IS NULL AND ((n1.name <> $p.v1) AND r1.purpose CONTAINS $p.v2) WITH r1, n1 ORDER BY r1.purposeOrder IS NULL DESC, r1.purposeOrder DESC, n1.nameOrder, n1.id DESC, r1.id DESC LIMIT $l1
RETURN collect([r1.purpose, [n1.id, n1.name]]) AS x1 }
CALL (n0) { MATCH (n0)-[r1:PARTNERS_WITH]-(n1) WHERE r1.retractedAt IS NULL AND ((n1.name <> $p.v1) AND r1.purpose CONTAINS $p.v2) RETURN count(n1) AS c1 }
WITH *, 0 AS b1
RETURN key, [n0.id, x1, c1, b1] AS row
