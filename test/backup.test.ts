/** A backup holds the whole graph of one moment, in a file that is whole or not there; restored, the graph exports the same. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Engine } from '../src/engine/engine.ts';
import { openGrafeo } from '../src/engine/grafeo.ts';
import { IN_MEMORY } from '../src/engine/grafeo-file.ts';
import { prepareStore } from '../src/engine/store.ts';
import { backUp } from '../src/export/backup.ts';
import { exportNdjson } from '../src/export/ndjson.ts';
import { importNdjson } from '../src/ingest/ndjson.ts';
import { readStored } from '../src/ingest/stored.ts';
import { verifyStore } from '../src/ingest/verify.ts';
import { call as callCli, served, start } from './support/cli.ts';
import { newFolder } from './support/folder.ts';
import { loadSeeds } from './support/load.ts';
import { openEmpty } from './support/store.ts';
import { seedOfVersion, versionOf } from './support/versions.ts';

const folder = newFolder();
/** The command line on the embedded engine, whichever is asked otherwise. */
const EMBEDDED = { NEO4J_URI: '' };
const call = (args: readonly string[], environment: Record<string, string>) => callCli(args, { ...EMBEDDED, ...environment });
const file = join(folder, 'graph.backup');

async function textOf(engine: Engine): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportNdjson(engine)) lines.push(line);
  return lines.join('');
}

/** What a backup restores to, checked, on an engine of its own. */
async function restored(backup: string): Promise<{ text: string; versions: number }> {
  const engine = openGrafeo(IN_MEMORY);
  await prepareStore(engine);
  await importNdjson(engine, backup);
  await verifyStore(engine);
  const found = { text: await textOf(engine), versions: (await readStored(engine)).length };
  await engine.close();
  return found;
}

describe('a backup', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEmpty();
    for (const day of [0, 1, 2]) await loadSeeds(engine, [seedOfVersion(day, { links: 20 })]);
    await loadSeeds(engine, [seedOfVersion(0, { source: 'odd', links: 1 })]);
    await loadSeeds(engine, [seedOfVersion(2, { links: 20 })], { prune: true }); // takes "odd" back
  });
  afterAll(() => engine.close());

  test('holds all history, and restores to equal exports', async () => {
    const text = await textOf(engine);
    expect(text).toContain('retractedAt');
    expect(text).toContain('changedAt');
    await backUp(engine, file);
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect((await restored(file)).text).toBe(text);
  });

  test('taken while versions are written is of one of them', async () => {
    let isDone = false;
    const taken: string[] = [];
    const write = async () => {
      for (let day = 3; day < 7; day++) {
        const before = taken.length;
        await loadSeeds(engine, [seedOfVersion(day, { links: 10 })]);
        while (taken.length === before) await sleep(20); // until one could be read
      }
      isDone = true;
    };
    const writing = write();
    while (!isDone) {
      const backup = join(folder, `taken-${taken.length}`);
      await backUp(engine, backup);
      taken.push(backup);
    }
    await writing;
    const found = [];
    for (const backup of taken) found.push((await restored(backup)).versions);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(new Set(found).size, 'some were taken between writes').toBeGreaterThan(1);
    for (const backup of taken) rmSync(backup);
  });

  test('of a read that a write came into is begun anew, and given up at last', async () => {
    let writes = 2;
    const disturbed: Engine = {
      ...engine,
      read: async (text, ...more) => {
        const rows = await engine.read(text, ...more);
        if (text.includes('(n:LinkKey)') && writes-- > 0)
          await engine.write([{ text: 'MATCH (s:Store) SET s.generation = s.generation + 1', parameters: {} }]);
        return rows;
      },
    };
    await backUp(disturbed, file);
    expect((await restored(file)).text).toBe(await textOf(engine));
    writes = Number.POSITIVE_INFINITY;
    const before = readFileSync(file, 'utf8');
    await expect(backUp(disturbed, file)).rejects.toMatchObject({ message: expect.stringContaining('STORE_CONFLICT') as string });
    expect(readFileSync(file, 'utf8'), 'the backup before it stays').toBe(before);
    expect(readdirSync(folder)).toEqual(['graph.backup']);
  });
});

