/** Values in words, with all that takes from them; and that nothing else in the explorer writes a number of the graph. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Qualifier } from '../model/enums.ts';
import type { Engine } from '../src/engine/engine.ts';
import { DETAILS, type RestsFragment, type StandingFragment } from '../src/explorer/queries.ts';
import { FIRM, restsOf, restsOfAll, restsOfProperty } from '../src/explorer/rests.ts';
import { isByOthers, restsOfDelivery } from '../src/explorer/standing.ts';
import { en } from '../src/explorer/text/en.ts';
import { ja } from '../src/explorer/text/ja.ts';
import { inWords, wordsOf } from '../src/explorer/text/stated.ts';
import { inProject } from '../src/root.ts';
import { run } from './support/run.ts';
import { openAllSeeds } from './support/seeded.ts';

describe('a value in words', () => {
  test.each([
    ['EXACT', '2,000,000,000 USD', '2,000,000,000 USD'],
    ['ABOUT', 'about 2,000,000,000 USD', '約 2,000,000,000 USD'],
    ['AT_LEAST', 'at least 2,000,000,000 USD', '2,000,000,000 USD 以上'],
    ['MORE_THAN', 'more than 2,000,000,000 USD', '2,000,000,000 USD 超'],
    ['UP_TO', 'up to 2,000,000,000 USD', '最大 2,000,000,000 USD'],
    ['LESS_THAN', 'less than 2,000,000,000 USD', '2,000,000,000 USD 未満'],
    ['SOMETHING_NEW', 'something new 2,000,000,000 USD', 'something new 2,000,000,000 USD'],
  ])('%s: %s', (qualifier, english, japanese) => {
    const value = { value: '2000000000', currency: 'USD', qualifier };
    expect([wordsOf(value, en), wordsOf(value, ja)]).toEqual([english, japanese]);
  });

  test('every qualifier of the model has words in both languages', () => {
    for (const text of [en, ja]) expect(Object.keys(text.qualified).toSorted()).toEqual([...Qualifier.words].toSorted());
  });

  test('has every digit, and the unit', () => {
    expect(wordsOf({ value: '12345678901234567890.123', unit: 'people' }, en)).toBe('12,345,678,901,234,567,890.123 people');
    expect(wordsOf({ value: '3', unit: 'people', qualifier: 'AT_LEAST' }, ja)).toBe('3 人 以上');
    expect(wordsOf({ value: '1', most: '2.5', currency: 'EUR' }, en)).toBe('1 to 2.5 EUR');
    expect(wordsOf({ value: '2.5', most: '2.5', currency: 'EUR' }, en)).toBe('2.5 EUR');
    expect([wordsOf({ date: '2030' }, en), wordsOf({ text: 'IN_TALKS' }, en)]).toEqual(['2030', 'in talks']);
  });

  test('a share is never rounded up to all', () => {
    expect([0.9999, 1, 1.1333].map((share) => wordsOf({ share }, en))).toEqual(['99%', '100%', '113%']);
  });

  test('as text alone, has its marks behind it', () => {
    const rests = { isContested: true, isSelfReported: true, isDoubtful: false };
    expect(inWords({ date: '2030' }, rests, en)).toBe('2030 (contested, self-reported)');
    expect(inWords({ date: '2030' }, { ...FIRM, isDoubtful: true }, ja)).toBe('2030 (疑義あり)');
    expect(inWords({ date: '2030' }, FIRM, en)).toBe('2030');
  });
});

describe('what a value rests on', () => {
  const [some, none] = [{ nodes: [{ id: 'claim:x' }] }, { nodes: [] }];
  const stated = (more: Partial<RestsFragment> = {}): RestsFragment => ({
    property: 'amount',
    isProjected: true,
    agreement: 'SINGLE_SOURCE',
    independentSourceCount: 1,
    sound: some,
    soundByOthers: some,
    ...more,
  });

  test.each<[string, Partial<RestsFragment>, object]>([
    ['one independent word', {}, FIRM],
    ['claims that differ', { agreement: 'CONTESTED' }, { ...FIRM, isContested: true }],
    ["the promiser's word", { independentSourceCount: 0, soundByOthers: none }, { ...FIRM, isSelfReported: true }],
    ["the promiser's word, beside a flagged one of others", { soundByOthers: none }, { ...FIRM, isSelfReported: true }],
    ['what takes no side', { independentSourceCount: 0 }, { ...FIRM, isSelfReported: true }],
    ['flagged claims alone', { sound: none, soundByOthers: none }, { ...FIRM, isDoubtful: true }],
  ])('%s', (_, more, rests) => {
    expect(restsOf(stated(more))).toEqual(rests);
  });

  test('a value that no claim states is doubtful', () => {
    expect(restsOfProperty([stated({ isProjected: false }), stated({ property: 'endsOn' })], 'amount')).toEqual({
      ...FIRM,
      isDoubtful: true,
    });
    expect(restsOfAll([])).toEqual({ ...FIRM, isDoubtful: true });
  });
});

describe('what a delivery rests on', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openAllSeeds();
  });
  afterAll(() => engine.close());
  const standingOf = async (id: string): Promise<StandingFragment> => {
    const { data } = await run(engine, DETAILS, { id: `commitment:${id}` });
    return (data as { entity: StandingFragment }).entity;
  };

  test.each([
    ['microsoft-japan-2024-training', false],
    ['microsoft-anz-training', false],
    ['sakura-government-cloud-requirements', true],
  ])('%s is met; by the word of somebody independent: %s', async (id, byOthers) => {
    const standing = await standingOf(id);
    expect([standing.delivery, isByOthers(restsOfDelivery(standing))]).toEqual(['MET', byOthers]);
  });

  test('met is as weak as its weakest result, on its way as strong as the strongest', async () => {
    const [told, seen] = [await standingOf('microsoft-anz-training'), await standingOf('sakura-government-cloud-requirements')];
    const both = { ...told, targets: { nodes: [...told.targets.nodes, ...seen.targets.nodes] } };
    expect(restsOfDelivery(both)).toMatchObject({ isSelfReported: true });
    expect(restsOfDelivery({ ...both, delivery: 'IN_PROGRESS' })).toMatchObject({ isSelfReported: false });
  });

  test('money spent counts in its currency alone, and nothing rests on nothing', async () => {
    const standing = await standingOf('microsoft-japan-2026-training');
    expect(restsOfDelivery(standing)).toBeNull();
    const result = { id: 'observation:x', quantity: { value: '1', unit: 'JPY', qualifier: 'EXACT' as const }, endsOn: null, values: [] };
    const paid: StandingFragment = { ...standing, delivery: 'MET', targets: { nodes: [] }, paid: { nodes: [result] } };
    expect(isByOthers(restsOfDelivery(paid))).toBe(false);
  });
});

test('only stated.ts formats numbers, and only stated.tsx and what is text alone show values', () => {
  const folder = inProject('src', 'explorer');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const using = (form: RegExp): string[] =>
    files.filter((file) => form.test(readFileSync(inProject('src', 'explorer', file), 'utf8'))).sort();
  expect(using(/Intl\.NumberFormat|toLocaleString|\.toFixed\(|\.toPrecision\(/)).toEqual(['text/stated.ts']);
  expect(using(/\bpercentIn\b/)).toEqual(['text/stated.ts', 'text/text.ts']);
  expect(using(/\bwordsOf\(/)).toEqual(['parts/stated.tsx', 'text/stated.ts']);
  expect(using(/\b(amount|quantity|money|of)\??\.value\b/).filter((file) => file.endsWith('.tsx'))).toEqual([]);
});
