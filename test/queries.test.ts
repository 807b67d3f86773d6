/** Golden queries: the data and the statements of each stand beside it and are reviewed in the diff; `npm test -- -u` records them anew. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Executed } from '../src/context.ts';
import type { Engine } from '../src/engine/engine.ts';
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

test('the mission is one statement', async () => {
  const { executed, data } = await run(engine, readFileSync(inProject('schema', 'examples', '1-mission.graphql'), 'utf8'));
  expect(executed).toHaveLength(1);
  const { organization } = data as {
    organization: { partners: { edges: { node: { name: string; units: { edges: { contested: boolean; node: { name: string } }[] } } }[] } };
  };
  const police = organization.partners.edges.find(({ node }) => node.name === 'National Police Agency');
  expect(police?.node.units.edges).toContainEqual(
    expect.objectContaining({ contested: true, node: expect.objectContaining({ name: 'Digital Crime Unit' }) }),
  );
});
