// {"p":{"keys":["place:japan"]}}
UNWIND $p.keys AS key
MATCH (n0:Entity {id: key})
WITH key, n0 WHERE n0.retractedAt IS NULL
RETURN key, [n0.id, n0.name] AS row
