/** Empty lists, wherever the schema takes one: nothing is one of none, everything is none of none, and neither is an error. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kinds } from '../model/kinds.ts';
import { schema } from '../schema/index.ts';
import type { Engine } from '../src/engine/engine.ts';
import { createRandom } from './support/random.ts';
import { type PlainGraph, randomGraph } from './support/random-graph.ts';
import { run } from './support/run.ts';
import { openWith } from './support/store.ts';

const graph: PlainGraph = randomGraph(5, 120, 0);
let engine: Engine;
beforeAll(async () => {
  engine = await openWith(graph);
});
afterAll(() => engine.close());

const isList = ({ type }: { readonly type: GraphQLArgument['type'] }): boolean => isListType(getNullableType(type));

/** What an empty list asks for, by the name of the field or argument that takes it. */
const MEANING: Readonly<Record<string, 'nothing' | 'everything'>> = {
  ...{ in: 'nothing', or: 'nothing', hasSome: 'nothing', sourceTypes: 'nothing' },
  ...{ notIn: 'everything', and: 'everything', hasEvery: 'everything' },
  ...{ kinds: 'nothing', types: 'nothing', ids: 'nothing', of: 'nothing' },
  ...{ orderBy: 'everything', directions: 'everything' },
};

/** What has to be said beside an operator. */
const BESIDE: Readonly<Record<string, string>> = {
  MoneyFilter: 'currency: "USD"',
  QuantityFilter: 'unit: "people"',
  DeliveryOnFilter: 'on: "2031-01-01"',
};

/** A type of filter, and the filter of a root field in which `inner` is one of that type. */
interface Place {
  readonly type: GraphQLInputObjectType;
  readonly many: string;
  readonly wrap: (inner: string) => string;
}

/** Every type of filter once, where it is come to soonest. */
function everyPlace(): Place[] {
  const places: Place[] = [...kinds.values()].map(({ name, many }) => ({
    type: schema.getType(`${name}Filter`) as GraphQLInputObjectType,
    many,
    wrap: (inner) => inner,
  }));
  const seen = new Set(places.map(({ type }) => type));
  for (const { type: above, many, wrap } of places) {
    for (const { name, type: given } of Object.values(above.getFields())) {
      const type = getNamedType(given);
      // What holds of some is as it is said; of the others it would be turned round.
      if (!isInputObjectType(type) || seen.has(type) || ['not', 'none', 'every', 'single'].includes(name)) continue;
      seen.add(type);
      places.push({ type, many, wrap: (inner) => wrap(`${name}: {${inner}}`) });
    }
  }
  return places;
}

test('of filters and their operators, in every type that takes one', async () => {
  const asked: string[] = [];
  for (const { type, many, wrap } of everyPlace()) {
    const beside = BESIDE[type.name] ?? '';
    for (const { name } of Object.values(type.getFields()).filter(isList)) {
      const meaning = MEANING[name];
      expect(meaning, `${type.name}.${name} takes a list, of which nothing is known here`).toBeDefined();
      // A filter by delivery has to ask for something: everything is what there is without it.
      const absent = type.name === 'DeliveryOnFilter' ? '' : wrap(beside);
      const query = `{ found: ${many}(where: {${wrap(`${beside} ${name}: []`)}}) { totalCount } whole: ${many}(where: {${absent}}) { totalCount } }`;
      const { data, errors } = await run(engine, query);
      expect(errors, query).toBeUndefined();
      const { found, whole } = data as Record<'found' | 'whole', { totalCount: number }>;
      expect(found.totalCount, query).toBe(meaning === 'nothing' ? 0 : whole.totalCount);
      asked.push(type.name);
    }
  }
  expect(asked).toEqual(
    expect.arrayContaining(['MoneyFilter', 'StringFilter', 'DateFilter', 'TextListFilter', 'DeliveryOnFilter', 'KindFilter']),
  );
  expect(asked.length).toBeGreaterThan(100);
});

const random = createRandom(1);
const someOf = (kind: string): string => random.pick(graph.nodes.filter((node) => node.kind === kind)).id;
const quoted = (text: string): string => JSON.stringify(text);

