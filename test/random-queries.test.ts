/** Random queries over random graphs: the planner, in both tiers, answers as the oracle does. */
import { type GraphQLObjectType, getNamedType, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import type { Engine } from '../src/engine/engine.ts';
import { createOracle } from './support/oracle.ts';
import { type PlainGraph, randomGraph } from './support/random-graph.ts';
import { randomQuery } from './support/random-query.ts';
import { run } from './support/run.ts';
import { openWith } from './support/store.ts';

const GRAPHS = 6;
/** Answers compared for each graph; Neo4j plans every new statement for a tenth of a second. */
const CASES = process.env['NEO4J_URI'] ? 60 : 300;
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

/** How many queries are tried at most, whether they tell anything or not. */
const MOST_QUERIES = 3000;

/** Compares answers to random queries with those of the oracle; gives the first that differs. */
async function findDifference(engine: Engine, graph: PlainGraph, firstSeed: number, cases: number): Promise<string | undefined> {
  const answer = createOracle(graph);
  let [compared, direct] = [0, 0];
  for (let seed = firstSeed; compared < cases && seed < firstSeed + MOST_QUERIES; seed++) {
    const { query, variables } = randomQuery(seed, SIZE);
    if (validate(schema, parse(query)).length) continue;
    for (const values of variables) {
      for (const tier of ['single', 'levels'] as const) {
        const { data, errors, isDirect } = await run(engine, query, values, tier);
        if (errors?.[0]?.extensions?.['code'] === 'QUERY_TOO_COMPLEX') continue;
        const expected = await answer(query, values);
        expect(expected.errors, `the oracle, seed ${seed}`).toBeUndefined();
        compared++;
        if (isDirect) direct++;
        const isSame = !errors && JSON.stringify(openCursors(data)) === JSON.stringify(expected.data);
        if (!isSame)
          return `seed ${seed}, ${tier}, ${JSON.stringify(values)}: ${query}\nwant ${JSON.stringify(expected.data)}\ngot  ${JSON.stringify({ data: openCursors(data), errors })}`;
      }
    }
  }
  expect(direct / compared, 'how many are answered without the executor, of which half, the levels, never are').toBeGreaterThan(0.35);
  return undefined;
}

test.each(Array.from({ length: GRAPHS }, (_, i) => i + 1))('random queries over graph %i', async (graphSeed) => {
  const graph = randomGraph(graphSeed, SIZE);
  const engine = await openWith(graph);
  expect(await findDifference(engine, graph, graphSeed * 100_000, CASES)).toBeUndefined();
  await engine.close();
});

/** All fields of a kind that are connections. */
const connectionsOf = (kind: string): string[] =>
  Object.values((schema.getType(kind) as GraphQLObjectType).getFields())
    .filter(({ type }) => getNamedType(type).name.endsWith('Connection'))
    .map(({ name }) => name);

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string | null };
}

test('the pages of any connection, one after the other, are the whole list', async () => {
  const graph = randomGraph(99, SIZE);
  const engine = await openWith(graph);
  let walked = 0;
  for (const { id, kind, retractedAt } of graph.nodes) {
    for (const field of retractedAt ? [] : connectionsOf(kind)) {
      const read = async (first: number, after: string | null) => {
        const query = `query($id: ID!, $first: Int, $after: String) { node(id: $id) { ... on ${kind} { list: ${field}(first: $first, after: $after) { totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } } } }`;
        return ((await run(engine, query, { id, first, after })).data as { node: { list: Page } }).node.list;
      };
      const whole = await read(100, null);
      const seen: string[] = [];
      for (let page = await read(2, null), after: string | null = null; ; page = await read(2, after)) {
        seen.push(...page.edges.map(({ cursor }) => cursor));
        expect(page.totalCount, `${id} ${field}`).toBe(whole.edges.length);
        expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
        after = page.pageInfo.endCursor;
        if (!page.pageInfo.hasNextPage) break;
      }
      expect(seen, `${id} ${field}`).toEqual(whole.edges.map(({ cursor }) => cursor));
      expect(new Set(seen).size).toBe(seen.length);
      walked += seen.length > 2 ? 1 : 0;
    }
  }
  expect(walked).toBeGreaterThan(30);
  await engine.close();
});
