/** The programs that a document shows, imported as they stand there. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../src/root.ts';
import { newFolder } from './folder.ts';

/** What the ```js blocks of a document export. */
export async function importSnippets(document: string): Promise<Record<string, unknown>> {
  // Inside the project, so that they find its packages.
  mkdirSync(inProject('.cache'), { recursive: true });
  const folder = newFolder(inProject('.cache'));
  const snippets = [...readFileSync(inProject(document), 'utf8').matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code]) => code!);
  const modules = await Promise.all(
    snippets.map((code, i) => {
      const file = join(folder, `snippet-${i}.js`);
      writeFileSync(file, code);
      return import(file) as Promise<Record<string, unknown>>;
    }),
  );
  return Object.assign({}, ...modules) as Record<string, unknown>;
}
