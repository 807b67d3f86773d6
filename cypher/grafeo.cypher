// createGrafeoIndex: nodes are found by id; it must exist before the constraint and the data, or loading is quadratic
CREATE INDEX IF NOT EXISTS FOR (n:$BASE) ON (n.id);

// createGrafeoConstraint: an id names one node
CREATE CONSTRAINT IF NOT EXISTS FOR (n:$BASE) REQUIRE n.id IS UNIQUE;
