/** Merges what several documents say of the same entity or source: who or what it is, never a stated value. */
import type { SeedDocument, SeedSource } from './document.ts';

/** What documents say together. */
export interface Merged<What> {
  readonly id: string;
  readonly what: What;
}

type Fields = { readonly id: string } & Readonly<Record<string, unknown>>;

/** Entities by id; `documents` stand in the order they were recorded, and the first to say something is kept. */
export const mergeEntities = (documents: readonly SeedDocument[]): Map<string, Merged<Fields>> =>
  mergeAll(documents.flatMap(({ entities }) => entities.map((what) => ({ id: what.id, what }))));

/** Sources by id: a document's word on its own source goes before that of others. */
export const mergeSources = (documents: readonly SeedDocument[]): Map<string, Merged<SeedSource>> =>
  mergeAll([
    ...documents.map(({ source: { attributedTo: _, ...what } }) => ({ id: what.id, what: what as SeedSource })),
    ...documents.flatMap(({ sources }) => sources.map((what) => ({ id: what.id, what }))),
  ]);

function mergeAll<What extends Fields>(all: readonly Merged<What>[]): Map<string, Merged<What>> {
  const found = new Map<string, Merged<What>>();
  for (const one of all) {
    const before = found.get(one.id);
    found.set(one.id, before ? { ...before, what: mergeFields(before.what, one.what) } : one);
  }
  return found;
}

/** Lists are joined, of everything else the first is kept. */
function mergeFields<What extends Fields>(first: What, second: What): What {
  const merged: Record<string, unknown> = { ...second, ...first };
  for (const [name, value] of Object.entries(first)) {
    if (Array.isArray(value) && Array.isArray(second[name])) merged[name] = joinLists(value, second[name]);
  }
  return merged as What;
}

function joinLists(first: readonly unknown[], second: readonly unknown[]): unknown[] {
  const keyOf = (item: unknown): string => JSON.stringify(typeof item === 'object' ? { ...item, kind: undefined, url: undefined } : item);
  const known = new Set(first.map(keyOf));
  return [...first, ...second.filter((item) => !known.has(keyOf(item)))];
}
