/** Measures: requests a second on the question, and the time to the answer to a shape never seen. */
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { ask, bodyOf, randomIds } from './answers.ts';
import type { Size } from './data.ts';
import { QUESTION, randomShapes } from './question.ts';
import type { Running } from './servers.ts';

export const CONNECTIONS = [1, 8] as const;
const [WARM_UPS, ROUNDS, SECONDS, BODIES] = [2, 4, 5, 200];

/** Requests a second of each server, by connections. */
export type Rates = ReadonlyMap<Running, readonly number[]>;

/** All servers one after the other, round after round, so that what disturbs the machine disturbs all. */
export async function measureQuestion(servers: readonly Running[], size: Size, say: (text: string) => void): Promise<Rates> {
  for (let i = 0; i < WARM_UPS; i++) for (const server of servers) await run(server, size, 8);
  const sums = new Map(servers.map((server) => [server, CONNECTIONS.map(() => 0)]));
  for (let round = 1; round <= ROUNDS; round++)
    for (const [i, connections] of CONNECTIONS.entries())
      for (const server of servers) {
        const rate = await run(server, size, connections);
        sums.get(server)![i]! += rate / ROUNDS;
        say(`round ${round}, ${connections} connections, (${server.letter}) ${server.name}: ${Math.round(rate)} requests/s`);
      }
  return sums;
}

async function run(server: Running, size: Size, connections: number): Promise<number> {
  const requests = Array.from({ length: BODIES }, (_, i) => ({ body: bodyOf(server, QUESTION, randomIds(size, 1000 + i)) }));
  const result = await autocannon({
    url: server.url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    connections,
    duration: SECONDS,
    requests,
    verifyBody: (body: string) => !body.includes('"errors"'),
  } as autocannon.Options);
  const failed = result.non2xx + result.errors + result.timeouts + result.mismatches;
  if (failed) throw new Error(`(${server.letter}) failed ${failed} times`);
  return result.requests.total / result.duration;
}

const [SHAPES, BLOCK, QUIET_MS] = [200, 20, 2000];

/** The median time to the answer to a shape never seen, in milliseconds. */
export async function measureNewShapes(
  servers: readonly Running[],
  size: Size,
  say: (text: string) => void,
): Promise<ReadonlyMap<Running, number>> {
  const general = servers.filter((one) => one.answersAny);
  const times = new Map(general.map((server) => [server, [] as number[]]));
  const shapes = randomShapes(SHAPES + BLOCK, 11);
  // In blocks, with a pause after each: what a server does beside its answers burdens its own next answer, but no other server's.
  for (let at = 0; at < shapes.length; at += BLOCK)
    for (const server of rotated(general, at / BLOCK)) {
      for (const [i, shape] of shapes.slice(at, at + BLOCK).entries()) {
        const body = bodyOf(server, shape, randomIds(size, at + i));
        const start = performance.now();
        await ask(server, body);
        if (at > 0) times.get(server)!.push(performance.now() - start); // the first block warms up
      }
      await sleep(QUIET_MS);
    }
  say(`${SHAPES} shapes never seen: measured`);
  return new Map([...times].map(([server, all]) => [server, median(all)]));
}

/** Whoever comes first in a block finds the database the coldest: each does in turn. */
const rotated = <Item>(items: readonly Item[], by: number): Item[] => items.map((_, i) => items[(i + by) % items.length]!);

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
