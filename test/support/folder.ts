/** Folders for a test file, gone when it ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function newFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, 'pledgegraph-'));
  made.push(folder);
  return folder;
}