describe('on the command line, beside the process that writes', () => {
  const DATA_DIR = join(folder, 'data');
  const seed = join(folder, 'large.yaml');
  const write = (number: number) => writeFileSync(seed, stringify(versionOf(number, { links: 1000 })));
  const restoreTo = async (name: string, backup: string): Promise<string> => {
    const environment = { DATA_DIR: join(folder, name) };
    expect(await call(['restore', backup], environment)).toMatchObject({ code: 0, stderr: '' });
    return (await call(['export', 'ndjson'], environment)).stdout;
  };

  test('a server serves on, and the backup is all that it holds', async () => {
    const child = start(['serve'], { ...EMBEDDED, DATA_DIR, PORT: '0' });
    const url = await served(child);
    const before = readdirSync(DATA_DIR);
    expect(await call(['backup', file], { DATA_DIR })).toMatchObject({ code: 0, stdout: `${file} written\n`, stderr: '' });
    expect(await call(['verify'], { DATA_DIR })).toMatchObject({ code: 0, stderr: '' });
    expect((await call(['export', 'ndjson'], { DATA_DIR })).stdout).toBe(readFileSync(file, 'utf8'));
    expect((await fetch(`${url}/ready`)).status).toBe(200);
    expect(readdirSync(DATA_DIR)).toEqual(before);
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('close', resolve));
    expect(await restoreTo('of-server', file)).toBe((await call(['export', 'ndjson'], { DATA_DIR })).stdout);
  });

  test('backups taken while a seed is loaded hold what was before, or what is after', async () => {
    write(0);
    const environment = { DATA_DIR: join(folder, 'busy') };
    await call(['seed', seed], environment);
    const before = (await call(['export', 'ndjson'], environment)).stdout;
    write(1);
    const child = start(['seed', seed], { ...EMBEDDED, ...environment });
    const ended = new Promise((resolve) => child.once('close', resolve));
    const taken: string[] = [];
    while (child.exitCode === null) {
      const backup = join(folder, `busy-${taken.length}`);
      expect(await call(['backup', backup], environment)).toMatchObject({ code: 0, stderr: '' });
      taken.push(backup);
    }
    await ended;
    const after = (await call(['export', 'ndjson'], environment)).stdout;
    for (const backup of taken) expect([before, after]).toContain(readFileSync(backup, 'utf8'));
    expect(await restoreTo('not-busy', taken[0]!)).toBe(readFileSync(taken[0]!, 'utf8'));
  });
});

describe('a restore', () => {
  test('refuses what is not empty, and a backup that was cut or changed, and writes nothing then', async () => {
    const environment = { DATA_DIR: join(folder, 'of-server') };
    expect(await call(['restore', file], environment)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('the graph is not empty') as string,
    });
    const text = readFileSync(file, 'utf8');
    const lines = text.split('\n');
    const wrong: [string, string][] = [
      [text.slice(0, text.length / 2), 'the file was cut'],
      [lines.slice(0, -2).join('\n'), 'the file was cut'],
      [lines.toSpliced(20, 1).join('\n'), 'the file was changed'],
      [text.replace('"name":"Microsoft"', '"name":"Macrosoft"'), 'the file was changed'],
      [`${text}{}\n`, 'stands after the end'],
    ];
    const empty = { DATA_DIR: join(folder, 'empty') };
    for (const [content, message] of wrong) {
      const bad = join(folder, 'bad');
      writeFileSync(bad, content);
      expect(content).not.toBe(text);
      expect(await call(['restore', bad], empty)).toMatchObject({ code: 1, stderr: expect.stringContaining(message) as string });
    }
    expect(await call(['restore', file], empty)).toMatchObject({ code: 0 });
  });

  test('a folder that holds no graph is told as such, and nothing is made there', async () => {
    mkdirSync(join(folder, 'nothing'));
    for (const args of [['backup', join(folder, 'x')], ['verify'], ['export', 'ndjson']])
      expect(await call(args, { DATA_DIR: join(folder, 'nothing') })).toMatchObject({
        code: 3,
        stdout: '',
        stderr: expect.stringContaining('STORE_MISSING') as string,
      });
    expect(readdirSync(join(folder, 'nothing'))).toEqual([]);
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });
});
