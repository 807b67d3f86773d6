/** Relay's compiler, run on modules of a test. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../src/root.ts';
import { newFolder } from './folder.ts';

/** Compiles modules that have operations and fragments, against the printed schema; gives what loads an artifact by its name. */
export function compile(modules: Readonly<Record<string, string>>): <Artifact>(name: string) => Promise<Artifact> {
  // Inside the project, so that what the compiler writes finds relay-runtime.
  mkdirSync(inProject('.cache'), { recursive: true });
  const folder = newFolder(inProject('.cache'));
  for (const name of ['src', 'out']) mkdirSync(join(folder, name));
  for (const [name, text] of Object.entries(modules)) writeFileSync(join(folder, 'src', `${name}.js`), text);
  const config = { src: './src', schema: '../../schema/schema.graphql', language: 'javascript', artifactDirectory: './out' };
  writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(config));
  execFileSync(process.execPath, [inProject('node_modules', 'relay-compiler', 'cli.js'), 'relay.config.json'], {
    cwd: folder,
    stdio: 'pipe',
  });
  return async (name) => ((await import(join(folder, 'out', `${name}.graphql.js`))) as { default: never }).default;
}