/** A selection that shows whether a field found anything. */
function shown(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isListType(getNullableType(type)) || !isObjectType(named)) return '{ __typename }';
  if ('totalCount' in named.getFields()) return '{ totalCount }';
  const lists = Object.values(named.getFields()).filter((field) => isListType(getNullableType(field.type)) && field.name !== 'nodes');
  return `{ ${lists.map(({ name }) => `${name} { __typename }`).join(' ')} }`;
}
/** Whether nothing was found: no list has an item, and nothing was counted. */
const isNothing = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 : value !== null && typeof value === 'object' ? Object.values(value).every(isNothing) : !value;

type Field = GraphQLField<unknown, unknown>;
/** A field with one of its arguments an empty list, and without that argument. */
function callsOf(field: Field, argument: GraphQLArgument): readonly [empty: string, absent: string] {
  const others = field.args.filter((one) => isRequiredArgument(one) && one !== argument).map(({ name }) => `${name}: ${GIVEN[name]!()}`);
  const call = (...given: string[]): string => `${field.name}${given.length ? `(${given.join(', ')})` : ''} ${shown(field.type)}`;
  return [
    call(...others, `${argument.name}: []`),
    call(...others, ...(isRequiredArgument(argument) ? [`${argument.name}: ${GIVEN[argument.name]!()}`] : [])),
  ];
}
/** What an argument has to be given for its field to answer. */
const GIVEN: Readonly<Record<string, () => string>> = {
  ids: () => `[${quoted(someOf('Agency'))}]`,
  of: () => `[${quoted(someOf('Agency'))}, ${quoted(someOf('Organization'))}]`,
  from: () => quoted(FAR[0]),
  to: () => quoted(FAR[1]),
  query: () => '"alpha"',
  by: () => 'DEGREE',
};
/** Two entities that stand, and that no link joins. */
const FAR = (() => {
  const [first, ...others] = graph.nodes.filter(({ kind, retractedAt }) => kind === 'Organization' && !retractedAt);
  const isJoined = (id: string): boolean => graph.links.some(({ from, to }) => [from, to].includes(first!.id) && [from, to].includes(id));
  return [first!.id, others.find(({ id }) => !isJoined(id))!.id] as const;
})();

/** All fields of a type that take a list, with each argument that does. */
const listArguments = (type: string): [field: Field, argument: GraphQLArgument][] =>
  Object.values((schema.getType(type) as GraphQLObjectType).getFields()).flatMap((field) =>
    field.args.filter(isList).map((argument): [Field, GraphQLArgument] => [field, argument]),
  );

async function compare(field: Field, argument: GraphQLArgument, ask: (selection: string) => Promise<unknown>): Promise<void> {
  const name = `${field.name}(${argument.name}:)`;
  const meaning = MEANING[argument.name];
  expect(meaning, `${name} takes a list, of which nothing is known here`).toBeDefined();
  const [empty, absent] = callsOf(field, argument);
  const [found, whole] = [await ask(empty), await ask(absent)];
  if (meaning === 'nothing') expect(isNothing(found), `${name}: ${JSON.stringify(found)}`).toBe(true);
  else expect(found, name).toEqual(whole);
}

test.each(listArguments('Query').map(([field, argument]) => [field.name, argument.name, field, argument] as const))(
  'of %s(%s:)',
  async (_field, _argument, field, argument) => {
    await compare(field, argument, async (selection) => {
      const { data, errors } = await run(engine, `{ ${selection} }`);
      expect(errors, selection).toBeUndefined();
      return Object.values(data!)[0];
    });
  },
);

test.each([...kinds.keys()])('of the fields of %s', async (kind) => {
  const found = listArguments(kind);
  expect(found.length).toBeGreaterThan(0);
  for (const [field, argument] of found) {
    await compare(field, argument, async (selection) => {
      const { data, errors } = await run(engine, `{ list: ${kinds.get(kind)!.many}(first: 3) { nodes { ${selection} } } }`);
      expect(errors, selection).toBeUndefined();
      const { nodes } = (data as { list: { nodes: object[] } }).list;
      expect(nodes).toHaveLength(3);
      return { ...nodes };
    });
  }
});
