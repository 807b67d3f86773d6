/** Builds the program before tests call it, where what it is made of is newer than what was built: a built one starts in half the time. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../src/root.ts';

/** When the newest file of a folder was changed. */
export const newestIn = (folder: string): number =>
  Math.max(...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => changedAt(join(folder, file))));
export const changedAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

export default function setup(): void {
  const newest = Math.max(...['src', 'schema', 'model'].map((folder) => newestIn(inProject(folder))));
  if (newest >= changedAt(inProject('dist', 'src', 'tsconfig.tsbuildinfo')))
    execFileSync(process.execPath, [inProject('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'], {
      cwd: inProject(),
    });
}
