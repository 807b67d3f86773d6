/** A machine in a folder, on which the blocks of documents run: the program in its /opt and as the command `pledgegraph`, on the embedded engine. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../src/root.ts';
import { newFolder } from './folder.ts';

const PROGRAM = `exec "${process.execPath}" --import "${import.meta.resolve('tsx')}" "${inProject('src', 'main.ts')}"`;

/** Commands of the machine: the program, and npx, which finds it in a checkout. */
const COMMANDS = { pledgegraph: `${PROGRAM} "$@"`, npx: 'exec "$@"' };

export interface Machine {
  run(block: string): { status: number | null; stderr: string };
}

/** It is in a folder like a checkout: with the documents, and seeds of its own. */
export function newMachine(): Machine {
  const root = newFolder();
  const [bin, opt] = [join(root, 'bin'), join(root, 'opt')];
  for (const folder of [bin, opt, join(root, 'etc'), join(root, 'var'), join(root, 'seeds')]) mkdirSync(folder);
  symlinkSync(inProject(), join(opt, 'pledgegraph'));
  symlinkSync(inProject('docs'), join(root, 'docs'));
  for (const [name, script] of Object.entries(COMMANDS)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const env = {
    ...process.env,
    PATH: `${bin}:${process.env['PATH']}`,
    DATA_DIR: join(root, 'var', 'lib', 'pledgegraph'),
    NEO4J_URI: '',
    NODE_ENV: 'production',
  };
  const placed = (block: string): string => block.replaceAll(/(?<![\w.])\/(opt|etc|var)\//g, `${root}/$1/`);
  return { run: (block) => spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', placed(block)], { encoding: 'utf8', env, cwd: root }) };
}
