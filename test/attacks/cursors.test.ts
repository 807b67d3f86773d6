/** Cursors that nobody was given: each is refused with a code, whatever its values are. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { run } from '../support/run.ts';
import { openSeeded } from '../support/seeded.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openSeeded();
});
afterAll(() => engine.close());

const ORDERS = ['', 'orderBy: [{name: ASC}]', 'orderBy: [{announcedOn: DESC}, {name: ASC}]'];
const page = (order: string, after?: string) =>
  `{ commitments(first: 1 ${order} ${after ? `after: ${JSON.stringify(after)}` : ''}) { edges { cursor } } }`;
const encode = (parts: readonly unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const decode = (cursor: string) => JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];

async function cursorOf(order: string): Promise<unknown[]> {
  const { data, errors } = await run(engine, page(order));
  expect(errors).toBeUndefined();
  return decode((data as { commitments: { edges: [{ cursor: string }] } }).commitments.edges[0].cursor);
}
const codeOf = async (order: string, parts: readonly unknown[]) =>
  (await run(engine, page(order, encode(parts)))).errors?.[0]?.extensions['code'];

describe.each(ORDERS)('ordered by "%s"', (order) => {
  test('a cursor is good as it was given', async () => expect(await codeOf(order, await cursorOf(order))).toBeUndefined());

  test('each of its values is refused as one of another type', async () => {
    const cursor = await cursorOf(order);
    for (let i = 1; i < cursor.length; i++) {
      for (const other of [7, 0.5, true, {}, [], ['x'], typeof cursor[i] === 'string' ? -1 : 'x'])
        expect(await codeOf(order, cursor.with(i, other)), `${i}: ${JSON.stringify(other)}`).toBe('BAD_USER_INPUT');
    }
  });

  test('it is refused with a value more, or less', async () => {
    const cursor = await cursorOf(order);
    expect(await codeOf(order, [...cursor, 'x'])).toBe('BAD_USER_INPUT');
    if (cursor.length > 2) expect(await codeOf(order, cursor.slice(0, -1))).toBe('BAD_USER_INPUT');
  });

  test('and as that of another question', async () => {
    const [, ...values] = await cursorOf(order);
    expect(await codeOf(order, ['AAAAAAAA', ...values])).toBe('CURSOR_MISMATCH');
  });
});

test('a number is refused as text, and text as a number', async () => {
  const order = 'orderBy: [{linkCount: {type: PARTY_TO, links: BOTH, direction: DESC}}]';
  const cursor = await cursorOf(order);
  expect(typeof cursor[1]).toBe('number');
  expect(await codeOf(order, cursor)).toBeUndefined();
  expect(await codeOf(order, cursor.with(1, '1'))).toBe('BAD_USER_INPUT');
  expect(await codeOf(order, cursor.with(1, null))).toBe('BAD_USER_INPUT');
});

test('no text at all is taken for one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.base64String({ minLength: 1 }),
        fc.json().map((one) => Buffer.from(one).toString('base64url')),
      ),
      async (text) => {
        const { errors } = await run(engine, page('', text));
        expect(['BAD_USER_INPUT', 'CURSOR_MISMATCH']).toContain(errors?.[0]?.extensions['code']);
      },
    ),
    { numRuns: 200 },
  );
});
