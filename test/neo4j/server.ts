/** Starts a real Neo4j without Docker: its own jars from Maven, a throw-away home, a free port. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from '../../src/root.ts';

/** Neo4j by the Java it needs: the newest release, or the last long-term one. */
const RELEASES = [
  { version: '2026.09.0', java: 21 },
  { version: '5.26.0', java: 17 },
] as const;

const PASSWORD = 'pledgegraph';
const OPENED = ['java.base/java.nio', 'java.base/java.io', 'java.base/sun.nio.ch', 'java.base/java.lang', 'java.base/java.util.concurrent'];

export interface Neo4j {
  readonly version: string;
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** The process: tests of faults kill it. */
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** The environment by which the server finds it. */
export const environmentOf = ({ uri, username, password }: Neo4j) => ({
  NEO4J_URI: uri,
  NEO4J_USERNAME: username,
  NEO4J_PASSWORD: password,
});

export class MissingToolError extends Error {}

/** Every Java here, newest first: JAVA_HOME, the path, and where Debian and macOS keep them. */
function findJavas(): { readonly command: string; readonly version: number }[] {
  const folders = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines']
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const homes = [process.env['JAVA_HOME'], ...folders, ...folders.map((folder) => join(folder, 'Contents/Home'))].filter(
    (home) => home && existsSync(join(home, 'bin/java')),
  );
  const found = ['java', ...homes.map((home) => join(home!, 'bin/java'))].map((command) => ({ command, version: versionOf(command) }));
  return found.filter(({ version }) => version > 0).sort((a, b) => b.version - a.version);
}

function versionOf(command: string): number {
  const { stderr = '' } = spawnSync(command, ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
}

/** The release to run, by NEO4J_VERSION or the Java that is here. */
function chooseRelease(): { readonly version: string; readonly command: string } {
  const wanted = process.env['NEO4J_VERSION'];
  const javas = findJavas();
  for (const { version, java } of RELEASES) {
    if (wanted && !version.startsWith(wanted)) continue;
    const fitting = java === 17 ? javas.find((one) => one.version >= 17 && one.version <= 21) : javas.find((one) => one.version >= java);
    if (fitting) return { version, command: fitting.command };
  }
  throw new MissingToolError(
    `Neo4j ${wanted ?? ''} needs Java 21 or later, or Java 17 for 5.26: apt-get install openjdk-17-jdk-headless maven; or set NEO4J_URI to a Neo4j that runs.`,
  );
}

/** The jars of a release, fetched once. */
function fetchJars(version: string): string {
  const folder = inProject('.cache', `neo4j-${version}`);
  const jars = join(folder, 'lib');
  if (existsSync(join(folder, 'complete'))) return jars;
  if (spawnSync('mvn', ['-v']).error)
    throw new MissingToolError('Maven fetches Neo4j: apt-get install maven; or set NEO4J_URI to a Neo4j that runs.');
  mkdirSync(folder, { recursive: true });
  const dependency = `<dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${version}</version></dependency>`;
  writeFileSync(
    join(folder, 'pom.xml'),
    `<project><modelVersion>4.0.0</modelVersion><groupId>pledgegraph</groupId><artifactId>neo4j</artifactId><version>1</version><dependencies>${dependency}</dependencies></project>`,
  );
  process.stderr.write(`fetching Neo4j ${version} ...\n`);
  execFileSync(
    'mvn',
    ['-q', '-B', '-f', join(folder, 'pom.xml'), 'dependency:copy-dependencies', '-DoutputDirectory=lib', '-DincludeScope=runtime'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  writeFileSync(join(folder, 'complete'), '');
  return jars;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** Starts Neo4j; with `again`, on the home and port of one that was stopped or killed, to be only read where that is said. */
export async function startNeo4j(
  again: { readonly home?: string; readonly port?: number; readonly isReadOnly?: boolean } = {},
): Promise<Neo4j & { readonly home: string; readonly port: number }> {
  const { version, command } = chooseRelease();
  const jars = fetchJars(version);
  const home = again.home ?? mkdtempSync(join(tmpdir(), 'neo4j-'));
  const port = again.port ?? (await freePort());
  const options = ['-Xmx2g', ...OPENED.map((name) => `--add-opens=${name}=ALL-UNNAMED`), '-cp', join(jars, '*')];
  const child = spawn(
    command,
    [...options, inProject('test', 'neo4j', 'Server.java'), home, String(port), PASSWORD, String(again.isReadOnly ?? false)],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  await ready(child);
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.signalCode === null) {
      child.stdin!.end();
      await ended;
    }
    rmSync(home, { recursive: true, force: true });
  };
  return { version, uri: `bolt://127.0.0.1:${port}`, username: 'neo4j', password: PASSWORD, process: child, home, port, stop };
}

const ready = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let output = '';
    child.stderr!.on('data', (chunk) => {
      output += chunk;
    });
    child.stdout!.on('data', (chunk) => {
      if (String(chunk).includes('ready')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`Neo4j ended with ${code}: ${output.slice(-2000)}`)));
  });
