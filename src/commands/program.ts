/** The commands with their options and help. Each is imported only when it is called, so that the program starts at once. */
import { Argument, Command } from '@commander-js/extra-typings';
import { FORMAT_NAMES } from '../export/formats.ts';
import { stopSignal } from './stop.ts';

export const program = new Command('pledgegraph')
  .description('Serves a knowledge graph of public commitments, and keeps it. The settings are in the environment.')
  .usage('COMMAND')
  .helpCommand(false)
  .showHelpAfterError()
  .exitOverride();

program
  .command('serve')
  .description('Loads the seeds and serves GraphQL over HTTP.')
  .option('--verify', 'Compares all that is stored with the documents first.')
  .action(async ({ verify = false }) => {
    const stop = stopSignal(); // heard while everything else is still being loaded
    await (await import('./serve.ts')).serve(stop, verify);
  });

program
  .command('seed')
  .description('Loads seed files.')
  .argument('[files...]', 'The files; all of seeds/ where none is named.')
  .option('--prune', 'Retracts what no file of seeds/ states any longer.')
  .action(async (files, { prune = false }, command) => {
    if (prune && files.length) command.error('--prune takes no files: it takes back what no file of seeds/ states');
    await (await import('./seed.ts')).seed(files, prune);
  });

program
  .command('check')
  .description('Checks seed files, without a database.')
  .argument('[files...]', 'The files; all of seeds/ where none is named.')
  .option('--document <file>', 'Proves the quotes of one seed against the text of its source: EXACT, FOLDED or ABSENT.')
  .option(
    '--write',
    'With --document: fills in the offsets and paragraphs of the quotes, and the words of the text where a FOLDED quote has another length.',
  )
  .option('--json', 'With --document: prints the findings, and all that is wrong, as JSON.')
  .action(async (files, options, command) => {
    const alone = options.document === undefined && (['write', 'json'] as const).find((option) => options[option]);
    if (alone) command.error(`--${alone} goes with --document`);
    await (await import('./check.ts')).check(files, options);
  });

program
  .command('backup')
  .description('Writes the whole graph with its history to a file, also while it is served.')
  .argument('<file>', 'The file to write.')
  .action(async (file) => (await import('./backup.ts')).backup(file));

program
  .command('restore')
  .description('Reads a backup into an empty graph, all of it or nothing, and verifies it.')
  .argument('<file>', 'The backup.')
  .action(async (file) => (await import('./restore.ts')).restore(file));

program
  .command('verify')
  .description('Compares all that is stored with what the documents say, also while it is served.')
  .action(async () => (await import('./verify.ts')).verify());

program
  .command('reproject')
  .description('Writes the rows anew that do not agree with the documents; history stays as it is.')
  .action(async () => (await import('./reproject.ts')).reproject());

program
  .command('export')
  .description('Writes the whole graph to the standard output.')
  .addArgument(new Argument('<format>', 'The format.').choices(FORMAT_NAMES))
  .action(async (format) => (await import('./export.ts')).exportGraph(format));

program
  .command('import')
  .description('Reads an exported graph into an empty one.')
  .addArgument(new Argument('<format>', 'The format.').choices(['ndjson']))
  .argument('<file>', 'The file to read.')
  .action(async (_, file) => (await import('./import.ts')).importGraph(file));

program
  .command('print-schema')
  .description('Prints the GraphQL schema.')
  .option('--seeds', 'Prints the JSON Schema of seeds instead.')
  .action(async ({ seeds = false }) => (await import('./print-schema.ts')).printSchema(seeds));

/** What is wrong with a call, without the library's `error:`. */
const messageOf = (text: string, name: string): string =>
  text
    .replace(/^error: unknown command '(.*?)'/, '$1: no such command')
    .replace(/^error: unknown option '(.*?)'/, `${name} takes no $1`)
    .replace(/^error: /, '');

for (const command of [program, ...program.commands])
  command.configureOutput({ outputError: (text, write) => write(messageOf(text, command.name())) });
