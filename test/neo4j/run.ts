/** `tsx test/neo4j/run.ts [COMMAND ...]`: runs a command against a Neo4j of its own, or the one of NEO4J_URI; without a command it runs until it is stopped. */
import { spawn } from 'node:child_process';
import { environmentOf, MissingToolError, startNeo4j } from './server.ts';

const [command, ...args] = process.argv.slice(2);

async function run(environment: Record<string, string>): Promise<number> {
  const child = spawn(command!, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}

async function main(): Promise<number> {
  if (command && process.env['NEO4J_URI']) return run({});
  const neo4j = await startNeo4j();
  const environment = environmentOf(neo4j);
  process.stderr.write(
    `Neo4j ${neo4j.version}: ${Object.entries(environment)
      .map(([name, value]) => `${name}=${value}`)
      .join(' ')}\n`,
  );
  const code = command
    ? await run(environment)
    : await new Promise<number>((resolve) => process.once('SIGINT', () => resolve(0)).once('SIGTERM', () => resolve(0)));
  await neo4j.stop();
  return code;
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof MissingToolError ? error.message : (error as Error).stack}\n`);
  return 1;
});
