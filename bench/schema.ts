/** `npm run bench:schema`: how long the schema takes to build, and how large it is to whoever reads it; writes `bench/schema.md`. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { getIntrospectionQuery, graphqlSync } from 'graphql';
import { schema } from '../schema/index.ts';
import { printedSchema } from '../schema/print.ts';
import { inProject } from '../src/root.ts';

const PROCESSES = 9;

/** A fresh process that has loaded the packages, and then loads the modules of the built program and builds the schema of them. */
const BUILD = `
for (const name of ['graphql', '@pothos/core', 'zod']) await import(name);
const start = performance.now();
const { builder } = await import('./dist/schema/builder.js');
const toSchema = builder.toSchema.bind(builder);
let built;
builder.toSchema = (options) => {
  const begin = performance.now();
  const schema = toSchema(options);
  built = performance.now() - begin;
  return schema;
};
await import('./dist/schema/index.js');
process.stdout.write(JSON.stringify([built, performance.now() - start]));`;
const build = (): [built: number, all: number] =>
  JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', BUILD], { cwd: inProject(), encoding: 'utf8' })) as [
    number,
    number,
  ];
const median = (values: readonly number[]): number => Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!);

const sizes = (name: string, text: string): string =>
  `| ${name} | ${[Buffer.from(text), gzipSync(text), brotliCompressSync(text)].map(({ length }) => length.toLocaleString('en')).join(' | ')} |`;

const introspection = JSON.stringify(graphqlSync({ schema, source: getIntrospectionQuery() }));
const builds = Array.from({ length: PROCESSES }, build);
const lines = [
  '# The schema',
  '',
  `Built in ${median(builds.map(([built]) => built))} ms, in ${median(builds.map(([, all]) => all))} ms with the loading of its modules: medians of ${PROCESSES} fresh processes that have loaded the packages before.`,
  '',
  '| Bytes | plain | gzip | brotli |',
  '| --- | --- | --- | --- |',
  sizes('`/schema.graphql`', printedSchema()),
  sizes('introspection', introspection),
  '',
];
writeFileSync(inProject('bench', 'schema.md'), lines.join('\n'));
process.stdout.write(lines.join('\n'));
