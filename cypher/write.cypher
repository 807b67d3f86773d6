// upsertNodes: nodes of one kind, with exactly these values; $BASE is the label they are looked up by
UNWIND $p.rows AS row
MERGE (n:$BASE {id: row.id})
SET n:$KIND
SET n = row.values;

// upsertLinks: links of one type between nodes that exist, with exactly these values
UNWIND $p.rows AS row
MATCH (a:$FROM_BASE {id: row.from})
MATCH (b:$TO_BASE {id: row.to})
MERGE (a)-[r:$TYPE {id: row.id}]->(b)
SET r = row.values;

// forgetNodes: nodes that no version of a document states: they are kept, and stand at no time
UNWIND $p.rows AS row
MATCH (n:$BASE {id: row.id})
SET n.retractedAt = coalesce(n.recordedAt, '');

// forgetLinks: links that no version of a document states: they are kept, and stand at no time
UNWIND $p.rows AS row
MATCH (a:$FROM_BASE {id: row.from})-[r:$TYPE {id: row.id}]->(b:$TO_BASE {id: row.to})
SET r.retractedAt = coalesce(r.recordedAt, '');

// deleteNodes: bookkeeping that is no knowledge, such as a version of a document that a later one takes the place of
UNWIND $p.rows AS row
MATCH (n:$BASE {id: row.id})
DELETE n;

// markStore: which versions write the store, told once
MERGE (s:Store {id: 'store'})
ON CREATE SET s.modelVersion = $p.modelVersion, s.engineVersion = $p.engineVersion, s.generation = 0;

// nextGeneration: a write follows the generation that was read, and no other; the first SET waits for whoever else is writing
MATCH (s:Store {id: 'store'})
SET s.isWritten = true
WITH s WHERE coalesce(s.generation, 0) = $p.generation
SET s.generation = $p.generation + 1
REMOVE s.isWritten
RETURN s.generation AS generation;
