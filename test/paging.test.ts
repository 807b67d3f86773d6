/** Pages, whatever the list, its filter, its order, the size of a page and the end they start from: together they are the list. */
import fc from 'fast-check';
import { type GraphQLField, type GraphQLInputObjectType, type GraphQLObjectType, getNamedType, isRequiredArgument } from 'graphql';
import { expect, test } from 'vitest';
import { kinds } from '../model/kinds.ts';
import { schema } from '../schema/index.ts';
import { statementText } from '../src/cypher/statements.ts';
import type { Engine } from '../src/engine/engine.ts';
import { encode } from '../src/ingest/graph.ts';
import { createRandom } from './support/random.ts';
import { randomFilter, randomOrder } from './support/random-filter.ts';
import { type PlainGraph, randomGraph } from './support/random-graph.ts';
import { run } from './support/run.ts';
import { openWith } from './support/store.ts';

const RUNS = process.env['NEO4J_URI'] ? 25 : 250;
const graph = randomGraph(21, 120);

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** A list: a link field of a node, or a root field. */
interface List {
  readonly id?: string;
  readonly kind: string;
  readonly field: string;
  /** Filter and order. */
  readonly question: string;
}

/** Every connection of some nodes, and of the root. */
function listsOf({ nodes }: PlainGraph): Omit<List, 'question'>[] {
  const isConnection = ({ type, args }: GraphQLField<unknown, unknown>) =>
    getNamedType(type).name.endsWith('Connection') && !args.some(isRequiredArgument);
  const fieldsOf = (kind: string) => Object.values((schema.getType(kind) as GraphQLObjectType).getFields()).filter(isConnection);
  return [
    ...nodes
      .filter(({ retractedAt }) => !retractedAt)
      .flatMap(({ id, kind }) => fieldsOf(kind).map(({ name }) => ({ id, kind, field: name }))),
    ...fieldsOf('Query').flatMap(({ name }) => Array.from({ length: 40 }, () => ({ kind: 'Query', field: name }))),
  ];
}

function questionOf({ kind, field }: Omit<List, 'question'>, seed: number): string {
  const random = createRandom(seed);
  const { args } = (schema.getType(kind) as GraphQLObjectType).getFields()[field]!;
  if (!args.some(({ name }) => name === 'where')) return '';
  const typeOf = (name: string) => getNamedType(args.find((arg) => arg.name === name)!.type) as GraphQLInputObjectType;
  const where = random.chance(0.4) ? `, where: ${randomFilter(random, typeOf('where'), 2)}` : '';
  const question = random.chance(0.7) ? `${where}, orderBy: ${randomOrder(random, typeOf('orderBy'))}` : where;
  return question.replaceAll('$text', '"a"').replaceAll('$link', 'PARTY_TO').replaceAll('$ways', 'BOTH');
}

const lists = listsOf(graph);
const anyList = fc.tuple(fc.integer({ min: 0, max: lists.length - 1 }), fc.nat(1e6)).map(([at, seed]): List => {
  const list = lists[at]!;
  return { ...list, question: questionOf(list, seed) };
});

