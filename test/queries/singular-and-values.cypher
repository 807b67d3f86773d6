// {"p":{},"l1":20,"l2":1}
CALL () { MATCH (n1:Target) WHERE n1.retractedAt IS NULL WITH n1 ORDER BY n1.nameOrder, n1.id LIMIT $l1
CALL (n1) { MATCH (n1)<-[r2:HAS_TARGET]-(n2) WHERE r2.retractedAt IS NULL WITH r2, n2 ORDER BY n2.announcedOn IS NULL, n2.announcedOn DESC, n2.nameOrder, n2.id LIMIT $l2
RETURN collect([n2.endsOn, n2.id, n2.name]) AS x2 }
RETURN collect([n1.baselineQualifier, n1.baselineUnit, n1.baselineValue, n1.dueOn, n1.id, n1.name, n1.population, n1.quantityQualifier, n1.quantityUnit, n1.quantityValue, x2]) AS x1 }
RETURN x1

// {"p":{},"l1":20,"l2":20}
CALL () { MATCH (n1:Observation) WHERE n1.retractedAt IS NULL WITH n1 ORDER BY n1.nameOrder, n1.id LIMIT $l1
CALL (n1) { MATCH (n1)<-[r2:OBSERVED_AS]-(n2) WHERE r2.retractedAt IS NULL WITH r2, n2 ORDER BY n2.nameOrder, n2.id LIMIT $l2
RETURN collect([n2.id, n2.name]) AS x2 }
RETURN collect([n1.endsOn, n1.id, n1.indicator, n1.population, n1.quantityQualifier, n1.quantityUnit, n1.quantityValue, n1.startsOn, x2]) AS x1 }
RETURN x1
