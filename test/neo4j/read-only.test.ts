/** A database that takes no writes is served as it is, and a write to it is refused clearly. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from '../../src/root.ts';
import { call, served, start } from '../support/cli.ts';
import { newFolder } from '../support/folder.ts';
import { environmentOf, startNeo4j } from './server.ts';

type Server = Awaited<ReturnType<typeof startNeo4j>>;
let server: Server;
const environment = () => ({ ...environmentOf(server), DATA_DIR: newFolder(), PORT: '0' });

/** The same database again, to be only read. */
async function makeReadOnly({ home, port, process }: Server): Promise<Server> {
  const ended = new Promise((resolve) => process.once('exit', resolve));
  process.stdin!.end();
  await ended;
  return startNeo4j({ home, port, isReadOnly: true });
}

beforeAll(async () => {
  server = await startNeo4j();
  const { code, stderr } = await call(['seed'], environment());
  if (code) throw new Error(stderr);
  server = await makeReadOnly(server);
}, 300_000);
afterAll(() => server.stop());

test('what it holds is served', async () => {
  const child = start(['serve'], environment());
  const url = await served(child);
  const reply = await fetch(`${url}/graphql?query={place(id:"place:japan"){name}}`);
  expect(await reply.json()).toEqual({ data: { place: { name: 'Japan' } } });
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await ended;
});

test('a write to it is refused, and says by whom', async () => {
  const { code, stderr } = await call(['seed', inProject('docs', 'first-seed.yaml')], environment());
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr: `Neo4j at ${server.uri} lets NEO4J_USERNAME only read, and there is something to write. Nothing was changed. (STORE_READ_ONLY)\n`,
  });
});
