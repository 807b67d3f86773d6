/** Keyset cursors: where an edge stands (its sort values) and the question it belongs to. */
import { createHash } from 'node:crypto';
import type { Code } from '../errors.ts';

/** A short fingerprint of the question a connection answers: its field, order and filter. */
export const fingerprint = (question: unknown): string =>
  createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 8);

export const encodeCursor = (question: string, values: readonly unknown[]): string =>
  Buffer.from(JSON.stringify([question, ...values])).toString('base64url');

/** The sort values of a cursor; `fail` is told why it is not one for this question. */
export function decodeCursor(
  cursor: string,
  question: string,
  count: number,
  fail: (code: Code, message: string) => never,
): readonly string[] {
  const parts = parse(cursor);
  if (!parts || parts.length < 2 || !parts.every((part) => typeof part === 'string')) return fail('BAD_USER_INPUT', 'is no cursor of ours');
  const [asked, ...values] = parts as string[];
  if (asked !== question) return fail('CURSOR_MISMATCH', 'belongs to another field, order or filter');
  return values.length === count ? values : fail('BAD_USER_INPUT', 'is no cursor of ours');
}

function parse(cursor: string): unknown[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : undefined;
  } catch {
    return undefined;
  }
}

/** The condition `terms > values` in the order of `terms`, which are never null; the last term is unique. */
export function beyond(terms: readonly string[], values: readonly string[]): string {
  const [term, ...rest] = terms;
  const [value, ...others] = values;
  return rest.length ? `(${term} > ${value} OR (${term} = ${value} AND ${beyond(rest, others)}))` : `${term} > ${value}`;
}
