/** Client stores key records by `id`: fed the mission and queries from the other end, Apollo's and Relay's both answer rightly. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InMemoryCache } from '@apollo/client';
import { isAbstractType, parse, print } from 'graphql';
import relay from 'relay-runtime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import type { Engine } from '../src/engine/engine.ts';
import { inProject } from '../src/root.ts';
import { run } from './support/run.ts';
import { openSeeded } from './support/seeded.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openSeeded();
});
afterAll(() => engine.close());

const MISSION = readFileSync(inProject('schema', 'examples', '1-mission.graphql'), 'utf8');
/** The same links, read from their other ends. */
const POLICE =
  'query Police { agency(id: "agency:jp-national-police-agency") { name partners { edges { purpose confidence node { id name } } } } }';
const PLEDGE =
  'query Pledge { commitment(id: "commitment:microsoft-japan-2026") { id name parties { edges { role node { id name commitments(first: 2) { edges { role node { id name } } } } } } } }';
const QUERIES = { Mission: MISSION, Police: POLICE, Pledge: PLEDGE };

const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, item: unknown) => (key === '__typename' || /^__/.test(key) ? undefined : item)));

describe('Apollo', () => {
  const possibleTypes = Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter(isAbstractType)
      .map((type) => [type.name, schema.getPossibleTypes(type).map((one) => one.name)]),
  );

  async function readBack(queries: Readonly<Record<string, string>>): Promise<void> {
    const cache = new InMemoryCache({ possibleTypes });
    const documents = Object.values(queries).map((query) => cache.transformDocument(parse(query)));
    for (const query of documents) cache.writeQuery({ query, data: (await run(engine, print(query))).data });
    for (const [i, query] of Object.values(queries).entries())
      expect(plain(cache.readQuery({ query: documents[i]! }))).toEqual((await run(engine, query)).data);
  }

  test('answers both ends', () => readBack(QUERIES));

  test('would not, if edges had an id (so this test can fail)', async () => {
    const withId = (query: string) => query.replace('purpose', 'id: linkId purpose');
    const mission = withId('query M { organization(id: "organization:microsoft") { partners { edges { purpose node { id name } } } } }');
    await expect(readBack({ mission, police: withId(POLICE) })).rejects.toThrow();
  });
});

describe('Relay', () => {
  test('answers both ends', async () => {
    // Inside the project, so that what the compiler writes finds relay-runtime.
    mkdirSync(inProject('.cache'), { recursive: true });
    const folder = mkdtempSync(inProject('.cache', 'relay-'));
    const artifacts = await compile(folder, QUERIES);
    const environment = new relay.Environment({
      network: relay.Network.create(() => Promise.reject(new Error('no network'))),
      store: new relay.Store(new relay.RecordSource()),
    });
    const operations = artifacts.map((artifact) => relay.createOperationDescriptor(artifact, {}));
    for (const operation of operations) {
      const { data } = await run(engine, operation.request.node.params.text!);
      environment.commitPayload(operation, data as never);
    }
    for (const [i, query] of Object.values(QUERIES).entries()) {
      const { data, isMissingData } = environment.lookup(operations[i]!.fragment);
      expect(isMissingData).toBe(false);
      expect(plain(data)).toEqual((await run(engine, query)).data);
    }
  });
});

/** What relay-compiler makes of queries, against the printed schema. */
async function compile(folder: string, queries: Readonly<Record<string, string>>): Promise<relay.ConcreteRequest[]> {
  for (const name of ['src', 'out']) mkdirSync(join(folder, name));
  for (const [name, text] of Object.entries(queries))
    writeFileSync(join(folder, 'src', `${name}.js`), `graphql\`${text.replace(/query \w+/, `query ${name}Query`)}\`;`);
  const config = { src: './src', schema: '../../schema/schema.graphql', language: 'javascript', artifactDirectory: './out' };
  writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(config));
  execFileSync(process.execPath, [inProject('node_modules', 'relay-compiler', 'cli.js'), 'relay.config.json'], {
    cwd: folder,
    stdio: 'pipe',
  });
  const load = async (name: string) =>
    ((await import(join(folder, 'out', `${name}Query.graphql.js`))) as { default: relay.ConcreteRequest }).default;
  return Promise.all(Object.keys(queries).map(load));
}
