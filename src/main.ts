#!/usr/bin/env node
/** The command line: `pledgegraph COMMAND`. */
import { parseArgs } from 'node:util';
import { stopSignal } from './commands/stop.ts';

process.env['NODE_ENV'] ??= 'production';

/** What a run ends with; a wrong call is 2. */
const EXIT = { done: 0, wrongInput: 1, wrongCall: 2, noEngine: 3 } as const;

const USAGE = `Usage: pledgegraph COMMAND

  serve [--verify]                         load the seeds and serve GraphQL over HTTP; --verify checks
                                           first all that is stored
  seed [--prune] [FILES]                   load seed files (all of seeds/ where none is named);
                                           --prune takes back what no file states any longer
  check [--document FILE [--write] [--json]] [FILES]
                                           check seed files without a database; --document proves
                                           the quotes of one seed against the text of its source
                                           (EXACT, FOLDED or ABSENT, as JSON with --json),
                                           --write fills in their offsets and paragraphs, and the
                                           words of the text where a FOLDED quote has another length
  backup FILE                              write the whole graph with its history to a file, also
                                           while it is served
  restore FILE                             read a backup into an empty graph: all of it, or nothing
  verify                                   compare all that is stored with what the documents say
  reproject                                write anew what does not agree with the documents
  export ndjson                            write the whole graph to the standard output
  import ndjson FILE                       read an exported graph into an empty one
  print-schema [--seeds]                   print the GraphQL schema, or the JSON Schema of seeds
`;

const OPTIONS = {
  prune: { type: 'boolean' },
  document: { type: 'string' },
  write: { type: 'boolean' },
  json: { type: 'boolean' },
  seeds: { type: 'boolean' },
  verify: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;
type Values = ReturnType<typeof parse>['values'];
const parse = (args: string[]) => parseArgs({ args, options: OPTIONS, allowPositionals: true });

interface Command {
  readonly options: readonly (keyof Values)[];
  /** Whether these are the words it takes. */
  takes(words: readonly string[]): boolean;
  run(values: Values, words: readonly string[]): Promise<void>;
}

const none = (words: readonly string[]): boolean => words.length === 0;
const one = (words: readonly string[]): boolean => words.length === 1;
const any = (): boolean => true;
const ndjson = (files: number) => (words: readonly string[]) => words[0] === 'ndjson' && words.length === files + 1;

/** Every command. Each is imported only when it is called. */
const COMMANDS = new Map<string, Command>(
  Object.entries({
    serve: {
      options: ['verify'],
      takes: none,
      run: async ({ verify = false }) => {
        const stop = stopSignal(); // heard while everything else is still being loaded
        await (await import('./commands/serve.ts')).serve(stop, verify);
      },
    },
    seed: {
      options: ['prune'],
      takes: any,
      run: async ({ prune }, files) => (await import('./commands/seed.ts')).seed(files, prune ?? false),
    },
    check: {
      options: ['document', 'write', 'json'],
      takes: any,
      run: async (options, files) => (await import('./commands/check.ts')).check(files, options),
    },
    backup: { options: [], takes: one, run: async (_, [file]) => (await import('./commands/backup.ts')).backup(file!) },
    restore: { options: [], takes: one, run: async (_, [file]) => (await import('./commands/restore.ts')).restore(file!) },
    verify: { options: [], takes: none, run: async () => (await import('./commands/verify.ts')).verify() },
    reproject: { options: [], takes: none, run: async () => (await import('./commands/reproject.ts')).reproject() },
    export: { options: [], takes: ndjson(0), run: async () => (await import('./commands/export.ts')).exportGraph() },
    import: { options: [], takes: ndjson(1), run: async (_, [, file]) => (await import('./commands/import.ts')).importGraph(file!) },
    'print-schema': {
      options: ['seeds'],
      takes: none,
      run: async ({ seeds }) => (await import('./commands/print-schema.ts')).printSchema(seeds ?? false),
    },
  } satisfies Record<string, Command>),
);

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [name, ...words] = positionals;
  const command = COMMANDS.get(name ?? '');
  const refuse = (problem: string): number => say(`${problem}\n\n${USAGE}`, EXIT.wrongCall);
  if (values.help) return say(USAGE, EXIT.done);
  if (!command) return refuse(name ? `${name}: no such command` : 'which command?');
  const odd = Object.keys(values).find((option) => !command.options.includes(option as keyof Values));
  if (odd) return refuse(`${name} takes no --${odd}`);
  const alone = values.document === undefined && (['write', 'json'] as const).find((option) => values[option]);
  if (alone) return refuse(`--${alone} goes with --document`);
  if (values.prune && words.length) return refuse('--prune takes no files: it takes back what no file of seeds/ states');
  if (!command.takes(words)) return refuse(`${name} does not take "${words.join(' ')}"`);
  await command.run(values, words);
  return EXIT.done;
}

function say(text: string, code: number): number {
  (code === EXIT.done ? process.stdout : process.stderr).write(text);
  return code;
}

/** Errors that say themselves what is wrong; any other is a mistake of ours and keeps its stack. */
async function explain(error: unknown): Promise<number> {
  const { ConfigError } = await import('./config.ts');
  const { SeedError } = await import('./ingest/document.ts');
  const { EngineError } = await import('./engine/engine.ts');
  const { FaultyStoreError } = await import('./ingest/verify.ts');
  const { message = String(error), code, syscall } = error as { message?: string; code?: string; syscall?: string };
  if (code === 'EPIPE') return EXIT.done; // whoever read our output has enough
  if (error instanceof SeedError || error instanceof FaultyStoreError) return say(`${message}\n`, EXIT.wrongInput);
  if (error instanceof ConfigError || code?.startsWith('ERR_PARSE_ARGS')) return say(`${message}\n`, EXIT.wrongCall);
  if (error instanceof EngineError) return say(`${message}\n`, EXIT.noEngine);
  if (code === 'EACCES' && syscall === 'listen')
    return say(`${message}: set PORT to one that everybody may use, such as 4000\n`, EXIT.wrongCall);
  if (['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS'].includes(code ?? '')) return say(`${message}\n`, EXIT.noEngine);
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES') return say(`${message}\n`, EXIT.wrongInput);
  if (code === 'EADDRINUSE') return say(`${message}: set PORT to another port, or stop what listens there\n`, EXIT.wrongCall);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return say(`${message}: set HOST to an address of this machine\n`, EXIT.wrongCall);
  return say(`${(error as Error).stack ?? message}\n`, EXIT.wrongInput);
}

process.exitCode = await main(process.argv.slice(2)).catch(explain);
// A statement that nobody waits for any longer must not keep a server that was told to stop.
if (process.argv[2] === 'serve') process.exit();
