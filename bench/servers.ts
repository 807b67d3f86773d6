/** The servers that are measured, each a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../src/root.ts';
import { askNeo4jGraphql, askUs, type Shape } from './question.ts';

/** A server as the table names it. */
export interface Contender {
  readonly letter: string;
  readonly name: string;
  readonly engine: 'Neo4j' | 'embedded';
  /** The program and its arguments. */
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The question in its words. */
  readonly ask: (shape: Shape) => string;
  /** Whether it answers questions it has not been made for. */
  readonly answersAny: boolean;
}

const OURS = ['node', 'dist/src/main.js', 'serve'];
const peer = (file: string): string[] => ['node', '--import', 'tsx', `bench/peers/${file}.ts`];
const ours = { command: OURS, ask: askUs, answersAny: true };
const byHand = { name: 'a hand-written statement on node:http', ask: () => '', answersAny: false };

export const CONTENDERS: readonly Contender[] = [
  {
    letter: 'a',
    name: '@neo4j/graphql 7.6 on Yoga',
    engine: 'Neo4j',
    command: peer('neo4j-graphql'),
    ask: askNeo4jGraphql,
    answersAny: true,
  },
  { ...ours, letter: 'b', name: 'Pledgegraph', engine: 'Neo4j' },
  { ...byHand, letter: 'c', engine: 'Neo4j', command: peer('hand-neo4j') },
  { ...ours, letter: 'd', name: 'Pledgegraph', engine: 'embedded' },
  { ...byHand, letter: 'e', engine: 'embedded', command: peer('hand-grafeo') },
  { ...ours, letter: 'f1', name: 'Pledgegraph, PLAN=levels', engine: 'Neo4j', environment: { PLAN: 'levels' } },
  { ...ours, letter: 'f2', name: 'Pledgegraph, PLAN=levels', engine: 'embedded', environment: { PLAN: 'levels' } },
];

export interface Running extends Contender {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a contender; the embedded engine's file has one process, so that each has a copy of its own. */
export async function start(contender: Contender, graph: string, folder: string): Promise<Running> {
  const dataDir = join(folder, contender.letter);
  if (contender.engine === 'embedded') cpSync(graph, dataDir, { recursive: true });
  const { NEO4J_URI = '', ...rest } = process.env;
  const environment = {
    ...rest,
    NODE_ENV: 'production',
    PORT: '0',
    RATE_LIMIT: '0', // one client asks all
    ...(contender.engine === 'embedded' ? { DATA_DIR: dataDir } : { NEO4J_URI }),
    ...contender.environment,
  };
  const [command, ...args] = contender.command;
  const child = spawn(command!, args, { cwd: inProject(), env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await addressOf(child, contender);
  return { ...contender, url, pid: child.pid!, stop: () => ended(child) };
}

const addressOf = (child: ChildProcess, { letter }: Contender): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = '';
    child.stdout!.on('data', (chunk) => {
      output += chunk;
      const [url] = /http:\/\/127\.0\.0\.1:\d+\/graphql/.exec(output) ?? [];
      if (url) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`(${letter}) ended with ${code}: ${output.slice(-2000)}`)));
  });

async function ended(child: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}
