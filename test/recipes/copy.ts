/** A copy of the project, to which recipes are applied and which is thrown away. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { inProject } from '../../src/root.ts';
import { newFolder } from '../support/folder.ts';
import type { Recipe } from './recipe.ts';

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/** The environment without what Vitest tells its own workers: a Vitest of the copy is another. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST$|NEO4J_URI)/.test(name)));

/** Where commands of the copy lie. */
const BIN = join('.cache', 'bin');
/** The program as it was built there; npx would prepare the copy anew at each call. */
const COMMANDS = { pledgegraph: 'exec node dist/src/main.js "$@"', npx: 'exec "$@"' };

export class Copy {
  readonly folder = newFolder();

  constructor() {
    const { output } = run(inProject(), 'git ls-files --cached --others --exclude-standard');
    const files = output.split('\n').filter((file) => file && existsSync(inProject(file)));
    for (const file of files) cpSync(inProject(file), join(this.folder, file));
    symlinkSync(inProject('node_modules'), join(this.folder, 'node_modules'));
    const bin = join(this.folder, BIN);
    mkdirSync(bin, { recursive: true });
    for (const [name, script] of Object.entries(COMMANDS)) writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    this.run('git init --quiet');
    appendFileSync(join(this.folder, '.git', 'info', 'exclude'), 'node_modules\n');
    this.run('git add --all');
  }

  run(command: string, input?: string): Ended {
    return run(this.folder, command, input);
  }

  /** The program of the copy, as it was built there, serving its seeds from memory. */
  serve(): ChildProcess {
    const env = { ...environment, DATA_DIR: ':memory:', PORT: '0' };
    return spawn(process.execPath, ['dist/src/main.js', 'serve'], { cwd: this.folder, env });
  }

  /** Does what a recipe shows; what went wrong, where something did. */
  apply({ created, patches }: Recipe): string {
    for (const { file, text } of created) {
      mkdirSync(dirname(join(this.folder, file)), { recursive: true });
      writeFileSync(join(this.folder, file), text);
    }
    return patches.map((patch) => this.run('git apply -', patch).output).join('');
  }

  /** The files that were changed or made since this was asked last. */
  changes(): string[] {
    const { output } = this.run('git ls-files --modified --others --exclude-standard');
    this.run('git add --all');
    return output.trim().split('\n').filter(Boolean).sort();
  }
}

function run(cwd: string, command: string, input = ''): Ended {
  const env = { ...environment, DATA_DIR: join(cwd, 'data'), NO_COLOR: '1', PATH: pathIn(cwd) };
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', command], { cwd, env, input, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

const pathIn = (folder: string): string => [join(folder, BIN), join(folder, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
