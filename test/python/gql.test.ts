/** Python's gql loads the schema, of last year and of today. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { inProject } from '../../src/root.ts';
import { type Served, serve } from '../support/serve.ts';
import { pythonWith } from './environment.ts';

let server: Served;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

test.each([
  ['3.5.3', '3.2.6'],
  ['4.0.0', '3.2.7'],
])('gql %s on graphql-core %s', async (gql, core) => {
  const python = pythonWith([`gql[requests]==${gql}`, `graphql-core==${core}`]);
  const { stdout } = await promisify(execFile)(python, [inProject('test', 'python', 'load.py'), server.url]);
  const types = Object.keys(schema.getTypeMap()).length;
  expect(JSON.parse(stdout)).toMatchObject({
    versions: [gql, core],
    answer: { organization: { name: 'Microsoft' } },
    refused: "Cannot query field 'nothing' on type 'Query'.",
    introspected: types,
    printed: types,
  });
});
