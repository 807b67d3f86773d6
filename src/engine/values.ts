/** Makes the values of an engine plain: what JSON can say, whichever engine it came from. */

/** A value as the rest of the system may see it; integers beyond 2^53 become decimal text, never a rounded number. */
export function toPlain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (Array.isArray(value)) return value.some(isOdd) ? value.map(toPlain) : value;
  if (value !== null && typeof value === 'object') {
    for (const [key, one] of Object.entries(value)) if (isOdd(one)) (value as Record<string, unknown>)[key] = toPlain(one);
  }
  return value;
}

const isOdd = (value: unknown): boolean => typeof value === 'bigint' || (value !== null && typeof value === 'object');
