/** What only the embedded engine does: how deep expressions may nest, and how many statements run at once. */
import grafeo from '@grafeo-db/js';
import { afterEach, expect, test, vi } from 'vitest';
import { openGrafeo } from '../src/engine/grafeo.ts';
import { IN_MEMORY } from '../src/engine/grafeo-file.ts';
import { serve } from './support/serve.ts';

afterEach(() => void vi.restoreAllMocks());

test('expressions nested more than 64 levels deep are refused, and what the engine said is for the log', async () => {
  const every = (inner: string) => `{parts: {every: {node: ${inner}}}}`;
  const filter = every(every(every('{delivery: {on: "2031-01-01", eq: MET}}')));
  const server = await serve({ MAX_COST: '1000000' });
  const { body } = await server.post(`{ commitments(where: ${filter}) { totalCount } }`);
  await server.close();
  expect(body.errors).toMatchObject([
    {
      message: 'The database cannot take what is asked: nest filters and links less deep, or ask for less at once.',
      extensions: { code: 'QUERY_TOO_COMPLEX' },
    },
  ]);
  expect(JSON.stringify(server.logged)).toContain('Maximum nesting depth of 64 exceeded');
});

/** Counts how many statements run at the same time. */
function watchStatements() {
  const { executeCypher } = grafeo.GrafeoDB.prototype;
  const seen = { now: 0, most: 0, begun: 0 };
  vi.spyOn(grafeo.GrafeoDB.prototype, 'executeCypher').mockImplementation(async function (this: object, ...given) {
    seen.most = Math.max(seen.most, ++seen.now);
    seen.begun++;
    return Reflect.apply(executeCypher, this, given).finally(() => seen.now--);
  });
  return seen;
}

const SLOW = 'UNWIND range(1, 400) AS a UNWIND range(1, 400) AS b WITH a * b AS c WHERE c % 7 = 3 RETURN count(c) AS x';

test('eight statements run at once, the others wait', async () => {
  const engine = openGrafeo(IN_MEMORY);
  const seen = watchStatements();
  const read = () => engine.read(SLOW, {}, { timeoutMs: 60_000 });
  const answers = await Promise.all(Array.from({ length: 24 }, read));
  expect(new Set(answers.map((rows) => rows[0]!['x'])).size).toBe(1);
  expect(seen).toEqual({ now: 0, most: 8, begun: 24 });
  await engine.close();
});

test('of those whose time is up while they wait none is begun', async () => {
  const engine = openGrafeo(IN_MEMORY);
  const seen = watchStatements();
  const reads = Array.from({ length: 24 }, () => engine.read(SLOW, {}, { timeoutMs: 5 }));
  const ends = await Promise.allSettled(reads);
  expect(ends.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(8);
  await engine.read('RETURN 1 AS x', {}, { timeoutMs: 60_000 });
  expect(seen.begun).toBeLessThan(24);
  await engine.close();
});
