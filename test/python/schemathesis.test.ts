/** Schemathesis asks what it makes up of the schema, valid and not: nothing is an error of the server. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serve } from '../support/serve.ts';
import { pythonWith } from './environment.ts';

/** How many operations are made of each root field. */
const EXAMPLES = 2;

const OPTIONS = [
  '--checks=not_a_server_error',
  `--hypothesis-max-examples=${EXAMPLES}`,
  '--hypothesis-derandomize',
  '--hypothesis-deadline=None',
  '--hypothesis-suppress-health-check=all',
  '--hypothesis-phases=generate',
  '--no-color',
];

let server: Served;
beforeAll(async () => {
  server = await serve({ RATE_LIMIT: '0', SLOW_MS: '0' });
});
afterAll(() => server.close());

test('no operation that it makes up is an error of the server: those that do not fit are told so', async () => {
  const python = pythonWith(['schemathesis==3.39.16']);
  const program = ['-c', 'from schemathesis.cli import schemathesis; schemathesis()', 'run', ...OPTIONS, `${server.url}/graphql`];
  // It ends with 1 where anything is refused: it takes each error that has a path for one of the server. Ours are logged.
  const { stdout } = await promisify(execFile)(python, program, { maxBuffer: 1e8 }).catch((error: { stdout: string }) => error);
  const asked = Number(/not_a_server_error\s+\d+ \/ (\d+) passed/.exec(stdout)?.[1]);
  expect(asked, stdout).toBeGreaterThan(60);
  expect(stdout).not.toMatch(/^\[5\d\d\]|INTERNAL_SERVER_ERROR|ENGINE_/m);
  expect(server.logged).toEqual([]);
});
