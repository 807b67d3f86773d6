/** The command line: what it prints, what it ends with, and that it lets go of the graph. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { program } from '../src/commands/program.ts';
import { openGrafeo } from '../src/engine/grafeo.ts';
import { readSeedFiles } from '../src/ingest/files.ts';
import { inProject } from '../src/root.ts';
import { call, served, start } from './support/cli.ts';
import { dump } from './support/dump.ts';
import { newFolder } from './support/folder.ts';
import { RIGHT } from './support/seed-text.ts';

const COMMANDS = program.commands.map((command) => command.name());

test.each(COMMANDS)('%s --help tells its arguments and options, and does nothing', async (name) => {
  const { code, stdout, stderr } = await call([name, '--help'], { DATA_DIR: '/dev/null/nowhere' });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { registeredArguments, options } = program.commands.find((command) => command.name() === name)!;
  expect(stdout).toContain(`Usage: pledgegraph ${name} `);
  for (const one of registeredArguments) expect(stdout).toContain(`  ${one.name()}  `);
  for (const { flags } of options) expect(stdout).toContain(`  ${flags}  `);
});

describe('exit codes', () => {
  test('0 when done: seeding twice changes nothing', async () => {
    const [DATA_DIR, all] = [newFolder(), readSeedFiles([]).length];
    expect(await call(['seed'], { DATA_DIR })).toMatchObject({ code: 0, stdout: `${all} loaded, 0 unchanged\n`, stderr: '' });
    expect(await call(['seed', '--prune'], { DATA_DIR })).toMatchObject({ code: 0, stdout: `0 loaded, ${all} unchanged, 0 taken back\n` });
  });

  test('1 for wrong input, with file, line and what is wrong', async () => {
    const file = join(newFolder(), 'wrong.yaml');
    writeFileSync(file, RIGHT.replace('type: POLICE', 'type: COMPANY'));
    for (const command of ['check', 'seed']) {
      const { code, stderr } = await call([command, file], { DATA_DIR: newFolder() });
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringMatching(/wrong\.yaml:8: type "COMPANY" is none of MINISTRY/) as string,
      });
    }
    expect(await call(['check', 'nowhere.yaml'])).toMatchObject({ code: 1, stderr: expect.stringContaining('nowhere.yaml') as string });
  });

  test('2 for a wrong call', async () => {
    expect(await call([])).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage: pledgegraph COMMAND') as string });
    expect(await call(['fly'])).toMatchObject({ code: 2, stderr: expect.stringContaining('fly: no such command') as string });
    expect(await call(['check', '--prune'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('check takes no --prune') as string,
    });
    for (const option of ['--json', '--write'])
      expect(await call(['check', option])).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining(`${option} goes with --document`) as string,
      });
    expect(await call(['check', '--nonsense'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--nonsense') as string });
    expect(await call(['serve'], { PORT: 'http' })).toMatchObject({ code: 2, stderr: expect.stringContaining('PORT=http') as string });
  });

  test.each(COMMANDS)('2 for what %s does not take', async (name) => {
    expect(await call([name, '--nonsense'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(`${name} takes no --nonsense`) as string,
    });
    expect(await call([name, 'ndjson', 'a', 'b', '--write'])).toMatchObject({ code: 2, stdout: '' });
  });

  test('3 when the graph is held by another process, and which folder that is', async () => {
    const DATA_DIR = newFolder();
    const engine = await openGrafeo(DATA_DIR);
    expect(await call(['seed'], { DATA_DIR })).toMatchObject({
      code: 3,
      stderr: expect.stringContaining(`${DATA_DIR}/graph.grafeo is held by another process`) as string,
    });
    await engine.close();
  });

  test('3 when another version wrote the store', async () => {
    const DATA_DIR = newFolder();
    await call(['seed'], { DATA_DIR });
    const engine = await openGrafeo(DATA_DIR);
    await engine.write([{ text: 'MATCH (s:Store) SET s.modelVersion = 999', parameters: {} }]);
    await engine.close();
    const { code, stderr } = await call(['seed'], { DATA_DIR });
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringMatching(/written by model 999.*\(STORE_VERSION\)\n$/) as string });
    expect(stderr).toContain('Nothing was changed. First keep what it holds: "pledgegraph backup FILE".');
    expect(stderr, 'nothing that throws history away is advised').not.toMatch(/delete|remove|move .* away/i);
    const backup = join(newFolder(), 'graph.backup');
    expect(await call(['backup', backup], { DATA_DIR })).toMatchObject({ code: 0 });
    expect(readFileSync(backup, 'utf8')).toMatch(/^{"format":"pledgegraph","modelVersion":999,/);
    expect(await call(['restore', backup], { DATA_DIR: newFolder() })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is not an export of a graph of model') as string,
    });
  });
});

test('check --document --write fills in offsets and paragraphs and keeps everything else', async () => {
  const folder = newFolder();
  const [seed, document] = [join(folder, 'seed.yaml'), join(folder, 'document.txt')];
  writeFileSync(
    document,
    `A headline\r\n\r\nThe company 日本 pays for it all, and it works with B for a year or two, or even longer than that.\r\n${'More words that nobody quotes. '.repeat(3)}`,
  );
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256').update(readFileSync(document, 'utf8').replaceAll('\r\n', '\n')).digest('hex');
  writeFileSync(
    seed,
    RIGHT.replace('  title: A test', `  title: A test # kept\n  contentHash: "sha256:${hash}"`).replace(
      'paid: { statement: A pays., quote: pays }',
      'paid:\n    statement: A pays.\n    quote: pays # kept too\n    rank: NORMAL',
    ),
  );
  const before = readFileSync(seed, 'utf8');
  expect(await call(['check', '--document', document, '--write', seed])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/2 quotes found, covering \d+\.\d% of the text/) as string,
  });
  expect(readFileSync(seed, 'utf8')).toBe(
    before
      .replace('quote: works with B }', 'quote: works with B, start: 51, end: 63, paragraph: 2 }')
      .replace('quote: pays # kept too', 'quote: pays # kept too\n    start: 27\n    end: 31\n    paragraph: 2'),
  );
  expect(await call(['check', '--document', document, seed])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(': EXACT 51-63 in paragraph 2 "works with B"') as string,
  });
  const { stdout } = await call(['check', '--document', document, '--json', seed]);
  expect(JSON.parse(stdout)).toMatchObject({
    quotes: [
      { claim: 'said', finding: 'EXACT', places: [{ start: 51, end: 63, paragraph: 2 }] },
      { claim: 'paid', finding: 'EXACT', places: [{ start: 27, end: 31, paragraph: 2 }] },
    ],
    problems: [],
  });

  writeFileSync(seed, readFileSync(seed, 'utf8').replace('start: 51, end: 63', 'start: 50, end: 62'));
  const wrong = await call(['check', '--document', document, seed]);
  expect(wrong).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('seed.yaml:12: the quote stands at 51 to 63 in paragraph 2') as string,
  });
});

test('print-schema prints what is committed', async () => {
  expect((await call(['print-schema'])).stdout).toBe(readFileSync(inProject('schema', 'schema.graphql'), 'utf8'));
  expect((await call(['print-schema', '--seeds'])).stdout).toBe(readFileSync(inProject('seeds', 'seed.schema.json'), 'utf8'));
});

describe('serve', () => {
  const DATA_DIR = newFolder();
  let child: ReturnType<typeof start>;
  let url: string;
  beforeAll(async () => {
    child = start(['serve'], { DATA_DIR, PORT: '0' });
    url = await served(child);
  });
  afterAll(() => child.kill('SIGKILL'));

  test('seeds an empty graph and answers', async () => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ organization(id: "organization:microsoft") { name } }' }),
    });
    expect(await response.json()).toEqual({ data: { organization: { name: 'Microsoft' } } });
  });

  test('stops when it is told to, and lets go of the graph', async () => {
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(readdirSync(DATA_DIR), 'what was logged is in the file').toEqual(['graph.grafeo']);
    const engine = await openGrafeo(DATA_DIR);
    expect((await dump(engine)).links.length).toBeGreaterThan(100);
    await engine.close();
  });
});
