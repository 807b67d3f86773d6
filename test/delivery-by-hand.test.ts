/** Did it happen, by hand: what the seed promises, when it is due, and what was seen of it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { run } from './support/run.ts';
import { openSeeded } from './support/seeded.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openSeeded();
});
afterAll(() => engine.close());

const ask = async (query: string) => (await run(engine, query)).data as never;
const TRAINING = 'commitment:microsoft-japan-2026-training';

test('the training is overdue on 2031-01-01 and not on 2027-01-01', async () => {
  const data = await ask(`{
    commitment(id: "${TRAINING}") { late: isOverdue(on: "2031-01-01") early: isOverdue(on: "2027-01-01") word: delivery(on: "2031-01-01") }
    late: commitments(where: {overdueOn: "2031-01-01", id: {eq: "${TRAINING}"}}) { totalCount }
    early: commitments(where: {overdueOn: "2027-01-01"}) { totalCount }
  }`);
  expect(data).toEqual({
    commitment: { late: true, early: false, word: 'NO_EVIDENCE' },
    late: { totalCount: 1 },
    early: { totalCount: 0 },
  });
});

test('the 3.4 million people do not make the target of 2026 met', async () => {
  const data = await ask(`{
    organization(id: "organization:microsoft") { observations { nodes { quantity { value } } } }
    commitment(id: "${TRAINING}") { delivery(on: "2027-01-01") targets { nodes { latest { id } progress onTrack(on: "2027-01-01") unknowns { property reason } } } }
  }`);
  expect(data).toEqual({
    organization: { observations: { nodes: [{ quantity: { value: '3400000' } }] } },
    commitment: {
      delivery: 'NOT_YET_DUE',
      targets: {
        nodes: [{ latest: null, progress: null, onTrack: null, unknowns: [{ property: 'observations', reason: 'NOT_YET_DUE' }] }],
      },
    },
  });
});

test('what is due comes in the order it is due, and no date is due before its last day', async () => {
  const data =
    await ask(`{ a: dueCalendar(from: "2029-12-31", to: "2029-12-31") { edges { dueOn node { id } } } b: dueCalendar(to: "2029-12-30") { totalCount }
    c: dueCalendar(kinds: [TARGET], first: 1) { edges { dueOn node { name } } pageInfo { hasNextPage } } }`);
  expect(data).toEqual({
    a: {
      edges: [
        { dueOn: '2029', node: { id: 'commitment:microsoft-japan-2026' } },
        { dueOn: '2029', node: { id: 'commitment:microsoft-japan-2026-infrastructure' } },
      ],
    },
    b: { totalCount: 0 },
    c: { edges: [{ dueOn: '2030', node: { name: 'People trained in Japan' } }], pageInfo: { hasNextPage: false } },
  });
});
