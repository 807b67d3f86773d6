/** Makes the values of an engine plain: what JSON can say, whichever engine it came from. */

/** A value as the rest of the system may see it, changed in place; integers beyond 2^53 become decimal text, never a rounded number. */
export function toPlain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (value === null || typeof value !== 'object') return value;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    const one = holder[key];
    if (typeof one === 'bigint' || typeof one === 'object') holder[key] = toPlain(one);
  }
  return value;
}

/** Parameters for an engine that takes every plain number for a float: integers become bigint. */
export function withIntegers(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(withIntegers);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withIntegers(one)]));
}
