/** Makes the values of an engine plain: what JSON can say, whichever engine it came from. */

/** A value as the rest of the system may see it, changed in place; integers beyond 2^53 become decimal text, never a rounded number. */
export function toPlain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) for (let i = 0; i < value.length; i++) mend(value, i);
  else for (const key of Object.keys(value)) mend(value as Record<string, unknown>, key);
  return value;
}

/** Most values are plain already: only what is not is written. */
function mend<Key extends string | number>(holder: Record<Key, unknown>, key: Key): void {
  const value = holder[key];
  if (typeof value === 'object') toPlain(value);
  else if (typeof value === 'bigint') holder[key] = toPlain(value);
}

/** Parameters for an engine that takes every plain number for a float: integers become bigint. */
export function withIntegers(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(withIntegers);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withIntegers(one)]));
}
