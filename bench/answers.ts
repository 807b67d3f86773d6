/** Sees that all servers answer alike, before anything is measured. */
import { deepStrictEqual } from 'node:assert';
import { createRandom } from '../test/support/random.ts';
import { organizationId, type Size } from './data.ts';
import { QUESTION, randomShapes, type Shape } from './question.ts';
import type { Running } from './servers.ts';

/** Sets of ids to ask for, sorted: @neo4j/graphql gives its roots in the order of a field. */
export function randomIds(size: Size, seed: number, count = 5): string[] {
  const random = createRandom(seed);
  const numbers = new Set<number>();
  while (numbers.size < count) numbers.add(random.int(size.organizations));
  return [...numbers].map(organizationId).sort();
}

export const bodyOf = (server: Running, shape: Shape, ids: readonly string[]): string =>
  JSON.stringify({ query: server.ask(shape), variables: { ids } });

export async function ask({ url, letter }: Running, body: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) },
    body,
  });
  const { data, errors } = (await response.json()) as { data?: { organizations: unknown }; errors?: unknown };
  if (errors) throw new Error(`(${letter}) ${JSON.stringify(errors)} for ${body}`);
  return data!.organizations;
}

/** A connection as the list of its nodes. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, one) => (one && typeof one === 'object' && 'nodes' in one ? one.nodes : one));

/** Throws where two servers differ; the first is the measure. Tells how many answers were compared. */
export async function checkAnswers(servers: readonly Running[], size: Size, count: number): Promise<number> {
  let compared = 0;
  async function compare(shape: Shape, asked: readonly Running[], ids: readonly string[]): Promise<void> {
    const answers = await Promise.all(asked.map((server) => ask(server, bodyOf(server, shape, ids)).then(plain)));
    for (const [i, answer] of answers.entries()) deepStrictEqual(answer, answers[0], `(${asked[i]!.letter}) answers otherwise`);
    compared += answers.length;
  }
  for (let i = 0; i < count; i++) await compare(QUESTION, servers, randomIds(size, i));
  const general = servers.filter((one) => one.answersAny);
  for (const [i, shape] of randomShapes(count, 7).entries()) await compare(shape, general, randomIds(size, i));
  return compared;
}
