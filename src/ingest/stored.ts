/** The documents that the store remembers: every version, the file it was read from, and which one is in force. */
import { isAbsolute, relative, resolve } from 'node:path';
import { statementText } from '../cypher/statements.ts';
import type { Engine, Statement } from '../engine/engine.ts';
import { storeError } from '../engine/faults.ts';
import { inProject } from '../root.ts';
import type { SeedDocument, Version } from './document.ts';
import { locate } from './files.ts';

const TIMEOUT = { timeoutMs: 60_000 };

/** A version of a document as it is kept; the last of a source is in force. */
export interface Stored extends Version {
  readonly id: string;
  readonly file: string;
  readonly hash: string;
}
/** A source in force: its file, as the store remembers it, and what it says. */
export interface InForce extends Stored {
  readonly document: SeedDocument;
}

/** All versions of the documents loaded before, those of a source in the order they were recorded. */
export async function readStored(engine: Engine): Promise<Stored[]> {
  const rows = await engine.read(statementText('readDocuments'), {}, TIMEOUT);
  return (rows as unknown as (Omit<Stored, 'document'> & { readonly content: string | null })[]).map(({ content, ...rest }) => ({
    ...rest,
    document: content === null ? undefined : parsed(content, rest.id),
  }));
}

function parsed(content: string, id: string): SeedDocument {
  try {
    return JSON.parse(content) as SeedDocument;
  } catch (cause) {
    throw storeError('STORE_FAULTY', `What is stored of ${id} cannot be read: ${(cause as Error).message}.`, cause);
  }
}

/** The version in force of each source that was not taken away. */
export function inForce(stored: readonly Stored[]): Map<string, InForce> {
  const last = new Map(stored.map((one) => [one.source, one]));
  return new Map([...last].filter((entry): entry is [string, InForce] => entry[1].document !== undefined));
}

/** A version recorded no earlier than one that is loaded later was never known; that a source was taken away stays so. */
export const isReplaced = (one: Version, later: Version): boolean =>
  one.source === later.source && one.document !== undefined && one.recordedAt >= later.recordedAt;

/** Writes versions that are new or remembered otherwise, and takes out those in whose place the new ones stand. */
export function bookkeeping(stored: readonly Stored[], added: readonly Stored[], renamed: readonly Stored[]): Statement[] {
  const replaced = stored.filter((one) => added.some((later) => isReplaced(one, later)));
  const rows = [...added, ...renamed].map(({ document, ...rest }) => ({
    id: rest.id,
    values: { ...rest, ...(document && { content: JSON.stringify(document) }) },
  }));
  return [
    { text: statementText('deleteNodes', { BASE: 'Document' }), parameters: { p: { rows: replaced.map(({ id }) => ({ id })) } } },
    { text: statementText('upsertNodes', { BASE: 'Document', KIND: 'Document' }), parameters: { p: { rows } } },
  ];
}

/** Where a file lies, as the store remembers it: from the project's folder, if it lies below it. */
export function placeOf(file: string): string {
  const place = relative(inProject(), locate(file));
  return place.startsWith('..') ? locate(file) : place;
}

/** The file that lies at a place. */
export const fileAt = (place: string): string => resolve(inProject(), place);

/** What the file at a place is called in the folder the program runs in. */
export const nameOf = (place: string): string => (isAbsolute(place) ? place : relative(process.cwd(), fileAt(place)));
