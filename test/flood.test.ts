/** A flood of documents, each like no other, in a heap that is far smaller than all they would retain. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { inProject } from './../src/root.ts';

const HEAP_MB = 220;
const run = (file: string, flags: readonly string[], args: readonly string[] = []): Promise<string> =>
  promisify(execFile)(process.execPath, [...flags, '--import', 'tsx', inProject('test', 'support', file), ...args], {
    cwd: inProject(),
  }).then(({ stdout }) => stdout);
const flood = (name: string, cacheBytes: number): Promise<string> =>
  run('flood.ts', [`--max-old-space-size=${HEAP_MB}`], [name, String(cacheBytes)]);

describe('a server outlives', () => {
  test.each(['documents', 'documents that do not fit', 'documents that are not GraphQL', 'plans', 'stored documents'])(
    'a flood of %s',
    async (name) => expect(await flood(name, 16_000_000)).toBe('survived\n'),
  );

  test('them by the budget of its caches alone', async () => {
    await expect(flood('documents', 2_000_000_000)).rejects.toThrow('heap out of memory');
  });
});

test('no document or plan retains more than it is weighed', async () => {
  const weighed = JSON.parse(await run('retained.ts', ['--expose-gc'])) as { name: string; retained: number; weighed: number }[];
  expect(weighed.length).toBeGreaterThan(15);
  for (const one of weighed) {
    expect(one.retained, one.name).toBeLessThanOrEqual(one.weighed);
    expect(one.weighed / one.retained, `${one.name}: nor is it weighed far too heavy`).toBeLessThan(8);
  }
});
