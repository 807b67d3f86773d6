/** The one clock: what is asked of no day is asked of the day of the request, in UTC. */
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { dayOf, secondOf } from '../src/clock.ts';
import { readConfig } from '../src/config.ts';
import { startServer } from '../src/yoga/server.ts';
import { clockAt } from './support/clock.ts';
import { type Answer, run } from './support/run.ts';
import { openSeeded } from './support/seeded.ts';

test.each([
  ['2026-11-30T00:00:00Z', '2026-11-30'],
  ['2026-11-30T23:59:59.999Z', '2026-11-30'],
  ['2026-12-01T08:59:59+09:00', '2026-11-30'],
  ['2026-11-29T16:00:00-08:00', '2026-11-30'],
])('at %s the day is %s, wherever the machine stands', (time, day) => expect(dayOf(new Date(time))).toBe(day));

test('times of record are to the second', () => expect(secondOf(new Date('2026-12-01T08:59:59.999+09:00'))).toBe('2026-11-30T23:59:59Z'));

/** All that a day decides, asked of the day of the request or of a day that is given. */
const everything = (day?: string): string => {
  const [on, and] = day ? [`(on: "${day}")`, `on: "${day}", `] : ['', ''];
  return `{ commitments(first: 100) { nodes { id delivery${on} isOverdue${on} } }
    targets(first: 100) { nodes { id onTrack${on} } }
    open: commitments(where: {delivery: {${and}notIn: [NOT_YET_DUE]}}) { totalCount nodes { id } } }`;
};
const [EARLY, LATE] = ['2027-01-01', '2031-01-01'];

test.each(['single', 'levels'] as const)('one document asked on two days has the answers of both, %s', async (tier) => {
  const engine = await openSeeded();
  const on = (day: string) => run(engine, everything(), {}, tier, undefined, clockAt(`${day}T12:00:00Z`));
  const [early, late] = [await on(EARLY), await on(LATE)];
  expect(early.data).toEqual((await run(engine, everything(EARLY))).data);
  expect(late.data).toEqual((await run(engine, everything(LATE))).data);
  expect(early.data).not.toEqual(late.data);
  const texts = ({ executed }: Answer) => executed.map(({ text }) => text).sort();
  expect(texts(early), 'a text that is kept holds no day').toEqual(texts(late));
  await engine.close();
});

test('whether it is yet to be observed is judged on the day of the request', async () => {
  const engine = await openSeeded();
  const reasonsOn = async (day: string) => {
    const query = '{ targets { nodes { unknowns { property reason } } } }';
    const answers = (['single', 'levels'] as const).map((tier) => run(engine, query, {}, tier, undefined, clockAt(`${day}T23:59:59Z`)));
    const [{ data }, levels] = await Promise.all([answers[0]!, answers[1]!]);
    expect(levels.data).toEqual(data);
    return [...new Set(JSON.stringify(data).match(/NOT_YET_DUE|NO_EVIDENCE_FOUND/g))];
  };
  expect(await reasonsOn('2030-12-31'), 'due in 2030').toEqual(['NOT_YET_DUE']);
  expect(await reasonsOn('2031-01-01')).toEqual(['NO_EVIDENCE_FOUND']);
  await engine.close();
});

test('a server asks its clock for each request', async () => {
  const engine = await openSeeded();
  let now = `${EARLY}T23:59:59Z`;
  const server = await startServer(engine, readConfig({ PORT: '0' }), pino({ level: 'silent' }), () => new Date(now));
  const deliver = async (): Promise<string> => {
    const query = encodeURIComponent('{ commitment(id: "commitment:microsoft-japan-2026-training") { delivery } }');
    return (await fetch(`${server.url}/graphql?query=${query}`, { headers: { accept: 'application/json' } })).text();
  };
  expect(await deliver()).toContain('NOT_YET_DUE');
  now = `${LATE}T00:00:00Z`;
  expect(await deliver()).toContain('NO_EVIDENCE');
  await server.close();
  await engine.close();
});
