/** The programs that a document shows, imported as they stand there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../src/root.ts';
import { newFolder } from './folder.ts';
import { blocksOf, textOf } from './pages.ts';

/** What the ```js blocks of a document export. */
export async function importSnippets(document: string): Promise<Record<string, unknown>> {
  // Inside the project, so that they find its packages.
  mkdirSync(inProject('.cache'), { recursive: true });
  const folder = newFolder(inProject('.cache'));
  const modules = await Promise.all(
    blocksOf(textOf(document), 'js').map((code, i) => {
      const file = join(folder, `snippet-${i}.js`);
      writeFileSync(file, code);
      return import(file) as Promise<Record<string, unknown>>;
    }),
  );
  return Object.assign({}, ...modules) as Record<string, unknown>;
}
