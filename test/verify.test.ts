/** Whatever column, row or document of a store is not as it must be is found and named; what follows from the documents is mended. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, Row } from '../src/engine/engine.ts';
import { exportNdjson } from '../src/export/ndjson.ts';
import { type LinkLine, type NodeLine, storedLinks, storedNodes } from '../src/export/stored.ts';
import { compareStored } from '../src/ingest/agreement.ts';
import { reprojectStore } from '../src/ingest/reproject.ts';
import { readStored } from '../src/ingest/stored.ts';
import { FaultyStoreError, verifyStore } from '../src/ingest/verify.ts';
import { loadSeeds } from './support/load.ts';
import { openSeeded } from './support/seeded.ts';
import { openEmpty } from './support/store.ts';
import { seedOfVersion } from './support/versions.ts';

let engine: Engine;
let right: string;

async function textOf(): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportNdjson(engine)) lines.push(line);
  return lines.join('');
}
async function open(): Promise<void> {
  engine = await openSeeded();
  for (const day of [0, 1, 3]) await loadSeeds(engine, [seedOfVersion(day, { links: 2 + day })]);
  await loadSeeds(engine, [seedOfVersion(2, { links: 3 })]); // what was stated on day 3 alone was never known
  right = await textOf();
}

const spoil = (text: string, p: Row = {}): Promise<void> => engine.write([{ text, parameters: { p } }]);
const complaint = (): Promise<string> =>
  verifyStore(engine).then(
    () => 'nothing',
    (error: unknown) => {
      expect(error).toBeInstanceOf(FaultyStoreError);
      return (error as Error).message;
    },
  );

describe('a store that is right', () => {
  beforeAll(open);
  afterAll(() => engine.close());

  test('is verified, and reprojecting writes nothing', async () => {
    expect(await complaint()).toBe('nothing');
    expect(await reprojectStore(engine)).toEqual({ written: 0, forgotten: 0 });
    expect(await textOf()).toBe(right);
  });

  test('what is empty is right too', async () => {
    await engine.close();
    engine = await openEmpty();
    expect(await verifyStore(engine)).toEqual({ nodes: 0, links: 0, documents: 0 });
  });
});

describe('every column of every kind', () => {
  beforeAll(open);
  afterAll(() => engine.close());

  test('is compared, and mended', async () => {
    const spoilt = await oneOfEachColumn();
    for (const { id, text } of spoilt) await spoil(text, { id, value: 'spoilt' });
    expect(spoilt.map(({ column }) => column)).toEqual(expect.arrayContaining(['foldedNames', 'recordedAt', 'changedAt']));
    const { differences } = await compareStored(engine, await readStored(engine));
    const found = differences.flatMap(({ id, stored }) =>
      Object.keys(stored!.values).flatMap((column) => (stored!.values[column] === 'spoilt' ? `${id} ${column}` : [])),
    );
    expect(new Set(found)).toEqual(new Set(spoilt.map(({ id, column }) => `${id} ${column}`)));
    expect(await complaint()).toMatch(
      /^The store is not what its documents say: \d+ faults .*(\n\S.* differs in \w.*){5}\n… and \d+ more$/,
    );
    expect(await reprojectStore(engine)).toEqual({ written: new Set(spoilt.map(({ id }) => id)).size, forgotten: 0 });
    expect(await textOf()).toBe(right);
  });
});

describe('what is missing, too much or half', () => {
  beforeAll(open);
  afterAll(() => engine.close());

  test.each([
    ['a node', 'MATCH (n:Entity {id: "agency:large-1"}) DETACH DELETE n', 'agency:large-1 is missing'],
    ['a link', 'MATCH (:Entity {id: "agency:large-0"})-[r:PARTNERS_WITH]-(:Entity {id: "organization:large"}) DELETE r', 'is missing'],
    ['a node that nobody states', 'CREATE (:Entity:Agency {id: "agency:nobody", name: "x"})', 'agency:nobody is stated by no document'],
    [
      'a node taken back',
      'MATCH (n:Entity {id: "agency:large-1"}) SET n.retractedAt = n.recordedAt',
      'agency:large-1 differs in retractedAt',
    ],
  ])('%s is told, and mended', async (_, text, message) => {
    await spoil(text);
    expect(await complaint()).toContain(message);
    await reprojectStore(engine);
    expect(await complaint()).toBe('nothing');
  });

  test.each([
    ['cut', 'd.content = substring(d.content, 0, 40)', 'cannot be read'],
    [
      'without its links',
      'd.content = replace(d.content, "\\"links\\":", "\\"lanks\\":")',
      'document:large@2020-01-01T00:00:00Z is not whole',
    ],
    ['of another day', 'd.recordedAt = "2019-01-01T00:00:00Z"', 'document:large@2020-01-01T00:00:00Z is not whole'],
  ])('a document %s is told', async (_, change, message) => {
    const match = 'MATCH (d:Document {id: "document:large@2020-01-01T00:00:00Z"})';
    const [kept] = await engine.read(`${match} RETURN properties(d) AS values`, {}, { timeoutMs: 60_000 });
    await spoil(`${match} SET ${change}`);
    await expect(verifyStore(engine)).rejects.toThrow(message);
    await spoil(`${match} SET d = $p.values`, kept);
    expect(await complaint()).toBe('nothing');
  });

  test('a link that is there twice is told', async () => {
    await spoil(
      'MATCH (a:Entity {id: "agency:large-0"})-[r:PARTNERS_WITH]->(b) WITH a, r, b LIMIT 1 CREATE (a)-[s:PARTNERS_WITH]->(b) SET s = properties(r)',
    );
    expect(await complaint()).toContain('is there twice');
  });
});

/** A row for each column that a kind or a link type has, and the statement that writes something else there. */
async function oneOfEachColumn(): Promise<{ id: string; column: string; text: string }[]> {
  const found = new Map<string, { id: string; column: string; text: string }>();
  const take = (one: NodeLine | LinkLine, kind: string, match: string) => {
    for (const column of Object.keys(one.values))
      if (column !== 'id') found.set(`${kind} ${column}`, { id: one.id, column, text: `${match} SET x.${column} = $p.value` });
  };
  const isForgotten = ({ values }: NodeLine | LinkLine) => values['retractedAt'] === values['recordedAt'];
  for await (const node of storedNodes(engine))
    if (node.kind !== 'Document' && !isForgotten(node)) take(node, node.kind, `MATCH (x:${node.kind} {id: $p.id})`);
  for await (const link of storedLinks(engine)) if (!isForgotten(link)) take(link, link.type, `MATCH ()-[x:${link.type} {id: $p.id}]->()`);
  return [...found.values()];
}
