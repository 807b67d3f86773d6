/** Golden queries: the data and the statements of each stand beside it and are reviewed in the diff; `npm run record` records them anew. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import type { Executed } from '../src/plan/context.ts';
import { inProject } from '../src/root.ts';
import { type Answer, run } from './support/run.ts';
import { openAllSeeds } from './support/seeded.ts';

const inFolder = (...parts: string[]) =>
  readdirSync(inProject(...parts))
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => inProject(...parts, file));
const files = [...inFolder('schema', 'examples'), ...inFolder('test', 'queries')];

let engine: Engine;
beforeAll(async () => {
  engine = await openAllSeeds();
});
afterAll(() => engine.close());

const statementOf = ({ text, parameters }: Executed): string => `// ${JSON.stringify(parameters)}\n${text}\n`;
const pretty = ({ data, errors }: Answer): string => `${JSON.stringify({ data, errors }, null, 2)}\n`;

test.each(files)('%s', async (file) => {
  const name = basename(file, '.graphql');
  const variables = readVariables(file.replace('.graphql', '.json'));
  const answer = await run(engine, readFileSync(file, 'utf8'), variables);
  await expect(pretty(answer)).toMatchFileSnapshot(inProject('test', 'queries', `${name}.result.json`));
  await expect(answer.executed.map(statementOf).join('\n')).toMatchFileSnapshot(inProject('test', 'queries', `${name}.cypher`));
  const levels = await run(engine, readFileSync(file, 'utf8'), variables, 'levels');
  expect(levels.data, 'one statement a level gives the same').toEqual(answer.data);
});

function readVariables(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

const ONE_STATEMENT = [
  ['schema/examples/1-mission', /"Digital Crime Unit"/],
  ['test/queries/five-links-deep', /"offices":\{"edges":\[\{"title":/],
] as const;

test.each(ONE_STATEMENT)('%s is one statement, to its last link', async (name, end) => {
  const { executed, data } = await run(engine, readFileSync(inProject(`${name}.graphql`), 'utf8'));
  expect(executed).toHaveLength(1);
  expect(JSON.stringify(data)).toMatch(end);
});

test('no example names a day, which would grow stale', () => {
  const examples = inFolder('schema', 'examples');
  expect(examples.filter((file) => /"\d{4}(-\d\d)*["T]/.test(readFileSync(file, 'utf8')))).toEqual([]);
  expect(examples.length).toBeGreaterThan(0);
});

test('every record is that of a query', () => {
  const names = files.map((file) => basename(file, '.graphql'));
  const wanted = names.flatMap((name) => [`${name}.cypher`, `${name}.result.json`]);
  const recorded = readdirSync(inProject('test', 'queries')).filter((file) => /\.(cypher|result\.json)$/.test(file));
  expect(recorded.filter((file) => !wanted.includes(file))).toEqual([]);
});
