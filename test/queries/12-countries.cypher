// {"p":{"v1":"COUNTRY","v2":"COUNTRY"},"l1":5001,"l2":1}
CALL () { MATCH (n1:Commitment) WHERE n1.retractedAt IS NULL AND n1.amountValue IS NOT NULL AND ((EXISTS { MATCH (n1)-[n1_r1:DIRECTED_AT]->(n1_1) WHERE n1_r1.retractedAt IS NULL AND (n1_1.type = $p.v1) } OR false)) WITH n1 ORDER BY n1.nameOrder, n1.id LIMIT $l1
RETURN collect([n1.amountCurrency, n1.amountValue, n1.id, n1.type]) AS x1 }
WITH *, 0 AS b1
CALL () { CALL () { MATCH (a:Commitment)-[r:PART_OF]->(b:Commitment) WHERE r.retractedAt IS NULL RETURN collect([a.id, b.id]) AS x2p } CALL () { MATCH (a:Commitment)-[r:BUILDS_ON]->(b:Commitment) WHERE r.retractedAt IS NULL RETURN collect([a.id, b.id, coalesce(r.newMoney, 'UNKNOWN')]) AS x2b } CALL () { MATCH (a:Commitment)-[r:SUPERSEDES]->(b:Commitment) WHERE r.retractedAt IS NULL RETURN collect(b.id) AS x2s } CALL () { MATCH (c:Commitment) MATCH (c)-[r:DIRECTED_AT]->(g:Entity) WHERE r.retractedAt IS NULL AND true RETURN collect([c.id, g.id, g.name]) AS x2g } RETURN [x2p, x2b, x2s, x2g] AS x2 }
RETURN x1, b1, x2
