#!/usr/bin/env node
/** The command line: `pledgegraph serve | seed | check | print-schema`. */
import { parseArgs } from 'node:util';
import { ConfigError } from './config.ts';

process.env['NODE_ENV'] ??= 'production';

/** What a run ends with; a wrong call is 2. */
const EXIT = { done: 0, wrongInput: 1, wrongCall: 2, noEngine: 3 } as const;

const USAGE = `Usage: pledgegraph COMMAND

  serve                                    load the seeds and serve GraphQL over HTTP
  seed [--prune] [FILES]                   load seed files (all of seeds/ where none is named);
                                           --prune takes back what no file states any longer
  check [--document FILE [--write]] [FILES]
                                           check seed files without a database; --document proves
                                           the quotes of one seed against the text of its source,
                                           --write fills in their offsets and paragraphs
  print-schema [--seeds]                   print the GraphQL schema, or the JSON Schema of seeds
`;

const OPTIONS = {
  prune: { type: 'boolean' },
  document: { type: 'string' },
  write: { type: 'boolean' },
  seeds: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;
type Values = ReturnType<typeof parse>['values'];
const parse = (args: string[]) => parseArgs({ args, options: OPTIONS, allowPositionals: true });

/** Every command: the options it takes, and what runs it. Each is imported only when it is called. */
const COMMANDS: Record<
  string,
  { readonly takes: readonly (keyof Values)[]; run(values: Values, files: readonly string[]): Promise<void> }
> = {
  serve: { takes: [], run: async () => (await import('./commands/serve.ts')).serve() },
  seed: { takes: ['prune'], run: async ({ prune }, files) => (await import('./commands/seed.ts')).seed(files, prune ?? false) },
  check: {
    takes: ['document', 'write'],
    run: async ({ document, write }, files) => (await import('./commands/check.ts')).check(files, document, write ?? false),
  },
  'print-schema': { takes: ['seeds'], run: async ({ seeds }) => (await import('./commands/print-schema.ts')).printSchema(seeds ?? false) },
};

async function main(args: string[]): Promise<number> {
  const {
    values,
    positionals: [name, ...files],
  } = parse(args);
  const command = COMMANDS[name ?? ''];
  if (values.help) return say(USAGE, EXIT.done);
  if (!command) return say(name ? `${name}: no such command\n\n${USAGE}` : USAGE, EXIT.wrongCall);
  const odd = Object.keys(values).find((option) => !command.takes.includes(option as keyof Values));
  if (odd) return say(`${name} takes no --${odd}\n\n${USAGE}`, EXIT.wrongCall);
  await command.run(values, files);
  return EXIT.done;
}

function say(text: string, code: number): number {
  (code === EXIT.done ? process.stdout : process.stderr).write(text);
  return code;
}

/** Errors that say themselves what is wrong; any other is a mistake of ours and keeps its stack. */
async function explain(error: unknown): Promise<number> {
  const { SeedError } = await import('./ingest/document.ts');
  const { EngineError } = await import('./engine/engine.ts');
  const { StoreVersionError } = await import('./store.ts');
  const { message = String(error), code } = error as { message?: string; code?: string };
  if (error instanceof SeedError) return say(`${message}\n`, EXIT.wrongInput);
  if (error instanceof ConfigError || code?.startsWith('ERR_PARSE_ARGS')) return say(`${message}\n`, EXIT.wrongCall);
  if (error instanceof EngineError || error instanceof StoreVersionError) return say(`${message}\n`, EXIT.noEngine);
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES') return say(`${message}\n`, EXIT.wrongInput);
  if (code === 'EADDRINUSE') return say(`${message}: set PORT to another port, or stop what listens there\n`, EXIT.wrongCall);
  return say(`${(error as Error).stack ?? message}\n`, EXIT.wrongInput);
}

process.exitCode = await main(process.argv.slice(2)).catch(explain);
