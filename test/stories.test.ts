/** The stories of `docs/stories.md`: each query is asked, and has the answer that stands below it. `vitest -u` writes the answers anew. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { inProject } from '../src/root.ts';
import { run } from './support/run.ts';
import { openAllSeeds } from './support/seeded.ts';

const FILE = inProject('docs', 'stories.md');
const STORY = /```graphql\n([\s\S]*?)```\n\n```json\n[\s\S]*?```/g;

/** JSON with whatever fits on one line. */
function written(value: unknown, indent = ''): string {
  const line = JSON.stringify(value, null, 1).replace(/\n */g, ' ');
  if (indent.length + line.length <= WIDTH || typeof value !== 'object' || value === null) return line;
  const deeper = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((one) => deeper + written(one, deeper))
    : Object.entries(value).map(([key, one]) => `${deeper}${JSON.stringify(key)}: ${written(one, deeper)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}
const WIDTH = 120;

let engine: Engine;
beforeAll(async () => {
  engine = await openAllSeeds();
});
afterAll(() => engine.close());

test('ten stories are as they are told', async () => {
  let told = readFileSync(FILE, 'utf8');
  const stories = [...told.matchAll(STORY)];
  expect(stories).toHaveLength(10);
  for (const [story, query] of stories) {
    const { data, errors } = await run(engine, query!);
    expect(errors).toBeUndefined();
    told = told.replace(story, () => `\`\`\`graphql\n${query}\`\`\`\n\n\`\`\`json\n${written(data)}\n\`\`\``);
  }
  await expect(told).toMatchFileSnapshot(FILE);
});
