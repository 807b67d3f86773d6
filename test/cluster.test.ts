/** A cluster of Neo4j whose leader changes: what was not written is written by the new one, once; a real cluster needs a licence, so members are played. */
import { afterEach, expect, test } from 'vitest';
import { openNeo4j } from '../src/engine/neo4j.ts';
import { type Cluster, type Member, startMember } from './neo4j/bolt-member.ts';

const CREATE = { text: 'CREATE (n)', parameters: {} };
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function startCluster(): Promise<{ cluster: Cluster; members: readonly [Member, Member] }> {
  const cluster: Cluster = { members: [], leader: 0, told: 0 };
  const members = [await startMember(cluster), await startMember(cluster)] as const;
  cluster.members = members.map(({ port }) => port);
  [cluster.leader, cluster.told] = [members[0].port, members[0].port];
  for (const member of members) ends.push(member.close);
  return { cluster, members };
}

function open(scheme: string, port: number) {
  const address = { uri: `${scheme}://127.0.0.1:${port}`, username: 'neo4j', password: 'secret', database: '' };
  const engine = openNeo4j({ ...address, poolSize: 4, acquisitionTimeoutMs: 2000, orders: [] });
  ends.unshift(() => engine.close());
  return engine;
}

test('behind neo4j://, a write goes to whoever leads, and once', async () => {
  const { cluster, members } = await startCluster();
  const engine = open('neo4j', members[0].port);
  await engine.write([CREATE]);
  cluster.leader = members[1].port;
  await engine.write([CREATE]);
  expect(members.map(({ committed }) => committed.length)).toEqual([1, 1]);
  expect(await engine.read('RETURN 1 AS one', {}, { timeoutMs: 2000 })).toEqual([{ one: 1 }]);
});

test('behind bolt://, to a member that does not lead, it says so', async () => {
  const { cluster, members } = await startCluster();
  cluster.leader = members[1].port;
  const engine = open('bolt', members[0].port);
  await expect(engine.write([CREATE])).rejects.toMatchObject({
    code: 'ENGINE_UNAVAILABLE',
    message: expect.stringContaining('set NEO4J_URI=neo4j://') as string,
  });
  expect(members.flatMap(({ committed }) => committed)).toEqual([]);
});
