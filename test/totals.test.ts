/** What commitments come to together, where some are parts of others, build on them, or take their place. */
import { describe, expect, test } from 'vitest';
import { totalOf } from '../src/derived/totals.ts';
import { type Link, pledge, totals, usd } from './support/totals.ts';

describe('totals', () => {
  test('what builds on an earlier pledge is between the larger and the sum', async () => {
    const both = [pledge('ten', 10_000_000_000), pledge('earlier', 2_900_000_000)];
    expect(await totals(both, [['BUILDS_ON', 'ten', 'earlier', { newMoney: 'UNKNOWN' }]])).toEqual(usd('10000000000', '12900000000', 2));
    expect(await totals(both, [['BUILDS_ON', 'ten', 'earlier']])).toEqual(usd('10000000000', '12900000000', 2));
    expect(await totals(both, [['BUILDS_ON', 'ten', 'earlier', { newMoney: 'YES' }]])).toEqual(usd('12900000000', '12900000000', 2));
    expect(await totals(both, [])).toEqual(usd('12900000000', '12900000000', 2));
  });

  test('of a chain the largest counts; what two build on is in one of them', async () => {
    const chain = [pledge('a', 5), pledge('b', 10), pledge('c', 3)];
    expect(
      await totals(chain, [
        ['BUILDS_ON', 'a', 'b'],
        ['BUILDS_ON', 'b', 'c'],
      ]),
    ).toEqual(usd('10', '18', 3));
    expect(
      await totals(
        [pledge('a', 5), pledge('b', 4), pledge('c', 3)],
        [
          ['BUILDS_ON', 'a', 'b'],
          ['BUILDS_ON', 'a', 'c'],
        ],
      ),
    ).toEqual(usd('7', '12', 3));
    expect(
      await totals(
        [pledge('a', 5), pledge('b', 4), pledge('c', 3)],
        [
          ['BUILDS_ON', 'a', 'c'],
          ['BUILDS_ON', 'b', 'c'],
        ],
      ),
    ).toEqual(usd('9', '12', 3));
    expect(
      await totals(
        [pledge('a', 5), pledge('b', 4)],
        [
          ['BUILDS_ON', 'a', 'b'],
          ['BUILDS_ON', 'b', 'a'],
        ],
      ),
    ).toEqual(usd('5', '9', 2));
  });

  test('what several build on holds them; what builds on a part may be within its whole', async () => {
    const three = [pledge('b', 10), pledge('x', 3), pledge('y', 4)];
    expect(
      await totals(three, [
        ['BUILDS_ON', 'x', 'b'],
        ['BUILDS_ON', 'y', 'b'],
      ]),
    ).toEqual(usd('10', '17', 3));
    const whole = [pledge('w', 10), pledge('p', 3), pledge('y', 4)];
    const left: [string, string][] = [['PART_OF_COUNTED', 'p']];
    expect(
      await totals(whole, [
        ['PART_OF', 'p', 'w'],
        ['BUILDS_ON', 'y', 'p'],
      ]),
    ).toEqual(usd('11', '14', 2, left));
    expect(
      await totals(whole, [
        ['PART_OF', 'p', 'w'],
        ['BUILDS_ON', 'p', 'y'],
      ]),
    ).toEqual(usd('11', '14', 2, left));
    expect(
      await totals(whole, [
        ['PART_OF', 'p', 'w'],
        ['BUILDS_ON', 'y', 'p', { newMoney: 'YES' }],
      ]),
    ).toEqual(usd('14', '14', 2, left));
  });

  test('of thousands in a row, or in a circle, come in time', () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({ id: `c${i}`, amount: BigInt(i) }));
    const pairs = many.map(({ id }, i) => [id, `c${(i + 1) % 3000}`] as const);
    const none = { partOf: [], buildsOn: [], superseded: [], groups: [] };
    expect(totalOf(many, { ...none, buildsOn: pairs.slice(0, -1).map(([a, b]) => [a, b, 'NO'] as const) }).minimum).toBe(2999n);
    expect(totalOf(many.slice(0, 500), { ...none, partOf: pairs.slice(0, 499) }).counted).toBe(1);
    expect(totalOf(many.slice(0, 500), { ...none, partOf: [...pairs.slice(0, 499), ['c499', 'c0']] }).maximum).toBe(499n);
  });

  test('what was superseded is left out, a part is not lost with it', async () => {
    expect(
      await totals(
        [pledge('new', 7), pledge('old', 5), pledge('part', 2)],
        [
          ['SUPERSEDES', 'new', 'old'],
          ['PART_OF', 'part', 'old'],
        ],
      ),
    ).toEqual(usd('9', '9', 2, [['SUPERSEDED', 'old']]));
  });

  test('a part is left out only where a whole above it states an amount in its currency', async () => {
    const through = [
      pledge('whole', 10),
      pledge('middle', 0),
      pledge('part', 2),
      pledge('yen', 300, { currency: 'JPY' }),
      pledge('free', 1),
    ];
    const links: Link[] = [
      ['PART_OF', 'middle', 'whole'],
      ['PART_OF', 'part', 'middle'],
      ['PART_OF', 'yen', 'whole'],
    ];
    expect(await totals(through, links)).toEqual([
      { currency: 'JPY', minimum: '300', maximum: '300', counted: 1, leftOut: [] },
      ...usd('11', '11', 2, [['PART_OF_COUNTED', 'part']]),
    ]);
    expect(
      await totals(
        [pledge('a', 1), pledge('b', 2)],
        [
          ['PART_OF', 'a', 'b'],
          ['PART_OF', 'b', 'a'],
        ],
      ),
    ).toEqual(usd('2', '2', 1, [['PART_OF_COUNTED', 'a']]));
  });

  test('only what is chosen is added, in groups; fractions are exact', async () => {
    const some = [pledge('a', 0.1, { type: 'GRANT' }), pledge('b', 0.2, { type: 'GRANT' }), pledge('c', 5, { type: 'TRAINING' })];
    expect(await totals(some, [['PART_OF', 'a', 'c']], '{ commitmentTotals(by: TYPE) { key minimum } }')).toEqual([
      { key: 'GRANT', minimum: '0.3' },
      { key: 'TRAINING', minimum: '5' },
    ]);
    expect(await totals(some, [], '{ commitmentTotals(where: {type: {eq: TRAINING}}) { maximum counted } }')).toEqual([
      { maximum: '5', counted: 1 },
    ]);
    expect(await totals(some, [], '{ commitmentTotals(by: ACCOUNTABLE) { key name maximum } }')).toEqual([
      { key: null, name: null, maximum: '5.2' },
      { key: 'organization:o', name: 'O', maximum: '0.1' },
    ]);
  });
});
