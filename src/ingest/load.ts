/** Loads seed files: all of them are checked before anything is written, then all that is new is one transaction. */
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Engine, Row, Statement } from '../engine/engine.ts';
import { inProject } from '../root.ts';
import { statementText } from '../statements.ts';
import { difference } from './difference.ts';
import { type Problem, type SeedDocument, SeedError, type Version } from './document.ts';
import { documentIdOf } from './graph.ts';
import { historyOf, projectOnce } from './history.ts';
import type { SeedFile } from './read.ts';
import { validate } from './validate.ts';

const TIMEOUT = { timeoutMs: 60_000 };

/** What a load did, by file. */
export interface Loaded {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly pruned: readonly string[];
}
/** A version of a document as it is kept; the last of a source is in force. */
interface Stored extends Version {
  readonly id: string;
  readonly file: string;
  readonly hash: string;
}
/** A source in force: its file, as the store remembers it, and what it says. */
interface InForce extends Stored {
  readonly document: SeedDocument;
}

interface LoadOptions {
  /** Take back what the documents state that are not among the files. */
  readonly prune?: boolean;
  /** Told what is being done. */
  readonly onProgress?: (doing: string) => void;
}

/** Loads the files whose hash is new. Throws SeedError, with nothing written, where one is wrong, or would break what is loaded. */
export async function loadSeeds(
  engine: Engine,
  files: readonly SeedFile[],
  { prune = false, onProgress }: LoadOptions = {},
): Promise<Loaded> {
  const stored = await readStored(engine);
  const current = inForce(stored);
  const gone = goneFrom(current, files, prune);
  const kept = [...current.values()].filter(
    (one) => !gone.includes(one) && files.every(({ document }) => document?.source.id !== one.source),
  );
  onProgress?.(`checking ${files.length} files`);
  refuse(
    validate(
      files,
      kept.map(({ document }) => document),
    ),
  );
  refuse([...conflicts(current, files), ...brokenBy(files, kept)]);

  const changed = files.filter(({ document, hash }) => current.get(document!.source.id)?.hash !== hash);
  // What is gone was taken away by somebody, just now.
  const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const added = [...changed.map((one) => versionOf(one, stored, now)), ...gone.map((one) => withdrawal(one, now))];
  if (added.length) {
    onProgress?.(`projecting ${added.length} changed documents`);
    const next = [...stored.filter((one) => !added.some((later) => isReplaced(one, later))), ...added];
    const projected = projectOnce();
    const statements = difference(historyOf(stored, projected), historyOf(next, projected));
    onProgress?.(`writing ${statements.reduce((sum, { parameters }) => sum + rowsOf(parameters), 0)} rows`);
    await engine.write([...statements, ...bookkeeping(stored, added)]);
  }
  const names = (some: readonly { readonly file: string }[]) => some.map(({ file }) => file);
  return { written: names(changed), unchanged: names(files.filter((one) => !changed.includes(one))), pruned: names(gone) };
}

const rowsOf = (parameters: Row): number => (parameters['p'] as { rows: unknown[] }).rows.length;

/** A version recorded no earlier than one that is loaded later was never known; that a source was taken away stays so. */
const isReplaced = (one: Version, later: Version): boolean =>
  one.source === later.source && one.document !== undefined && one.recordedAt >= later.recordedAt;

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

/** The version in force of each source that was not taken away. */
function inForce(stored: readonly Stored[]): Map<string, InForce> {
  const last = new Map(stored.map((one) => [one.source, one]));
  return new Map([...last].filter((entry): entry is [string, InForce] => entry[1].document !== undefined));
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length) throw new SeedError(problems);
}

/** Documents to be taken back: those whose file is about another source now and, when pruning, those of no file. */
function goneFrom(current: ReadonlyMap<string, InForce>, files: readonly SeedFile[], prune: boolean): InForce[] {
  const ids = new Set(files.map(({ document }) => document?.source.id));
  const paths = new Set(files.map(({ file }) => placeOf(file)));
  return [...current.values()].filter(({ file, source }) => !ids.has(source) && (prune || paths.has(file)));
}

/** Files about a source that another file, which still stands, is about already. */
const conflicts = (current: ReadonlyMap<string, InForce>, files: readonly SeedFile[]): Problem[] =>
  files.flatMap(({ file, document, lineOf }) => {
    const before = document && current.get(document.source.id);
    const isOther = before && before.file !== placeOf(file) && existsSync(resolve(inProject(), before.file));
    return isOther
      ? [{ file, line: lineOf(['source', 'id']), message: `the source "${document.source.id}" is that of ${before.file}` }]
      : [];
  });

/** Documents loaded before that would link to what no longer exists. */
function brokenBy(files: readonly SeedFile[], kept: readonly InForce[]): Problem[] {
  const declared = new Set([
    ...files.flatMap(({ document }) => (document ? idsDeclared(document) : [])),
    ...kept.flatMap(({ document }) => idsDeclared(document)),
  ]);
  return kept.flatMap(({ file, document }) =>
    missing(document, declared).map((id) => ({ file, line: 1, message: `"${id}" would exist nowhere any longer: load this file along` })),
  );
}

/** Where a file lies, as the store remembers it: from the project's folder, if it lies below it. */
function placeOf(file: string): string {
  const place = relative(inProject(), resolve(file));
  return place.startsWith('..') ? resolve(file) : place;
}

/** All versions of the documents loaded before, those of a source in the order they were recorded. */
async function readStored(engine: Engine): Promise<Stored[]> {
  const rows = await engine.read(statementText('readDocuments'), {}, TIMEOUT);
  return (rows as unknown as (Omit<Stored, 'document'> & { readonly content: string | null })[]).map(({ content, ...rest }) => ({
    ...rest,
    document: content === null ? undefined : (JSON.parse(content) as SeedDocument),
  }));
}

/** Writes the versions that were added, and takes out those in whose place they stand. */
function bookkeeping(stored: readonly Stored[], added: readonly Stored[]): Statement[] {
  const replaced = stored.filter((one) => added.some((later) => isReplaced(one, later)));
  const rows = added.map(({ document, ...rest }) => ({
    id: rest.id,
    values: { ...rest, ...(document && { content: JSON.stringify(document) }) },
  }));
  return [
    { text: statementText('deleteNodes', { BASE: 'Document' }), parameters: { p: { rows: replaced.map(({ id }) => ({ id })) } } },
    { text: statementText('upsertNodes', { BASE: 'Document', KIND: 'Document' }), parameters: { p: { rows } } },
  ];
}

const idsDeclared = ({ source, sources, entities }: SeedDocument): string[] => [source, ...sources, ...entities].map(({ id }) => id);
function missing(document: SeedDocument, declared: ReadonlySet<string>): string[] {
  const own = new Set(idsDeclared(document));
  const speakers = [document.source.attributedTo, ...Object.values(document.claims).map((claim) => claim.attributedTo)].filter(
    (id) => typeof id === 'string',
  );
  const needed = [
    ...document.links.flatMap(({ from, to }) => [from, ...[to].flat()]),
    ...document.values.map(({ of }) => of),
    ...speakers,
    ...[document.source, ...document.sources].flatMap(({ publishers = [], derivedFrom = [] }) => [...publishers, ...derivedFrom]),
    ...Object.values(document.claims).flatMap(({ about = [] }) => about),
  ];
  return needed.filter((id) => !own.has(id) && !declared.has(id));
}
