/** Relay's own compiler, run over modules that a test writes. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../src/root.ts';
import { newFolder } from './folder.ts';

export interface Compiled {
  /** An artifact by its name. */
  load<Artifact>(name: string): Promise<Artifact>;
  /** Where the texts are kept by their ids, if they are. */
  readonly manifest: string;
}

/** Compiles modules that have operations and fragments, against the printed schema; `isPersisted`: artifacts have ids in place of texts. */
export function compile(modules: Readonly<Record<string, string>>, isPersisted = false): Compiled {
  // Inside the project, so that what the compiler writes finds relay-runtime.
  mkdirSync(inProject('.cache'), { recursive: true });
  const folder = newFolder(inProject('.cache'));
  for (const name of ['src', 'out']) mkdirSync(join(folder, name));
  for (const [name, text] of Object.entries(modules)) writeFileSync(join(folder, 'src', `${name}.js`), text);
  const manifest = join(folder, 'persisted.json');
  writeFileSync(manifest, '{}');
  const config = {
    src: './src',
    schema: '../../schema/schema.graphql',
    language: 'javascript',
    artifactDirectory: './out',
    ...(isPersisted && { persistConfig: { file: './persisted.json' } }),
  };
  writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(config));
  execFileSync(process.execPath, [inProject('node_modules', 'relay-compiler', 'cli.js'), 'relay.config.json'], {
    cwd: folder,
    stdio: 'pipe',
  });
  const load = async <Artifact>(name: string) =>
    ((await import(join(folder, 'out', `${name}.graphql.js`))) as { default: Artifact }).default;
  return { load, manifest };
}
