/** `npm run bench:schema`: how long the schema takes to build, and how large it is to whoever reads it; writes `bench/schema.md`. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { getIntrospectionQuery, graphqlSync } from 'graphql';
import { schema } from '../schema/index.ts';
import { printedSchema } from '../schema/print.ts';
import { inProject } from '../src/root.ts';

const PROCESSES = 9;

/** A fresh process that has loaded the packages, and then loads and builds the schema of the built program. */
const BUILD = `
for (const name of ['graphql', '@pothos/core', 'zod']) await import(name);
const start = performance.now();
await import('./dist/schema/index.js');
process.stdout.write(String(performance.now() - start));`;
const build = (): number => Number(execFileSync(process.execPath, ['--input-type=module', '--eval', BUILD], { cwd: inProject() }));
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const sizes = (name: string, text: string): string =>
  `| ${name} | ${[Buffer.from(text), gzipSync(text), brotliCompressSync(text)].map(({ length }) => length.toLocaleString('en')).join(' | ')} |`;

const introspection = JSON.stringify(graphqlSync({ schema, source: getIntrospectionQuery() }));
const lines = [
  '# The schema',
  '',
  `Loaded and built in ${Math.round(median(Array.from({ length: PROCESSES }, build)))} ms, the median of ${PROCESSES} fresh processes that have loaded the packages before.`,
  '',
  '| Bytes | plain | gzip | brotli |',
  '| --- | --- | --- | --- |',
  sizes('`/schema.graphql`', printedSchema()),
  sizes('introspection', introspection),
  '',
];
writeFileSync(inProject('bench', 'schema.md'), lines.join('\n'));
process.stdout.write(lines.join('\n'));
