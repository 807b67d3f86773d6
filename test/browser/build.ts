/** Builds the explorer before tests look at it, where what it is made of is newer than what was built. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { inProject } from '../../src/root.ts';

const SOURCES = inProject('src', 'explorer');

const timeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

export default async function setup(): Promise<void> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
  const newest = Math.max(...files.map((file) => timeOf(join(SOURCES, file))));
  if (newest < timeOf(inProject('dist', 'explorer', 'index.html'))) return;
  // Servers that run meanwhile serve what was built before: it stays.
  await build({ configFile: join(SOURCES, 'vite.config.ts'), logLevel: 'error', build: { emptyOutDir: false } });
}
