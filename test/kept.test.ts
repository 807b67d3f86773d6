/** What is kept from one request for the next, plans and texts of statements, and that there is an end to it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { keepTexts } from '../src/plan/bind.ts';
import { Plan } from '../src/plan/plan.ts';
import { keepPlans } from '../src/plan/plans.ts';
import * as statement from '../src/plan/statement.ts';
import { run } from './support/run.ts';
import { type Served, serve } from './support/serve.ts';
import { openEmpty } from './support/store.ts';

/** Who makes plans, and who makes texts of them. */
const watched = () => ({ planned: vi.spyOn(Plan.prototype, 'visit'), assembled: vi.spyOn(statement, 'rootText') });
let { planned, assembled }: Partial<ReturnType<typeof watched>> = {};
beforeEach(() => {
  ({ planned, assembled } = watched());
});
afterEach(() => void vi.restoreAllMocks());

describe('over HTTP', () => {
  let server: Served;
  beforeAll(async () => {
    server = await serve();
  });
  afterAll(() => server.close());

  test('the same request a thousand times is planned, and its text made, once', async () => {
    const ask = () => server.post('{ place(id: "place:japan") { name located(first: 3) { nodes { name } } } }');
    expect((await ask()).body.data).toMatchObject({ place: { name: 'Japan' } });
    expect([planned!.mock.calls.length > 0, assembled!.mock.calls.length]).toEqual([true, 1]);
    const before = planned!.mock.calls.length;
    for (let i = 0; i < 1000; i++) await ask();
    expect([planned!.mock.calls.length, assembled!.mock.calls.length]).toEqual([before, 1]);
  });

  test('so are other values of its variables', async () => {
    const query = 'query($id: ID!, $n: Int) { place(id: $id) { name commitments(first: $n) { nodes { name } } } }';
    await server.post(query, { variables: { id: 'place:japan', n: 1 } });
    const before = planned!.mock.calls.length;
    for (const [id, n] of [
      ['place:tokyo', 2],
      ['place:osaka', 5],
    ] as const)
      await server.post(query, { variables: { id, n } });
    expect([planned!.mock.calls.length, assembled!.mock.calls.length]).toEqual([before, 1]);
  });
});

describe('there is an end to', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = { ...(await openEmpty()), read: async () => [] };
  });
  afterAll(() => engine.close());
  const MANY = 95;
  /** An operation of many links, like no other. */
  const large = (number: number, where = ''): string =>
    `{ organization(id: "organization:n${number}") { ${Array.from({ length: MANY }, (_, i) => `a${i}: commitments${where} { totalCount }`).join(' ')} } }`;
  const FIRST = '{ organization(id: "organization:first") { name } }';

  test('the plans that are kept', async () => {
    await run(engine, FIRST);
    planned!.mockClear();
    await run(engine, FIRST);
    expect(planned).not.toHaveBeenCalled();
    for (let i = 0; i < 40; i++) await run(engine, large(i));
    planned!.mockClear();
    await run(engine, FIRST);
    expect(planned).toHaveBeenCalled();
  });

  test('the texts that are kept, sooner than to the plans they are of', async () => {
    const long = `(where: {and: [${'{node: {overdueOn: "2031-01-01"}} '.repeat(5)}]})`;
    keepPlans(100_000_000);
    keepTexts(8_000_000);
    await run(engine, FIRST);
    assembled!.mockClear();
    await run(engine, FIRST);
    expect(assembled).not.toHaveBeenCalled();
    let characters = 0;
    for (let i = 0; i < 8; i++) characters += (await run(engine, large(1000 + i, long))).executed[0]!.text.length;
    expect(characters).toBeGreaterThan(4_000_000);
    planned!.mockClear();
    assembled!.mockClear();
    await run(engine, FIRST);
    expect([planned!.mock.calls.length, assembled!.mock.calls.length]).toEqual([0, 1]);
  });
});
