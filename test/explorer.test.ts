/** The explorer without its page: scenes and their addresses, what filters leave, layouts, and that the server answers all it asks. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EntityType, Role, Strength } from '../model/enums.ts';
import { kinds } from '../model/kinds.ts';
import { linkTypes } from '../model/links.ts';
import type { Engine } from '../src/engine/engine.ts';
import { byKind, byTime, inCircle } from '../src/explorer/arrange.ts';
import type { Entity, Graph, Link } from '../src/explorer/graph.ts';
import { groupedByKind, KIND_NAMES, kindsWith, lookOfKind, looksOf, NO_MEASURES } from '../src/explorer/look.ts';
import { LINK_TYPES, SYMMETRIC } from '../src/explorer/model.ts';
import * as queries from '../src/explorer/queries.ts';
import {
  added,
  CHOICES,
  COLORS,
  EMPTY,
  type Filters,
  LAYOUTS,
  MEANINGS,
  MOST_ENTITIES,
  type Scene,
  SIZES,
  typesWith,
  visible,
} from '../src/explorer/scene.ts';
import { fromHash, toHash } from '../src/explorer/scene-url.ts';
import { startOf } from '../src/explorer/start.ts';
import { en } from '../src/explorer/text/en.ts';
import { ja } from '../src/explorer/text/ja.ts';
import { readable, readableHeading } from '../src/explorer/text/readable.ts';
import { run } from './support/run.ts';
import { openSeeded } from './support/seeded.ts';
import { amount, entity, link as linkOf } from './support/shown.ts';

const link = (from: string, to: string, more: Partial<Link> = {}): Link =>
  linkOf(`link:${from}-${to}`, from, to, { type: 'PARTNERS_WITH', confidence: 0.9, independentSourceCount: 1, ...more });
const graphOf = (entities: readonly Entity[], links: readonly Link[]): Graph => ({
  entities: new Map(entities.map((one) => [one.id, one])),
  links: new Map(links.map((one) => [one.id, one])),
});
const scene = (ids: readonly string[], more: Partial<Scene> = {}): Scene => ({ ...EMPTY, ids, ...more });

describe('a scene in an address', () => {
  const id = fc
    .tuple(fc.constantFrom('organization', 'agency', 'commitment'), fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,12}$/))
    .map((parts) => parts.join(':'));
  const ids = fc.uniqueArray(id, { maxLength: 12 });
  const coordinate = fc.integer({ min: -9999, max: 9999 }).map((number) => number / 10);
  const date = fc.option(
    fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((one) => one.toISOString().slice(0, 10)),
  );
  const scenes = fc.record<Scene>({
    ids,
    pins: fc.dictionary(id, fc.record({ x: coordinate, y: coordinate }), { maxKeys: 4 }),
    selected: fc.option(id),
    on: date,
    means: fc.constantFrom(...MEANINGS),
    layout: fc.constantFrom(...LAYOUTS),
    colors: fc.constantFrom(...COLORS),
    sizes: fc.constantFrom(...SIZES),
    asked: fc.option(
      fc
        .uniqueArray(id, { minLength: 2, maxLength: 2 })
        .chain((of) => fc.nat({ max: 9 }).map((chosen) => ({ what: 'path' as const, of, chosen }))),
    ),
    filters: fc.record<Filters>({
      hiddenKinds: fc.uniqueArray(fc.constantFrom(...KIND_NAMES), { maxLength: 3 }),
      hiddenTypes: fc.uniqueArray(fc.constantFrom(...Object.keys(en.types)), { maxLength: 3 }),
      minConfidence: fc.integer({ min: 0, max: 20 }).map((number) => number / 20),
      minSources: fc.nat({ max: 9 }),
      selfReported: fc.constantFrom(...CHOICES),
      contested: fc.constantFrom(...CHOICES),
    }),
  });

  test('comes back as it was', () => {
    fc.assert(fc.property(scenes, (one) => void expect(fromHash(`#${toHash(one)}`)).toEqual(JSON.parse(JSON.stringify(one)))));
  });

  test('is readable, and short for what is usual', () => {
    const hash = toHash(scene(['organization:microsoft', 'agency:digital-crime-unit'], { selected: 'organization:microsoft' }));
    expect(hash).toBe('ids=organization:microsoft,agency:digital-crime-unit&selected=organization:microsoft');
    expect(toHash(EMPTY)).toBe('');
  });

  test('of any make is taken as far as it is understood', () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(() => fromHash(text)).not.toThrow()));
    const strange = fromHash(
      '#ids=<script>,organization:a,%00&layout=spiral&on=tomorrow&minConfidence=-3&pins=organization:a@x@1,organization:b@1@2&asked=path,organization:a&contested=maybe',
    );
    expect(strange).toEqual(scene(['organization:a'], { pins: { 'organization:b': { x: 1, y: 2 } } }));
  });

  test.each(['2026-13-45', '0000-00-00', '2026-02-30', '2026-2-3', 'now'])('has no day %s', (on) => {
    expect(fromHash(`#on=${on}`).on).toBeNull();
  });

  test('has a bound', () => {
    const many = Array.from({ length: 3000 }, (_, i) => `organization:n${i}`);
    expect(fromHash(`#ids=${many.join()}`).ids).toHaveLength(MOST_ENTITIES);
    expect(added(EMPTY, many).ids).toHaveLength(MOST_ENTITIES);
  });
});

describe('filters', () => {
  const graph = graphOf(
    [entity('a'), entity('b', { kind: 'Agency' }), entity('c')],
    [
      link('a', 'b', { contested: true, confidence: 0.4 }),
      link('a', 'c', { type: 'UNIT_OF', isSelfReported: true, independentSourceCount: 0 }),
      link('b', 'c', { confidence: null, independentSourceCount: null }),
    ],
  );
  const left = (filters: Partial<Filters>): string[] => {
    const { entities, links } = visible(graph, ['a', 'b', 'c'], { ...EMPTY.filters, ...filters });
    return [...entities.keys(), ...[...links.keys()].map((id) => id.slice('link:'.length))];
  };

  test.each([
    [{}, ['a', 'b', 'c', 'a-b', 'a-c', 'b-c']],
    [{ hiddenKinds: ['Agency'] }, ['a', 'c', 'a-c']],
    [{ hiddenTypes: ['PARTNERS_WITH'] }, ['a', 'b', 'c', 'a-c']],
    [{ minConfidence: 0.5 }, ['a', 'b', 'c', 'a-c']],
    [{ minSources: 1 }, ['a', 'b', 'c', 'a-b']],
    [{ selfReported: 'only' }, ['a', 'b', 'c', 'a-c']],
    [{ selfReported: 'none' }, ['a', 'b', 'c', 'a-b', 'b-c']],
    [{ contested: 'only' }, ['a', 'b', 'c', 'a-b']],
  ] as const)('%j', (filters, expected) => {
    expect(left(filters)).toEqual(expected);
  });
});

describe('layouts', () => {
  const graph = graphOf(
    Array.from({ length: 60 }, (_, i) =>
      entity(`e${i}`, { kind: KIND_NAMES[i % KIND_NAMES.length]!, date: i % 3 ? `2026-0${(i % 9) + 1}-01` : null }),
    ),
    Array.from({ length: 59 }, (_, i) => link(`e${i}`, `e${i + 1}`)),
  );

  test.each([
    ['circle', inCircle],
    ['kind', byKind],
    ['time', byTime],
  ] as const)('%s: each entity has a place of its own', (_, layout) => {
    const points = layout(graph);
    expect([...points.keys()].toSorted()).toEqual([...graph.entities.keys()].toSorted());
    expect(new Set([...points.values()].map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(60);
    expect(layout(graphOf([], []))).toEqual(new Map());
    expect(layout(graphOf([entity('a')], [])).size).toBe(1);
  });

  test('by time, what comes later stands further to the right', () => {
    const points = byTime(graph);
    const dated = [...graph.entities.values()].filter(({ date }) => date).toSorted((a, b) => a.date!.localeCompare(b.date!));
    for (const [i, { id }] of dated.slice(1).entries()) expect(points.get(id)!.x).toBeGreaterThanOrEqual(points.get(dated[i]!.id)!.x);
  });

  test('what is new begins beside a neighbor, the same each time, and nothing else moves', () => {
    const positions = new Map([['e0', { x: 500, y: 500 }]]);
    startOf(graph, positions);
    const { x, y } = positions.get('e1')!;
    expect(Math.hypot(x - 500, y - 500)).toBeLessThan(81);
    expect(positions.get('e0')).toEqual({ x: 500, y: 500 });
    const again = new Map([['e0', { x: 500, y: 500 }]]);
    startOf(graph, again);
    expect(again).toEqual(positions);
  });
});

test('sizes follow what they are to mean', () => {
  const graph = graphOf(
    [entity('a'), entity('b'), entity('c', { kind: 'Commitment', amount: amount('7', 'USD') })],
    [link('a', 'b'), link('a', 'c')],
  );
  const sizes = (view: Partial<Scene>, measures = NO_MEASURES): number[] =>
    [...looksOf(graph, { ...EMPTY, ...view }, measures).values()].map(({ size }) => size);
  const [a, b, c] = sizes({ sizes: 'degree' });
  expect([a! > b!, b === c]).toEqual([true, true]);
  const promised = sizes(
    { sizes: 'promised' },
    {
      ...NO_MEASURES,
      promised: new Map([['USD', new Map([['b', { minimum: '8', maximum: '9', counted: 2, firm: 1 }]])]]),
    },
  );
  expect(promised[1]! > promised[2]! && promised[2]! > promised[0]!).toBe(true);
  expect(new Set(sizes({ sizes: 'same' })).size).toBe(1);
  const colors = looksOf(graph, { ...EMPTY, colors: 'community' }, { ...NO_MEASURES, communities: new Map([['a', 0]]) });
  expect(colors.get('a')!.color).not.toBe(colors.get('b')!.color);
});

/** What the page is told of the model beside names: a new kind or type of link needs no word or look to be shown. */
describe('both languages', () => {
  test('have words for the same kinds and types of link, and for none that the model does not have', () => {
    for (const { kinds: named, types } of [en, ja]) {
      expect([Object.keys(named).toSorted(), Object.keys(types).toSorted()]).toEqual([
        Object.keys(en.kinds).toSorted(),
        Object.keys(en.types).toSorted(),
      ]);
      expect(KIND_NAMES).toEqual(expect.arrayContaining(Object.keys(named)));
      expect(LINK_TYPES).toEqual(expect.arrayContaining(Object.keys(types)));
    }
  });
});

