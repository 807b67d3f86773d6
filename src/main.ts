#!/usr/bin/env node
/** The command line: `pledgegraph COMMAND`. */
import { CommanderError } from '@commander-js/extra-typings';
import { program } from './commands/program.ts';

process.env['NODE_ENV'] ??= 'production';

/** What a run ends with; a wrong call is 2. */
const EXIT = { done: 0, wrongInput: 1, wrongCall: 2, noEngine: 3 } as const;

/** Help that was asked for is an answer; whatever else ends a call early is wrong with it, and was said. */
const codeOf = ({ exitCode }: CommanderError): number => (exitCode === 0 ? EXIT.done : EXIT.wrongCall);

function say(text: string, code: number): number {
  process.stderr.write(text);
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
  if (error instanceof ConfigError) return say(`${message}\n`, EXIT.wrongCall);
  if (error instanceof EngineError) return say(`${message}\n`, EXIT.noEngine);
  if (code === 'EACCES' && syscall === 'listen')
    return say(`${message}: set PORT to one that everybody may use, such as 4000\n`, EXIT.wrongCall);
  if (['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS'].includes(code ?? '')) return say(`${message}\n`, EXIT.noEngine);
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES') return say(`${message}\n`, EXIT.wrongInput);
  if (code === 'EADDRINUSE') return say(`${message}: set PORT to another port, or stop what listens there\n`, EXIT.wrongCall);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return say(`${message}: set HOST to an address of this machine\n`, EXIT.wrongCall);
  return say(`${(error as Error).stack ?? message}\n`, EXIT.wrongInput);
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? codeOf(error) : await explain(error);
}
// A statement that nobody waits for any longer must not keep a server that was told to stop.
if (process.argv[2] === 'serve') process.exit();
