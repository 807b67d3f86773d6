/** Random queries over random graphs: the planner, in both tiers, answers as the oracle does. */
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { createOracle } from './support/oracle.ts';
import { randomGraph } from './support/random-graph.ts';
import { randomQuery } from './support/random-query.ts';
import { run } from './support/run.ts';
import { openWith } from './support/store.ts';

const GRAPHS = 6;
const QUERIES = 100;
const SIZE = 80;

/** Our cursors with their question taken off, which is the planner's own affair. */
function openCursors(value: unknown, key = ''): unknown {
  if (typeof value === 'string' && /^cursor\d/.test(key))
    return JSON.stringify(JSON.parse(Buffer.from(value, 'base64url').toString()).slice(1));
  if (Array.isArray(value)) return value.map((item) => openCursors(item));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, openCursors(item, name)]));
  return value;
}

test.each(Array.from({ length: GRAPHS }, (_, i) => i + 1))('random queries over graph %i', async (graphSeed) => {
  const graph = randomGraph(graphSeed, SIZE);
  const engine = await openWith(graph);
  const answer = createOracle(graph);
  let asked = 0;
  for (let seed = graphSeed * 100_000; asked < QUERIES; seed++) {
    const { query, variables } = randomQuery(seed, SIZE);
    if (validate(schema, parse(query)).length) continue;
    asked++;
    const expected = await answer(query, variables);
    expect(expected.errors, `the oracle, seed ${seed}`).toBeUndefined();
    for (const tier of ['single', 'levels'] as const) {
      const { data, errors } = await run(engine, query, variables, tier);
      expect(errors, `seed ${seed}, ${tier}: ${query}`).toBeUndefined();
      expect(openCursors(data), `seed ${seed}, ${tier}: ${query}`).toEqual(expected.data);
    }
  }
  await engine.close();
});