test('the page has the names of the model: of its entities and of the links that are walked', () => {
  const entities = [...kinds.values()].filter(({ isEntity }) => isEntity).map(({ name }) => name);
  expect(KIND_NAMES.toSorted()).toEqual(entities.toSorted());
  const walked = [...linkTypes.values()].filter(({ evidence }) => !evidence).map(({ name }) => name);
  expect(LINK_TYPES.toSorted()).toEqual(walked.toSorted());
  expect(SYMMETRIC).toEqual(['PARTNERS_WITH', 'SAME_AS']);
});

test('a kind and a type of link that the page was not told of are shown by their names, after the others', () => {
  const graph = graphOf([entity('f', { kind: 'InvestmentFund' }), entity('a', { kind: 'Agency' })], [link('f', 'a', { type: 'HELD_BY' })]);
  expect([readableHeading('InvestmentFund'), readable('HELD_BY'), readable('dueOn')]).toEqual(['Investment fund', 'held by', 'due on']);
  expect(kindsWith(graph.entities.values())).toEqual([...KIND_NAMES, 'InvestmentFund']);
  expect(typesWith(graph.links.values())).toEqual([...LINK_TYPES, 'HELD_BY']);
  expect(groupedByKind(graph.entities.values()).map(([kind]) => kind)).toEqual(['Agency', 'InvestmentFund']);
  expect(lookOfKind('InvestmentFund')).toEqual({ color: expect.stringMatching(/^#/) as string, shape: 'circle' });
  expect([...visible(graph, ['f', 'a'], { ...EMPTY.filters, hiddenKinds: ['InvestmentFund'] }).entities.keys()]).toEqual(['a']);
});

test('Japanese has a word for each type, role and strength', () => {
  const own = [...EntityType.words, ...Role.words, ...Strength.words];
  expect(own.filter((word) => !ja.words[word])).toEqual([]);
});

describe('what the page asks', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openSeeded();
  });
  afterAll(() => engine.close());

  const [microsoft, unit] = ['organization:microsoft', 'agency:digital-crime-unit'];
  const VARIABLES: Readonly<Record<string, Record<string, unknown>>> = {
    SCENE: { ids: [microsoft, unit], limit: 2 },
    KNOWN: { ids: [microsoft, 'agency:none'] },
    NEAREST: { ids: [microsoft], limit: 5 },
    NEIGHBORS: { id: microsoft, type: 'PARTY_TO', direction: 'OUT' },
    LARGEST: { currency: 'USD', first: 3 },
    WITHOUT_AMOUNT: { first: 3 },
    SEARCH: { query: 'npa' },
    DETAILS: { id: 'commitment:microsoft-japan-2026-training' },
    LINKS: { id: microsoft },
    PATHS: { from: microsoft, to: unit },
    COMMON: { of: [microsoft, unit] },
    SOURCES: { ids: [microsoft, unit], limit: 2, most: 10 },
    STATED: { ids: ['commitment:microsoft-japan-2026-training'] },
    LINKED: { ids: ['link:3d93e8a83d7323f5b131'] },
    CLAIMED: { ids: ['claim:fbf0c17c901d3d801341'] },
  };

  test.each(Object.entries(queries))('%s is answered, with something in it', async (name, query) => {
    const { data, errors } = await run(engine, query, VARIABLES[name] ?? {});
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toMatch(/"(id|currency|recordedAt)":"/);
  });
});
