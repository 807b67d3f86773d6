/** Loads seed files: all of them are checked before anything is written, then all that is new is one transaction. */
import { type Clock, secondOf } from '../clock.ts';
import type { Engine, Row, Statement } from '../engine/engine.ts';
import { changeStore } from '../engine/store.ts';
import { type Current, formerOf, othersThan } from './beside.ts';
import { difference } from './difference.ts';
import { type Problem, SeedError } from './document.ts';
import { documentIdOf } from './graph.ts';
import { historyOf, projectOnce } from './history.ts';
import type { SeedFile } from './read.ts';
import { bookkeeping, type InForce, inForce, isReplaced, placeOf, readStored, type Stored } from './stored.ts';
import { validate } from './validate.ts';

/** What a load did, by file; and the sources it took back, with the files they were known from. */
export interface Loaded {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly pruned: readonly { readonly source: string; readonly file: string }[];
}

export interface LoadOptions {
  /** Take back what the documents state that are not among the files. */
  readonly prune?: boolean;
  /** Told what is being done. */
  readonly onProgress?: (doing: string) => void;
}

/** Loads the files whose hash is new. Throws SeedError, with nothing written, where one is wrong, or would break what is loaded. */
export const loadSeeds = (engine: Engine, files: readonly SeedFile[], clock: Clock, options: LoadOptions = {}): Promise<Loaded> =>
  changeStore(engine, async () => decide(await readStored(engine), files, clock, options));

/** What is to be written for the files, where these versions are stored. */
function decide(
  stored: readonly Stored[],
  files: readonly SeedFile[],
  clock: Clock,
  { prune = false, onProgress }: LoadOptions,
): { statements: Statement[]; result: Loaded } {
  const current = inForce(stored);
  const gone = goneFrom(current, files, prune);
  onProgress?.(`checking ${files.length} files`);
  refuse(validate(files, othersThan(files, gone, current), formerOf(files, gone, current)));

  const changed = files.filter(({ document, hash }) => current.get(document!.source.id)?.hash !== hash);
  // What is gone was taken away by somebody, just now.
  const now = secondOf(clock());
  const added = [...changed.map((one) => versionOf(one, stored, now)), ...gone.map((one) => withdrawal(one, now))];
  const renamed = renamedFrom(current, files);
  const names = (some: readonly SeedFile[]) => some.map(({ file }) => file);
  return {
    statements: added.length || renamed.length ? [...statementsFor(stored, added, onProgress), ...bookkeeping(stored, added, renamed)] : [],
    result: {
      written: names(changed),
      unchanged: names(files.filter((one) => !changed.includes(one))),
      pruned: gone.map(({ source, file }) => ({ source, file })),
    },
  };
}

/** What turns the graph of the versions stored into that of those and the ones added. */
function statementsFor(stored: readonly Stored[], added: readonly Stored[], onProgress?: LoadOptions['onProgress']): Statement[] {
  if (!added.length) return [];
  onProgress?.(`projecting ${added.length} changed documents`);
  const next = [...stored.filter((one) => !added.some((later) => isReplaced(one, later))), ...added];
  const projected = projectOnce();
  const statements = difference(historyOf(stored, projected), historyOf(next, projected));
  onProgress?.(`writing ${statements.reduce((sum, { parameters }) => sum + rowsOf(parameters), 0)} rows`);
  return statements;
}

const rowsOf = (parameters: Row): number => (parameters['p'] as { rows: unknown[] }).rows.length;

/** A source that was taken away, and is stated again, is known again from then on. */
function versionOf({ file, hash, document }: SeedFile, stored: readonly Stored[], now: string): Stored {
  const { source } = document!;
  const isBack = stored.some((one) => one.source === source.id && one.document === undefined && one.recordedAt > document!.recordedAt);
  const recordedAt = isBack ? now : document!.recordedAt;
  return { id: documentIdOf(source.id, recordedAt), source: source.id, recordedAt, document: document!, file: placeOf(file), hash };
}

/** A source taken away, now; not before it was recorded. */
function withdrawal({ source, file, recordedAt: last }: Stored, now: string): Stored {
  const recordedAt = last < now ? now : last;
  return { id: documentIdOf(source, recordedAt), source, recordedAt, document: undefined, file, hash: '' };
}

/** Documents that are as they were, in a file of another name: they are remembered under that. */
const renamedFrom = (current: Current, files: readonly SeedFile[]): InForce[] =>
  files.flatMap(({ file, hash, document }) => {
    const before = current.get(document!.source.id);
    return before?.hash === hash && before.file !== placeOf(file) ? [{ ...before, file: placeOf(file) }] : [];
  });

function refuse(problems: readonly Problem[]): void {
  if (problems.length) throw new SeedError(problems);
}

/** Documents to be taken back: those whose file is about another source now and, when pruning, those of no file. */
function goneFrom(current: Current, files: readonly SeedFile[], prune: boolean): InForce[] {
  const ids = new Set(files.map(({ document }) => document?.source.id));
  const paths = new Set(files.map(({ file }) => placeOf(file)));
  return [...current.values()].filter(({ file, source }) => !ids.has(source) && (prune || paths.has(file)));
}
