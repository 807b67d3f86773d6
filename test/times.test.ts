/** Points in time as requests give them: RFC 3339 in any offset, taken to whole seconds of UTC; what is no time is refused. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toUtc } from '../model/date.ts';
import { type Served, serve } from './support/serve.ts';

/** The article was recorded at the begin of this day. */
const RECORDED = '2026-11-24T00:00:00Z';

const SAME: [string, string][] = [
  ['2026-11-24T00:00:00Z', RECORDED],
  ['2026-11-24T00:00:00+00:00', RECORDED],
  ['2026-11-24T00:00:00-00:00', RECORDED],
  ['2026-11-24T09:00:00+09:00', RECORDED],
  ['2026-11-23T16:30:00-07:30', RECORDED],
  ['2026-11-24t00:00:00z', RECORDED],
  ['2026-11-24T00:00:00.000Z', RECORDED],
  ['2026-11-24T00:00:00.999999999999Z', RECORDED],
  ['2026-11-23T23:59:59.999Z', '2026-11-23T23:59:59Z'],
  ['2027-01-01T08:59:59.5+09:00', '2026-12-31T23:59:59Z'],
  ['2028-02-29T23:59:59-00:01', '2028-03-01T00:00:59Z'],
  ['0001-01-01T00:00:00+00:00', '0001-01-01T00:00:00Z'],
];
const WRONG = [
  '2026-11-25T24:00:00Z',
  '2026-11-24T24:00:00.000+00:00',
  '2026-11-25T23:60:00Z',
  '2016-12-31T23:59:60Z',
  '2026-02-30T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-11-25T00:00:00',
  '2026-11-25T00:00Z',
  '2026-11-25',
  '2026-11-25 00:00:00Z',
  '2026-11-25T00:00:00+24:00',
  '2026-11-25T00:00:00+09:60',
  '2026-11-25T00:00:00+0900',
  '2026-11-25T00:00:00+09',
  '2026-11-25T00:00:00,5Z',
  '2026-11-25T00:00:00.Z',
  '2026-11-25T00:00:00Z ',
  '+002026-11-25T00:00:00Z',
  '0000-01-01T00:00:00+09:00',
  '9999-12-31T23:59:59-09:00',
  '',
  'now',
];

let server: Served;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

test.each(SAME)('%s is %s', (text, utc) => expect(toUtc(text)).toBe(utc));

test.each([...WRONG, null, undefined, 1_764_028_800, new Date(0)])('%s is none', (text) => expect(toUtc(text)).toBeUndefined());

describe('a request', () => {
  const LITERAL = (time: string) => `{ commitments(asOf: {knownAt: "${time}"}) { totalCount edges { cursor } } }`;
  const VARIABLE = 'query($at: DateTime) { commitments(asOf: {knownAt: $at}) { totalCount edges { cursor } } }';
  const PLAIN = '{ commitments { totalCount edges { cursor } } }';
  /** The three ways in which it gives a time. */
  const ask = (time: string) =>
    Promise.all([
      server.post(LITERAL(time)),
      server.post(VARIABLE, { variables: { at: time } }),
      server.post(PLAIN, { headers: { 'graph-as-of': `knownAt=${JSON.stringify(time)}` } }),
    ]);

  test('asks about one time, however it writes it: cursors are the same, too', async () => {
    const then = (await server.post(LITERAL(RECORDED))).body.data;
    for (const [time, utc] of SAME) {
      const expected = utc === RECORDED ? then : (await server.post(LITERAL(utc))).body.data;
      for (const { body } of await ask(time)) expect(body.data, time).toEqual(expected);
    }
  });

  test('knows what was recorded at the very second, and not a moment before', async () => {
    const count = async (time: string) => {
      const { body } = await server.post(`{ claims(asOf: {knownAt: "${time}"}) { totalCount } }`);
      return (body.data as { claims: { totalCount: number } }).claims.totalCount;
    };
    expect(await count('2026-11-23T23:59:59.999Z')).toBe(0);
    const all = await count(RECORDED);
    expect(all).toBeGreaterThan(100);
    expect(await count('2026-11-24T00:00:00.999Z')).toBe(all);
  });

  test('the header and an argument may write one time in two ways', async () => {
    const { body } = await server.post(LITERAL('2026-11-24T09:00:00+09:00'), { headers: { 'graph-as-of': `knownAt=${RECORDED}` } });
    expect(body.errors).toBeUndefined();
  });

  test.each(WRONG)('that gives "%s" is refused', async (time) => {
    for (const { body } of await ask(time)) expect(body).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  test('filters by points in time of any offset', async () => {
    const by = async (filter: string) => (await server.post(`{ claims(where: {recordedAt: ${filter}}) { totalCount } }`)).body.data;
    const some = await by(`{eq: "${RECORDED}"}`);
    expect(some).not.toEqual({ claims: { totalCount: 0 } });
    for (const [time] of SAME.filter(([, utc]) => utc === RECORDED)) expect(await by(`{in: ["${time}"]}`), time).toEqual(some);
  });
});
