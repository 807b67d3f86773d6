/** What every engine must do alike: run on the embedded engine, and on Neo4j where NEO4J_URI is set. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LABELS } from '../model/ids.ts';
import { type Engine, EngineError } from '../src/engine/engine.ts';
import { MODEL_VERSION } from '../src/engine/store.ts';
import { exportNdjson } from '../src/export/ndjson.ts';
import { SeedError } from '../src/ingest/document.ts';
import { importNdjson } from '../src/ingest/ndjson.ts';
import { dump } from './support/dump.ts';
import { newFolder } from './support/folder.ts';
import { openSeeded } from './support/seeded.ts';
import { openEmpty } from './support/store.ts';

const TIMEOUT = { timeoutMs: 60_000 };
let engine: Engine;
beforeAll(async () => {
  engine = await openEmpty();
});
afterAll(() => engine.close());

const one = async (text: string, p: Record<string, unknown> = {}) => (await engine.read(text, { p }, TIMEOUT))[0];

describe('values', () => {
  test('come back as they went in', async () => {
    const values = {
      text: '警察庁 \u{1F600} "\\\n',
      empty: '',
      integer: 10_000_000_000,
      negative: -1,
      fraction: 0.95,
      yes: true,
      texts: ['b', 'a', 'b'],
      none: null,
    };
    await engine.write([{ text: 'CREATE (n:Entity {id: $p.id}) SET n += $p.values', parameters: { p: { id: 'test:values', values } } }]);
    const row = await one(
      'MATCH (n:Entity {id: $p.id}) RETURN n.text AS text, n.empty AS empty, n.integer AS integer, n.negative AS negative, n.fraction AS fraction, n.yes AS yes, n.texts AS texts, n.none AS none',
      { id: 'test:values' },
    );
    expect(row).toEqual(values);
  });

  test('an integer that no number holds comes back as its digits, never rounded', async () => {
    expect(await one('RETURN 9007199254740993 AS big, [9007199254740993] AS list, 9007199254740991 AS most')).toEqual({
      big: '9007199254740993',
      list: ['9007199254740993'],
      most: 9007199254740991,
    });
  });

  test('lists of lists keep their order and nulls', async () => {
    expect(await one('RETURN [[1, null, "a"], [], [null]] AS x')).toEqual({ x: [[1, null, 'a'], [], [null]] });
  });
});

describe('writes', () => {
  test('are all or none', async () => {
    const create = (id: string) => ({ text: 'CREATE (n:Entity {id: $p.id})', parameters: { p: { id } } });
    await expect(engine.write([create('test:one'), { text: 'THIS IS NO CYPHER', parameters: {} }])).rejects.toThrow();
    await expect(engine.write([create('test:two'), create('test:two')])).rejects.toThrow();
    expect(await one('MATCH (n:Entity) WHERE n.id IN $p.ids RETURN count(n) AS n', { ids: ['test:one', 'test:two'] })).toEqual({ n: 0 });
  });

  test('an id names one node of a label', async () => {
    const merge = {
      text: 'MERGE (n:Entity {id: $p.id}) SET n:Person SET n = $p.values',
      parameters: { p: { id: 'test:person', values: { id: 'test:person', name: 'x' } } },
    };
    await engine.write([merge, merge]);
    expect(await one('MATCH (n:Person {id: $p.id}) RETURN count(n) AS n', { id: 'test:person' })).toEqual({ n: 1 });
  });

  test('preparing twice changes nothing', async () => {
    const before = await dump(engine);
    await engine.prepare();
    expect(await dump(engine)).toEqual(before);
  });
});

test('whatever is looked up by id has an index, before there is any', async () => {
  const empty = await openEmpty();
  const columns = empty.name === 'neo4j' ? ' YIELD labelsOrTypes, properties' : '';
  const rows = await empty.read(`SHOW INDEXES${columns}`, {}, TIMEOUT);
  const indexed = rows.flatMap(({ label, property, labelsOrTypes, properties }) =>
    [labelsOrTypes ?? label].flat().map((one) => `${one}.${[properties ?? property].flat()}`),
  );
  expect(indexed).toEqual(expect.arrayContaining(LABELS.map((label) => `${label}.id`)));
  await empty.close();
});

describe('reads', () => {
  test('a mistake in a statement is an error of ours, not of the engine’s being away', async () => {
    const error = await engine.read('MATCH (n RETURN n', {}, TIMEOUT).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(EngineError);
  });

  test('fail once their time is up', async () => {
    const size = engine.name === 'neo4j' ? 10_000 : 2_000;
    const slow = `UNWIND range(1, ${size}) AS a UNWIND range(1, ${size}) AS b WITH a * b AS c WHERE c % 7 = 3 RETURN count(c) AS x`;
    await expect(engine.read(slow, {}, { timeoutMs: 20 })).rejects.toMatchObject({
      code: 'ENGINE_TIMEOUT',
      message: expect.stringContaining('20 ms (ENGINE_TIMEOUT_MS)') as string,
    });
    expect(await one('RETURN 1 AS x')).toEqual({ x: 1 });
  });

  test('that nobody waits for are not begun', async () => {
    await expect(engine.read('RETURN 1 AS x', {}, { ...TIMEOUT, signal: AbortSignal.abort() })).rejects.toThrow();
  });

  test('order text by code points', async () => {
    expect(
      await one('UNWIND ["b", "B", "ä", "a", "警", "\u{1F600}", "\uFF41", "Z"] AS x WITH x ORDER BY x RETURN collect(x) AS x'),
    ).toEqual({ x: ['B', 'Z', 'a', 'b', 'ä', '警', '\uFF41', '\u{1F600}'] });
  });
});

describe('moving', () => {
  const file = join(newFolder(), 'all.ndjson');

  test('a graph that is exported and imported is the same', async () => {
    const from = await openSeeded();
    const lines: string[] = [];
    for await (const text of exportNdjson(from)) lines.push(text);
    writeFileSync(file, lines.join(''));
    const before = await dump(from);
    await expect(importNdjson(from, file)).rejects.toThrow('the graph is not empty');
    await from.close();
    const to = await openEmpty();
    expect(await importNdjson(to, file)).toEqual({ nodes: before.nodes.length, links: before.links.length });
    expect(await dump(to)).toEqual(before);
    await to.close();
  });

  test.each([
    ['', 1, 'is empty'],
    ['{"format":"other"}\n', 1, 'is not an export of a graph of model'],
    [`{"format":"pledgegraph","modelVersion":${MODEL_VERSION}}\nnonsense\n`, 2, 'is neither a node nor a link'],
    [
      `{"format":"pledgegraph","modelVersion":${MODEL_VERSION}}\n{"node":{"id":"x","kind":"Nothing","values":{}}}\n`,
      2,
      'is neither a node nor a link',
    ],
    [
      `{"format":"pledgegraph","modelVersion":${MODEL_VERSION}}\n{"link":{"id":"l","type":"ABOUT","from":"a","to":"b","values":{}}}\n`,
      2,
      '"a" exists nowhere above',
    ],
  ])('%j is refused, and nothing is written', async (text, line, message) => {
    const empty = await openEmpty();
    const before = await dump(empty);
    writeFileSync(file, text);
    const error = await importNdjson(empty, file).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SeedError);
    expect((error as SeedError).problems[0]).toMatchObject({ line, message: expect.stringContaining(message) as string });
    expect(await dump(empty)).toEqual(before);
    await empty.close();
  });
});
