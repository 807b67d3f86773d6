/** Decimal numbers as text: the one form of each, the text that orders them, and sums and means that are never rounded unseen. */

/** How many digits a number has at most, before and after the point together. */
export const MOST_DIGITS = 38;

/** Numbers as they may be written; beyond a hundred characters one is too long, whatever it says. */
const NUMBER = /^(?=.{1,100}$)([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;

/** A number in its one form: no plus, no exponent, no zeros that say nothing. Text that is not a number stays as it is. */
export function canonical(text: string): string {
  const [, sign, whole = '', fraction = '', exponent = '0'] = NUMBER.exec(text) ?? [];
  if (sign === undefined) return text;
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction + '0'.repeat(Math.max(0, -scale)));
  return textOf(sign === '-' ? -digits : digits, Math.max(0, scale));
}

/** Whether a number in its one form has no more digits than are kept; the zero before a point is not counted. */
export const fits = (text: string): boolean => text.replace(/^-?0\.|[-.]/g, '').length <= MOST_DIGITS;

/**
 * A text whose order by code points is that of numbers: a sign, how many digits stand before the point, the number. Of a
 * negative number each digit is turned round, and its end comes after what goes on.
 */
export function orderOfDecimal(text: string): string {
  const digits = text.replace('-', '');
  const key = String(digits.split('.')[0]!.length).padStart(2, '0') + digits;
  return digits === text ? `1${key}` : `0${key.replace(/\d/g, (digit) => String(9 - Number(digit)))}~`;
}

const fractionOf = (text: string): string => text.split('.')[1] ?? '';

/** How many digits after the point the most precise of `texts` has. */
export const scaleOf = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, fractionOf(text).length), 0);

/** The number as a whole number of `scale` digits after the point. */
export function scaled(text: string, scale: number): bigint {
  const [whole = '0'] = text.split('.');
  return BigInt(whole + fractionOf(text).padEnd(scale, '0'));
}

/** The number of which `value` is the whole number of `scale` digits after the point. */
export function textOf(value: bigint, scale: number): string {
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const [whole, fraction] = [digits.slice(0, digits.length - scale), digits.slice(digits.length - scale).replace(/(?<!0)0+$/, '')];
  return `${value < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}

/** How many numbers there are, their sum and extremes as they are, and their mean to as many digits as a number has at most. */
export function summaryOf(texts: readonly string[]) {
  const scale = scaleOf(texts);
  const values = texts.map((text) => scaled(text, scale));
  let [sum, min, max] = [0n, values[0]!, values[0]!];
  for (const value of values) {
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const [least, greatest] = [textOf(min, scale), textOf(max, scale)];
  return { count: texts.length, sum: textOf(sum, scale), min: least, max: greatest, avg: meanOf(sum, texts.length, scale) };
}

function meanOf(sum: bigint, count: number, scale: number): string {
  const size = sum < 0n ? -sum : sum;
  const divisor = BigInt(count) * 10n ** BigInt(scale);
  const whole = size / divisor;
  const places = MOST_DIGITS - (whole ? String(whole).length : 0);
  const mean = rounded(size * 10n ** BigInt(places), divisor);
  return textOf(sum < 0n ? -mean : mean, places);
}

/** The nearest whole number, of two as near the even one. */
function rounded(dividend: bigint, divisor: bigint): bigint {
  const [quotient, rest] = [dividend / divisor, (dividend % divisor) * 2n];
  return rest > divisor || (rest === divisor && quotient % 2n === 1n) ? quotient + 1n : quotient;
}
