/** Decimal numbers: exact, of one form, in order as text, and never with an exponent. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, fits, orderOfDecimal, summaryOf } from '../model/decimal.ts';
import { schema } from '../schema/index.ts';
import { compareExactly, putTogether } from './support/exact.ts';
import { compareText } from './support/predicate.ts';

const digits = (most: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: most });
/** Numbers of up to 38 digits, near one another and far apart, in their one form. */
const decimal = fc
  .oneof(
    fc.tuple(fc.constantFrom('', '-'), digits(20), digits(18)),
    fc.tuple(fc.constantFrom('', '-'), fc.constantFrom('', '9', '10', '99'), fc.constantFrom('', '0', '01', '1', '10', '9')),
    fc.tuple(fc.constantFrom('', '-'), digits(38), fc.constant('')),
  )
  .map(([sign, whole, fraction]) => canonical(`${sign}${whole || '0'}${fraction && `.${fraction}`}`));

test('the text that orders numbers orders them as numbers, and tells the same ones apart from no other', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      expect(fits(a)).toBe(true);
      expect(Math.sign(compareText(orderOfDecimal(a), orderOfDecimal(b)))).toBe(compareExactly(a, b));
      expect(orderOfDecimal(a) === orderOfDecimal(b)).toBe(a === b);
    }),
    { numRuns: 3000 },
  );
});

test('numbers are added up and divided exactly', () => {
  fc.assert(
    fc.property(fc.array(decimal, { minLength: 1, maxLength: 30 }), (texts) => void expect(summaryOf(texts)).toEqual(putTogether(texts))),
  );
  expect(summaryOf(['1', '1', '2']).avg).toBe('1.3333333333333333333333333333333333333');
  expect(summaryOf(['0.01', '0', '0']).avg).toBe('0.00333333333333333333333333333333333333');
  expect(summaryOf(['-1', '-1', '0']).avg).toBe('-0.66666666666666666666666666666666666667');
  const most = '9'.repeat(38);
  expect(summaryOf([most, most, most])).toEqual({ count: 3, sum: `2${'9'.repeat(37)}7`, min: most, max: most, avg: most });
  const great = (last: number) => `1${'0'.repeat(36)}${last}`;
  expect([summaryOf([great(1), great(2)]).avg, summaryOf([great(2), great(3)]).avg], 'a half goes to the even one').toEqual([
    great(2),
    great(2),
  ]);
});

describe('as a client writes it', () => {
  const { parseValue, parseLiteral } = schema.getType('Decimal') as import('graphql').GraphQLScalarType;
  const literal = (value: string) => parseLiteral({ kind: 'FloatValue', value } as never, {});

  test.each([
    ['10.0', '10'],
    ['005', '5'],
    ['+5', '5'],
    ['-0', '0'],
    ['-0.0', '0'],
    ['1e5', '100000'],
    ['1.25E+3', '1250'],
    ['1e-7', '0.0000001'],
    ['-12.5e-2', '-0.125'],
    ['0.00000010', '0.0000001'],
    ['12345678901234567890123456789012345678', '12345678901234567890123456789012345678'],
    ['0.12345678901234567890123456789012345678', '0.12345678901234567890123456789012345678'],
    [`${'1'.repeat(38)}.000`, '1'.repeat(38)],
  ])('%s is %s', (given, read) => {
    expect([parseValue(given), literal(given)]).toEqual([read, read]);
  });

  test.each([
    [1e-7, '0.0000001'],
    [999999999999999, '999999999999999'],
    [-0, '0'],
    [0.1, '0.1'],
  ])('the number %s is %s', (given, read) => void expect(parseValue(given)).toBe(read));

  test.each([
    ['1'.repeat(39), 'has more than 38 digits'],
    [`0.${'1'.repeat(39)}`, 'has more than 38 digits'],
    ['1e38', 'has more than 38 digits'],
    ['1e-39', 'has more than 38 digits'],
    ['1'.repeat(5000), 'has more than 38 digits'],
    ['1e1000000000', 'is not a decimal number'],
    [' 5', 'is not a decimal number'],
    ['5.', 'is not a decimal number'],
    ['.5', 'is not a decimal number'],
    ['1,000', 'is not a decimal number'],
    ['0x10', 'is not a decimal number'],
    ['NaN', 'is not a decimal number'],
    ['٣', 'is not a decimal number'],
    ['', 'is not a decimal number'],
    [true, 'is not a decimal number'],
    [9007199254740992, 'has more than 15 digits: write it as text'],
    [1e21, 'has more than 15 digits: write it as text'],
  ])('%s is refused', (given, why) => {
    expect(() => parseValue(given)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(why), extensions: { code: 'BAD_USER_INPUT' } }),
    );
  });
});
