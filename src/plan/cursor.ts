/** Keyset cursors: where an edge stands (its sort values) and the question it belongs to. */
import { createHash } from 'node:crypto';
import type { Fail } from './filter.ts';

/** A short fingerprint of the question a connection answers: its field, order and filter. */
export const fingerprint = (question: unknown): string =>
  createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 8);

export const encodeCursor = (question: string, values: readonly unknown[]): string =>
  Buffer.from(JSON.stringify([question, ...values])).toString('base64url');

type Value = string | number | boolean | null;

/** What stands at one place of a cursor. */
interface Place {
  readonly isNullable: boolean;
  readonly isNumber?: boolean;
}
const fits = (value: Value, { isNullable, isNumber }: Place): boolean =>
  value === null ? isNullable : typeof value === (isNumber ? 'number' : 'string');

/** The sort values of a cursor; `fail` is told why it is not one for this question. */
export function decodeCursor(cursor: string, question: string, places: readonly Place[], fail: Fail): readonly Value[] {
  const [asked, ...values] = parse(cursor) ?? fail('BAD_USER_INPUT', 'is not a cursor of this server');
  if (typeof asked !== 'string' || values.length === 0 || typeof values.at(-1) !== 'string')
    return fail('BAD_USER_INPUT', 'is not a cursor of this server');
  if (asked !== question) return fail('CURSOR_MISMATCH', 'belongs to another field, order, filter or time');
  return values.length === places.length && values.every((value, i) => fits(value, places[i]!))
    ? values
    : fail('BAD_USER_INPUT', 'is not a cursor of this server');
}

function parse(cursor: string): Value[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) && parts.every((part) => part === null || typeof part !== 'object') ? parts : undefined;
  } catch {
    return undefined;
  }
}
