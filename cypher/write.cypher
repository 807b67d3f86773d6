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
SET n.retractedAt = n.recordedAt;

// forgetLinks: links that no version of a document states: they are kept, and stand at no time
UNWIND $p.rows AS row
MATCH (a:$FROM_BASE {id: row.from})-[r:$TYPE {id: row.id}]->(b:$TO_BASE {id: row.to})
SET r.retractedAt = r.recordedAt;

// deleteNodes: bookkeeping that is no knowledge, such as a version of a document that a later one takes the place of
UNWIND $p.rows AS row
MATCH (n:$BASE {id: row.id})
DELETE n;
