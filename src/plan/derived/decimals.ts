/** Decimal numbers as text, added without rounding: whole numbers of their smallest digit. */

const fractionOf = (text: string): string => text.split('.')[1] ?? '';

/** How many digits after the point the most precise of `texts` has. */
export const scaleOf = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => fractionOf(text).length));

/** The number as a whole number of `scale` digits after the point. */
export function scaled(text: string, scale: number): bigint {
  const [whole = '0'] = text.split('.');
  return BigInt(whole + fractionOf(text).padEnd(scale, '0'));
}

export function decimalText(value: bigint, scale: number): string {
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const [whole, fraction] = [digits.slice(0, digits.length - scale), digits.slice(digits.length - scale).replace(/0+$/, '')];
  return `${value < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}
