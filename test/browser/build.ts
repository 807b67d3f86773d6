/** Builds the explorer before tests look at it, where what it is made of is newer than what was built. */
import { join } from 'node:path';
import { build } from 'vite';
import { inProject } from '../../src/root.ts';
import { changedAt, newestIn } from '../support/build.ts';

const SOURCES = inProject('src', 'explorer');

export default async function setup(): Promise<void> {
  if (newestIn(SOURCES) < changedAt(inProject('dist', 'explorer', 'index.html'))) return;
  // Servers that run meanwhile serve what was built before: it stays.
  await build({ configFile: join(SOURCES, 'vite.config.ts'), logLevel: 'error', build: { emptyOutDir: false } });
}
