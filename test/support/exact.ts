/** Decimal numbers in exact fractions of whole numbers: how tests compare and add them up. */

interface Exact {
  readonly digits: bigint;
  readonly scale: number;
}

function exactOf(text: string): Exact {
  const [whole, fraction = ''] = text.split('.') as [string, string?];
  return { digits: BigInt(whole.replace('-', '') + fraction) * (text.startsWith('-') ? -1n : 1n), scale: fraction.length };
}
const atScale = ({ digits, scale }: Exact, wanted: number): bigint => digits * 10n ** BigInt(wanted - scale);

/** Below zero where `a` is less, above where it is more. */
export function compareExactly(a: string, b: string): number {
  const [x, y] = [exactOf(a), exactOf(b)];
  const scale = Math.max(x.scale, y.scale);
  const difference = atScale(x, scale) - atScale(y, scale);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** Plain text of `digits` after the point moved by `scale`. */
function plain(digits: bigint, scale: number): string {
  const text = String(digits)
    .replace('-', '')
    .padStart(scale + 1, '0');
  const [whole, fraction] = [text.slice(0, text.length - scale), text.slice(text.length - scale).replace(/0+$/, '')];
  return (digits < 0n ? '-' : '') + whole + (fraction ? `.${fraction}` : '');
}

/** The mean to 38 digits: the longest quotient, cut there, and rounded by what was cut off. */
function meanOf(sum: bigint, count: bigint, scale: number): string {
  const [long, size] = [100, sum < 0n ? -sum : sum];
  const text = String((size * 10n ** BigInt(long)) / count).padStart(scale + long + 1, '0');
  const whole = text.slice(0, text.length - scale - long).replace(/^0+/, '');
  const kept = text.slice(0, text.length - scale - long + 38 - whole.length);
  const [half, isWhole] = [text.slice(kept.length), (size * 10n ** BigInt(long)) % count === 0n];
  const [first, isMore] = [Number(half[0] ?? 0), /[1-9]/.test(half.slice(1)) || !isWhole];
  const isUp = first > 5 || (first === 5 && (isMore || Number(kept.at(-1)) % 2 === 1));
  return plain((BigInt(kept) + (isUp ? 1n : 0n)) * (sum < 0n ? -1n : 1n), 38 - whole.length);
}

/** How many, their sum, extremes and mean. */
export function putTogether(texts: readonly string[]) {
  const all = texts.map(exactOf);
  const scale = Math.max(...all.map((one) => one.scale));
  const sum = all.reduce((total, one) => total + atScale(one, scale), 0n);
  const sorted = texts.toSorted(compareExactly);
  return {
    count: texts.length,
    sum: plain(sum, scale),
    min: sorted[0]!,
    max: sorted.at(-1)!,
    avg: meanOf(sum, BigInt(texts.length), scale),
  };
}
