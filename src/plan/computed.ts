/** Values of a node that a subquery computes before its list is filtered or ordered by them. */

/** A subquery of a node, and the names that it returns. */
export interface Computed {
  readonly call: string;
  readonly names: readonly string[];
}

/** How many digits a part of a decimal number has: the sum of 900,000 such parts is still a whole number to both engines. */
const DIGITS = 13;
/** Thirty-nine digits before the point and as many after it. */
const PARTS = 6;
const HALF = (DIGITS * PARTS) / 2;
const BASE = `1${'0'.repeat(DIGITS)}`;
const places = Array.from({ length: PARTS }, (_, i) => i);

/** The parts of a number that is given as decimal text, the last ones first. */
export function partsOf(decimal: string): readonly number[] {
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = whole.padStart(HALF, '0') + fraction.padEnd(HALF, '0');
  const sign = decimal.startsWith('-') ? -1 : 1;
  return places.map((i) => sign * Number(digits.slice(i * DIGITS, (i + 1) * DIGITS))).toReversed();
}

/** The sum of decimal texts named `value`, part by part, as a list that the text returns as `name`. */
export function sumText(value: string, name: string): string {
  const zeros = `'${'0'.repeat(HALF)}'`;
  const sums = places.map((i) => `sum(sign * toInteger(substring(digits, ${i * DIGITS}, ${DIGITS}))) AS s${i}`);
  return [
    `WITH CASE WHEN ${value} STARTS WITH '-' THEN -1 ELSE 1 END AS sign, split(replace(${value}, '-', ''), '.') AS halves`,
    `WITH sign, substring(${zeros} + halves[0], size(halves[0])) + substring(coalesce(halves[1], '') + ${zeros}, 0, ${HALF}) AS digits`,
    `WITH ${sums.join(', ')} RETURN [${places.map((i) => `coalesce(s${i}, 0)`).toReversed()}] AS ${name}`,
  ].join(' ');
}

/** The condition that one sum is less than another, both as lists of parts: what is carried out of the last part is below zero. */
const isLess = (a: string, b: string): string => {
  const here = `carried + ${a}[i] - ${b}[i]`;
  return `reduce(carried = 0, i IN range(0, ${PARTS - 1}) | (${here} - ((${here}) % ${BASE} + ${BASE}) % ${BASE}) / ${BASE}) < 0`;
};

/** What operators mean between two sums. */
export const OF_SUMS: Readonly<Record<string, (sum: string, given: string) => string>> = {
  lt: isLess,
  gt: (sum, given) => isLess(given, sum),
  lte: (sum, given) => `NOT ${isLess(given, sum)}`,
  gte: (sum, given) => `NOT ${isLess(sum, given)}`,
  eq: (sum, given) => `NOT ${isLess(sum, given)} AND NOT ${isLess(given, sum)}`,
};