async function read(engine: Engine, { id, kind, field, question }: List, page: string): Promise<Page> {
  const list = `list: ${field}(${page}${question}) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
  const query = id ? `{ node(id: "${id}") { ... on ${kind} { ${list} } } }` : `{ node: __typename ${list} }`;
  const { data, errors } = await run(engine, query);
  expect(errors, query).toBeUndefined();
  return (id ? (data as { node: { list: Page } }).node : (data as unknown as { list: Page })).list;
}

/** What can happen between two pages. */
type Between = (page: number) => Promise<void>;

/** Walks a list to its end, in pages of `size`, from the front or from the back; the cursors of all edges in the order of the list. */
async function walk(engine: Engine, list: List, size: number, isBackward: boolean, between: Between = async () => {}) {
  const seen: { cursor: string; id: string }[] = [];
  let cursor: string | null = null;
  for (let number = 0; ; number++) {
    const { edges, pageInfo } = await read(
      engine,
      list,
      `${isBackward ? 'last' : 'first'}: ${size}${cursor ? `, ${isBackward ? 'before' : 'after'}: "${cursor}"` : ''}`,
    );
    const page = edges.map((edge) => ({ cursor: edge.cursor, id: edge.node.id }));
    seen.splice(isBackward ? 0 : seen.length, 0, ...page);
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([page[0]?.cursor ?? null, page.at(-1)?.cursor ?? null]);
    const [ahead, behind] = isBackward
      ? [pageInfo.hasPreviousPage, pageInfo.hasNextPage]
      : [pageInfo.hasNextPage, pageInfo.hasPreviousPage];
    if (number === 0) expect(behind, 'nothing stands before the first page').toBe(false);
    if (!ahead) return seen;
    cursor = isBackward ? pageInfo.startCursor : pageInfo.endCursor;
    await between(number);
  }
}

test('the pages of a list are the list, from either end', async () => {
  const engine = await openWith(graph);
  let pages = 0;
  await fc.assert(
    fc.asyncProperty(anyList, fc.integer({ min: 1, max: 5 }), fc.boolean(), async (list, size, isBackward) => {
      const whole = (await read(engine, list, 'first: 100')).edges.map(({ cursor, node }) => ({ cursor, id: node.id }));
      expect(await walk(engine, list, size, isBackward)).toEqual(whole);
      pages += whole.length > size ? 1 : 0;
    }),
    { numRuns: RUNS },
  );
  expect(pages, 'lists of several pages').toBeGreaterThan(RUNS / 20);
  await engine.close();
});

test('a page in the middle says that something stands before it, unless that has gone', async () => {
  const engine = await openWith(graph);
  const list: List = { kind: 'Query', field: 'organizations', question: ', orderBy: [{country: DESC}]' };
  const { edges, pageInfo } = await read(engine, list, 'first: 2');
  const second = await read(engine, list, `first: 2, after: "${pageInfo.endCursor}"`);
  expect(second.pageInfo.hasPreviousPage).toBe(true);
  expect((await read(engine, list, `last: 2, before: "${second.pageInfo.startCursor}"`)).pageInfo.hasNextPage).toBe(true);
  await retract(engine, ...edges.map(({ node }) => node.id));
  expect((await read(engine, list, `first: 2, after: "${pageInfo.endCursor}"`)).pageInfo.hasPreviousPage).toBe(false);
  await engine.close();
});

const retract = (engine: Engine, ...ids: string[]): Promise<void> =>
  engine.write([
    {
      text: `UNWIND $p.ids AS id MATCH (n:Entity {id: id}) SET n.retractedAt = '2026-06-01T00:00:00Z'`,
      parameters: { p: { ids } },
    },
  ]);
const { properties } = kinds.get('Organization')!;
const insert = (engine: Engine, id: string, values: object): Promise<void> =>
  engine.write([
    {
      text: statementText('upsertNodes', { BASE: 'Entity', KIND: 'Organization' }),
      parameters: {
        p: { rows: [{ id, values: { ...encode(properties, { id, name: id, ...values }), recordedAt: '2026-06-01T00:00:00Z' } }] },
      },
    },
  ]);

test('the same holds of the links of a node', async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.nat(1e6), async (isBackward, seed) => {
      const engine = await openWith(randomGraph(seed, 120));
      const random = createRandom(seed);
      const list: List = { id: 'organization:hub', kind: 'Organization', field: 'commitments', question: ', orderBy: [{role: DESC}]' };
      await insert(engine, 'organization:hub', {});
      for (let i = 0; i < 8; i++)
        await link(engine, `link:given${i}`, `commitment:n${3 + 11 * i}`, random.pick(['FUNDING', 'ACCOUNTABLE']));
      const before = (await read(engine, list, 'first: 100')).edges.map(({ cursor }) => cursor);
      let number = 0;
      const between: Between = async () => link(engine, `link:new${++number}`, `commitment:n${3 + 11 * random.int(8)}`, 'EXTENDING');
      const met = (await walk(engine, list, 3, isBackward, between)).map(({ cursor }) => cursor);
      expect(new Set(met).size, 'nothing is met twice').toBe(met.length);
      expect(met.filter((cursor) => before.includes(cursor))).toEqual(before);
      await engine.close();
    }),
    { numRuns: process.env['NEO4J_URI'] ? 2 : 20 },
  );
});

const link = (engine: Engine, id: string, to: string, role: string): Promise<void> => {
  const values = { id, role, recordedAt: '2026-06-01T00:00:00Z', claimIds: [] };
  const text = statementText('upsertLinks', { FROM_BASE: 'Entity', TO_BASE: 'Entity', TYPE: 'PARTY_TO' });
  return engine.write([{ text, parameters: { p: { rows: [{ id, from: 'organization:hub', to, values }] } } }]);
};

test('what was there all along is met once, whatever comes and goes between pages', async () => {
  const orders = ['', ', orderBy: [{country: ASC}]', ', orderBy: [{type: DESC}, {country: DESC}]', ', orderBy: [{name: DESC}]'];
  let number = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...orders), fc.boolean(), fc.nat(1e6), async (question, isBackward, seed) => {
      const engine = await openWith(randomGraph(seed, 120));
      const random = createRandom(seed);
      const list: List = { kind: 'Query', field: 'organizations', question };
      const before = (await read(engine, list, 'first: 100')).edges.map(({ node }) => node.id);
      const gone = new Set<string>();
      const between: Between = async () => {
        const id = random.pick(before);
        gone.add(id);
        await retract(engine, id);
        await insert(engine, `organization:new${++number}`, {
          name: random.pick(['A', 'Zz', '日']),
          ...(random.chance(0.5) && { country: 'JP' }),
        });
      };
      const met = (await walk(engine, list, 2, isBackward, between)).map(({ id }) => id);
      expect(new Set(met).size, 'nothing is met twice').toBe(met.length);
      const stayed = (ids: readonly string[]) => ids.filter((id) => before.includes(id) && !gone.has(id));
      expect(stayed(met)).toEqual(stayed(before));
      await engine.close();
    }),
    { numRuns: process.env['NEO4J_URI'] ? 4 : 40 },
  );
});
