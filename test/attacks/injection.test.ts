/** No value of a request reaches the text of a statement, wherever the schema takes a string; names that objects have anyway are names. */
import fc from 'fast-check';
import {
  execute,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { createContext } from '../../src/plan/context.ts';
import { testClock } from '../support/clock.ts';
import { openSeeded } from '../support/seeded.ts';
import { type Served, serve } from '../support/serve.ts';

const STRINGS = new Set(['String', 'ID', 'Date', 'DateTime']);
/** A way to a string: the names of input fields that lead to it. */
type Way = readonly string[];

function waysOf(type: GraphQLInputType, depth: number): Way[] {
  const named = getNamedType(type);
  if (STRINGS.has(named.name)) return [[]];
  if (!isInputObjectType(named) || depth === 0) return [];
  return Object.values(named.getFields()).flatMap((field) => waysOf(field.type, depth - 1).map((way) => [field.name, ...way]));
}

/** The value of an input type with `text` at the end of a way, and what else it needs. */
function valueAt(type: GraphQLInputType, way: Way, text: string): unknown {
  if (isNonNullType(type)) return valueAt(type.ofType, way, text);
  if (isListType(type)) return [valueAt(type.ofType, way, text)];
  if (!isInputObjectType(type)) return text;
  const [name, ...rest] = way as [string, ...string[]];
  return { [name]: valueAt(type.getFields()[name]!.type, rest, text) };
}

/** What is selected: nodes, so that they are read, or anything. */
function selectionOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  return isObjectType(named) && named.getFields()['nodes'] ? '{ nodes { __typename id } }' : '{ __typename }';
}

const PLACES = Object.values(schema.getQueryType()!.getFields()).flatMap((field) =>
  field.args.flatMap((arg) => waysOf(arg.type, 5).map((way) => ({ field, arg, way }))),
);

/** Arguments that are required, beside the one that is looked at. */
const required = (args: readonly GraphQLArgument[], but: GraphQLArgument) =>
  args.filter(
    (arg) => arg !== but && isNonNullType(arg.type) && arg.defaultValue === undefined && STRINGS.has(getNamedType(arg.type).name),
  );

/** The texts and parameters of all statements that are run where `text` stands at a place. */
async function statements({ field, arg, way }: (typeof PLACES)[number], text: string) {
  const others = required(field.args, arg).map(({ name }) => `, ${name}: "place:japan"`);
  const document = parse(`query($v: ${arg.type}) { ${field.name}(${arg.name}: $v${others.join('')}) ${selectionOf(field.type)} }`);
  const read: { text: string; parameters: string }[] = [];
  const engine: Engine = {
    name: 'grafeo',
    dearAtOnce: 1,
    ping: async () => {},
    prepare: async () => {},
    write: async () => {},
    close: async () => {},
    search: async () => [],
    read: async (statement, parameters) => {
      read.push({ text: statement, parameters: JSON.stringify(parameters) });
      return [{}];
    },
  };
  const contextValue = createContext({ engine, clock: testClock, runsWhole: () => true, timeoutMs: 1000, maxCost: 1e9 });
  await execute({ schema, document, contextValue, variableValues: { v: valueAt(arg.type, way, text) } });
  return read;
}

/** What would be found in a text, whole or in part, however it was quoted. */
const MARK = 'zqxj';
const hostile = fc.oneof(
  fc.constantFrom(
    "'",
    '"',
    '`',
    '\\',
    '}) DETACH DELETE n //',
    "' OR 1=1 //",
    '$p.v1',
    '$(x)',
    '/*',
    '\u0000',
    '\u2028',
    '\ud800',
    'ﬀ',
    '‮',
  ),
  fc.string({ unit: 'binary' }),
);

describe('no text of a request stands in the text of a statement', () => {
  test('there are places to look at', () => expect(PLACES.length).toBeGreaterThan(1000));

  test('wherever the schema takes one', async () => {
    let carried = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(PLACES.length - 1), hostile, hostile, async (at, before, after) => {
        for (const { text, parameters } of await statements(PLACES[at]!, `${before}${MARK}${after}`)) {
          expect(text).not.toContain(MARK);
          if (parameters.includes(MARK)) carried++;
        }
      }),
      { numRuns: 1500 },
    );
    expect(carried, 'it is looked for where it goes').toBeGreaterThan(200);
  });

  test('nor in that of an argument that is a string itself', async () => {
    const plain = PLACES.filter(({ way }) => way.length === 0);
    expect(plain.length).toBeGreaterThan(20);
    for (const place of plain) for (const { text } of await statements(place, `'"\`}) ${MARK}`)) expect(text).not.toContain(MARK);
  });
});

describe('over HTTP', () => {
  let engine: Engine;
  let server: Served;
  beforeAll(async () => {
    engine = await openSeeded();
    server = await serve({}, engine);
  });
  afterAll(() => server.close());

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'the name %s is a name like any other',
    async (name) => {
      const raw = (body: string) =>
        fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      const answers = await Promise.all([
        raw(`{"query":"query($v: PlaceFilter) { places(where: $v) { totalCount } }","variables":{"v":{"${name}":{"eq":"x"}}}}`),
        raw(`{"query":"{ ${name} }"}`),
        raw(`{"query":"{ ${name}: __typename }"}`),
        raw(`{"query":"fragment ${name} on Query { __typename } query ${name} { ...${name} }","operationName":"${name}"}`),
        raw(`{"query":"query($${name}: ID!) { place(id: $${name}) { id } }","variables":{"${name}":"place:japan"}}`),
        raw(`{"query":"{ __typename }","variables":{"${name}":{"polluted":true}},"extensions":{"${name}":{"polluted":true}}}`),
        raw(`{"query":"{ node(id: \\"${name}:x\\") { id } entity(by: {id: \\"${name}\\"}) { id } }"}`),
      ]);
      for (const answer of answers) {
        expect(answer.status).toBeLessThan(500);
        expect(await answer.text()).not.toContain('INTERNAL_SERVER_ERROR');
      }
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect(server.logged).toEqual([]);
    },
  );

  test('a text of any characters is searched for, compared and answered without an error of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        const { status, body } = await server.post(
          'query($t: String!, $i: ID!) { search(query: $t, first: 1) { nodes { name } } places(where: {name: {contains: $t}}) { totalCount } node(id: $i) { id } }',
          { variables: { t: text, i: text } },
        );
        expect(status).toBeLessThan(500);
        for (const { extensions } of body.errors ?? []) expect(extensions['code']).not.toBe('INTERNAL_SERVER_ERROR');
      }),
      { numRuns: 150 },
    );
    expect(server.logged).toEqual([]);
  });
});
