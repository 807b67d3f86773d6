/** What a statement reads grows as the graph does, and what it reads of one entity does not grow: counted by the embedded engine. */
import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../model/kinds.ts';
import { schema } from '../schema/index.ts';
import type { Engine } from '../src/engine/engine.ts';
import { evenGraph, evenId } from './support/even-graph.ts';
import { run } from './support/run.ts';
import { openWith } from './support/store.ts';

const [FEW, MANY] = [60, 240];
const TIMES = MANY / FEW;
let [few, many] = [] as unknown as [Engine, Engine];
beforeAll(async () => {
  few = await openWith(evenGraph(FEW));
  many = await openWith(evenGraph(MANY));
});
afterAll(() => Promise.all([few.close(), many.close()]));

/** How many rows all operators of the statements of an operation gave to one another. */
async function rowsOf(engine: Engine, query: string): Promise<number> {
  const { errors, executed } = await run(engine, query);
  expect(errors, query).toBeUndefined();
  const counts = await Promise.all(
    executed.map(async ({ text, parameters }) => {
      const [row] = await engine.read(`PROFILE ${text}`, parameters, { timeoutMs: 60_000 });
      return [...String(row!['profile']).matchAll(/ rows=(\d+)/g)].reduce((sum, [, rows]) => sum + Number(rows), 0);
    }),
  );
  return counts.reduce((sum, rows) => sum + rows, 0);
}

const growthOf = async (query: string): Promise<number> => (await rowsOf(many, query)) / Math.max(1, await rowsOf(few, query));

/** What is written for an input field; links are followed `links` times. */
function writtenFor({ type }: Pick<GraphQLInputField, 'type'>, links: number): string {
  const named = getNamedType(type);
  const one = isEnumType(named) ? named.getValues()[0]!.name : isInputObjectType(named) ? filterOf(named, links)[0]! : SCALARS[named.name]!;
  return isListType(type) ? `[${one}]` : one;
}
const SCALARS: Readonly<Record<string, string>> = {
  Int: '1',
  Float: '0.5',
  Boolean: 'false',
  String: '"x"',
  ID: '"x"',
  Date: '"2031-01-01"',
};
const isOfLinks = (type: GraphQLInputObjectType): boolean => 'some' in type.getFields() && 'none' in type.getFields();

/** Filters of a type, one for each condition that looks at more than the node itself; a plain one where no link is to be followed. */
function filterOf(type: GraphQLInputObjectType, links: number): string[] {
  const fields = type.getFields();
  if (isOfLinks(type)) return ['some', 'none', 'every', 'single'].map((word) => `{${word}: ${writtenFor(fields[word]!, links)}}`);
  if ('node' in fields) return [`{node: ${writtenFor(fields['node']!, links)}}`];
  const derived = Object.values(fields).filter(({ extensions: { condition } }) => condition?.by === 'derived');
  const followed = Object.values(fields).filter(({ extensions: { condition } }) => condition?.by === 'links');
  const all = [
    ...derived.map((field) => `{${field.name}: ${writtenFor(field, links)}}`),
    ...(links === 0
      ? []
      : followed.flatMap(({ name, type: inner }) =>
          filterOf(getNamedType(inner) as GraphQLInputObjectType, links - 1).map((value) => `{${name}: ${value}}`),
        )),
  ];
  if (all.length) return all;
  return 'id' in fields ? ['{id: {ne: "x"}}'] : 'eq' in fields ? [`{eq: ${writtenFor(fields['eq']!, 0)}}`] : ['{}'];
}

const query = schema.getQueryType()!;
const listed = [...kinds.values()];

describe('other lists of all there is', () => {
  const others = Object.values(query.getFields()).filter(
    ({ name, extensions: { root }, args }) =>
      root?.by === 'page' &&
      !root.prepare &&
      args.every((argument) => !isRequiredArgument(argument)) &&
      !listed.some(({ many }) => many === name),
  );
  test('there are some', () => expect(others.map(({ name }) => name)).toContain('dueCalendar'));

  test.each(others.map(({ name, type }) => [name, type] as const))('%s grows as the graph does', async (name, type) => {
    const isLeaf = !('getFields' in getNamedType(type));
    expect(await growthOf(`{ ${name} ${isLeaf ? '' : selected(getNamedType(type) as GraphQLObjectType)} }`)).toBeLessThan(TIMES * 1.25);
  });
});
const selected = (type: GraphQLObjectType): string =>
  'edges' in type.getFields() ? '{ totalCount nodes { __typename } }' : '{ __typename }';

const whereOf = (field: string): GraphQLInputObjectType =>
  getNamedType(query.getFields()[field]!.args.find(({ name }) => name === 'where')!.type) as GraphQLInputObjectType;

describe.each(listed.map((kind) => [kind.many, kind] as const))('%s', (_, { many: list, one, prefix, name }) => {
  const filters = filterOf(whereOf(list), 2);

  test('have filters that look beyond the node', () => expect(filters.length).toBeGreaterThan(3));

  test('a list is read in proportion to how many there are, whatever filters it', async () => {
    const slow: string[] = [];
    for (const where of filters) {
      const text = `{ ${list}(first: 5, where: ${where}) { totalCount nodes { id } } }`;
      const growth = await growthOf(text);
      if (growth > TIMES * 1.25) slow.push(`${growth.toFixed(1)} ${text}`);
    }
    expect(slow).toEqual([]);
  });

  test('what is below one entity is read whatever the size of the graph', async () => {
    const type = schema.getType(name) as GraphQLObjectType;
    const slow: string[] = [];
    for (const field of Object.values(type.getFields()).filter(({ extensions }) => extensions.link)) {
      const where = field.args.find((argument) => argument.name === 'where');
      const conditions = where ? filterOf(getNamedType(where.type) as GraphQLInputObjectType, 2).map((value) => `(where: ${value})`) : [''];
      const isLeaf = !('getFields' in getNamedType(field.type));
      for (const given of conditions) {
        const text = `{ ${one}(id: "${evenId(prefix, 3)}") { ${field.name}${given} ${isLeaf ? '' : '{ __typename }'} } }`;
        const growth = await growthOf(text);
        if (growth > 1.25) slow.push(`${growth.toFixed(1)} ${text}`);
      }
    }
    expect(slow).toEqual([]);
  });
});
