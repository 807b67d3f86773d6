/** Loads seed files: all of them are checked before anything is written, then each is one transaction. */
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Engine, Row, Statement } from '../engine/engine.ts';
import { inProject } from '../root.ts';
import { statementText } from '../statements.ts';
import { difference } from './difference.ts';
import { type Problem, type SeedDocument, SeedError } from './document.ts';
import { documentIdOf } from './graph.ts';
import { project } from './project.ts';
import type { SeedFile } from './read.ts';
import { validate } from './validate.ts';

const TIMEOUT = { timeoutMs: 60_000 };

/** What a load did, by file. */
export interface Loaded {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly pruned: readonly string[];
}
interface Stored {
  readonly file: string;
  readonly hash: string;
  readonly document: SeedDocument;
}
type Progress = (done: number, all: number, file: string) => void;

interface LoadOptions {
  /** Take back what the documents state that are not among the files. */
  readonly prune?: boolean;
  readonly onProgress?: Progress;
}

/** Loads the files whose hash is new. Throws SeedError, with nothing written, where one is wrong, or would break what is loaded. */
export async function loadSeeds(
  engine: Engine,
  files: readonly SeedFile[],
  { prune = false, onProgress }: LoadOptions = {},
): Promise<Loaded> {
  const stored = await readStored(engine);
  const gone = goneFrom(stored, files, prune);
  const kept = [...stored.values()].filter(
    (one) => !gone.includes(one) && files.every(({ document }) => document?.source.id !== one.document.source.id),
  );
  const others = kept.map(({ document }) => document);
  refuse(validate(files, others));
  refuse([...conflicts(stored, files), ...brokenBy(files, kept)]);

  const changed = files.filter(({ document, hash }) => stored.get(document!.source.id)?.hash !== hash);
  const current = new Map([...stored].map(([id, { document }]) => [id, document]));
  let graph = changed.length + gone.length ? project(current.values()) : undefined;
  const step = async (bookkeeping: Statement, at: string): Promise<void> => {
    const next = project(current.values());
    await engine.write([...difference(graph!, next, at), bookkeeping]);
    graph = next;
  };

  let done = 0;
  for (const group of inOrderOfNeed(changed, current)) {
    for (const { document } of group) current.set(document!.source.id, document!);
    const at = group
      .map(({ document }) => document!.recordedAt)
      .toSorted()
      .at(-1)!;
    await step(writeDocuments(group), at);
    for (const { file } of group) onProgress?.(++done, changed.length, file);
  }
  // What is gone was taken away by somebody, just now.
  for (const { document } of gone) current.delete(document.source.id);
  if (gone.length) await step(deleteDocuments(gone), new Date().toISOString());

  const names = (some: readonly { readonly file: string }[]) => some.map(({ file }) => file);
  return { written: names(changed), unchanged: names(files.filter((one) => !changed.includes(one))), pruned: names(gone) };
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length) throw new SeedError(problems);
}

/** Stored documents to be taken back: those whose file is about another source now and, when pruning, those of no file. */
function goneFrom(stored: ReadonlyMap<string, Stored>, files: readonly SeedFile[], prune: boolean): Stored[] {
  const ids = new Set(files.map(({ document }) => document?.source.id));
  const paths = new Set(files.map(({ file }) => placeOf(file)));
  return [...stored.values()].filter(({ file, document }) => !ids.has(document.source.id) && (prune || paths.has(file)));
}

/** Files about a source that another file, which still stands, is about already. */
const conflicts = (stored: ReadonlyMap<string, Stored>, files: readonly SeedFile[]): Problem[] =>
  files.flatMap(({ file, document, lineOf }) => {
    const before = document && stored.get(document.source.id);
    const isOther = before && before.file !== placeOf(file) && existsSync(resolve(inProject(), before.file));
    return isOther
      ? [{ file, line: lineOf(['source', 'id']), message: `the source "${document.source.id}" is that of ${before.file}` }]
      : [];
  });

/** Documents loaded before that would link to what no longer exists. */
function brokenBy(files: readonly SeedFile[], kept: readonly Stored[]): Problem[] {
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

/** The documents loaded before, by the id of their source. */
async function readStored(engine: Engine): Promise<Map<string, Stored>> {
  const rows = await engine.read(statementText('readDocuments'), {}, TIMEOUT);
  const stored = rows.map(
    ({ file, hash, content }): Stored => ({
      file: file as string,
      hash: hash as string,
      document: JSON.parse(content as string) as SeedDocument,
    }),
  );
  return new Map(stored.map((one) => [one.document.source.id, one]));
}

const writeDocuments = (files: readonly SeedFile[]): Statement => ({
  text: statementText('upsertNodes', { BASE: 'Document', KIND: 'Document' }),
  parameters: { p: { rows: files.map(documentRow) } },
});

const deleteDocuments = (some: readonly Stored[]): Statement => ({
  text: statementText('deleteNodes', { BASE: 'Document' }),
  parameters: { p: { rows: some.map(({ document }) => ({ id: documentIdOf(document.source.id) })) } },
});

function documentRow({ file, hash, document }: SeedFile): Row {
  const id = documentIdOf(document!.source.id);
  return { id, values: { id, file: placeOf(file), hash, content: JSON.stringify(document) } };
}

/** Files so that each comes after those that declare what it links to; files that need one another go together. */
function inOrderOfNeed(files: readonly SeedFile[], known: ReadonlyMap<string, SeedDocument>): SeedFile[][] {
  const declared = new Set([...known.values()].flatMap(idsDeclared));
  const groups: SeedFile[][] = [];
  let waiting = [...files];
  while (waiting.length) {
    const ready = waiting.find(({ document }) => missing(document!, declared).length === 0);
    const group = ready ? [ready] : waiting;
    for (const { document } of group) for (const id of idsDeclared(document!)) declared.add(id);
    groups.push(group);
    waiting = waiting.filter((one) => !group.includes(one));
  }
  return groups;
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
