/** What opens our files elsewhere: networkx and igraph in a Python of their own, and the Gephi toolkit, each in the version it was tried with. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../src/root.ts';

/** What a reader made of a file. */
export interface Opened {
  readonly file: string;
  readonly reader: 'networkx' | 'igraph' | 'Gephi';
  readonly about?: Readonly<Record<string, unknown>>;
  readonly isDirected: boolean;
  readonly nodes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly edges: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly errors?: readonly string[];
}

const FOLDER = inProject('.cache', 'readers');
const PYTHON = join(FOLDER, 'bin', 'python');
const TOOLKIT = '0.10.1';
const JAR = join(FOLDER, `gephi-toolkit-${TOOLKIT}-all.jar`);
const run = (command: string, args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 });

/** Installs what is missing. */
export function prepare(): void {
  mkdirSync(FOLDER, { recursive: true });
  if (!existsSync(PYTHON)) run('python3', ['-m', 'venv', FOLDER]);
  run(PYTHON, ['-m', 'pip', 'install', '--quiet', '--requirement', inProject('test', 'readers', 'requirements.txt')]);
  if (existsSync(JAR)) return;
  const artifact = `org.gephi:gephi-toolkit:${TOOLKIT}:jar:all`;
  run('mvn', ['--quiet', 'dependency:get', `-Dartifact=${artifact}`, '-Dtransitive=false']);
  run('mvn', ['--quiet', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${FOLDER}`]);
}

/** Every file in every reader that knows its format. */
export function openAll(files: readonly string[]): Opened[] {
  const python = run(PYTHON, [inProject('test', 'readers', 'read.py'), ...files]);
  const java = run('java', ['-Djava.awt.headless=true', '-cp', JAR, inProject('test', 'readers', 'Gephi.java'), ...files]);
  return [...JSON.parse(python), ...JSON.parse(java)] as Opened[];
}
