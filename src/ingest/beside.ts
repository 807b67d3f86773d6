/** The seeds that stand beside those given, as the store remembers them: what they say, and who declared what. */
import { compare } from './claims.ts';
import type { Former, Other } from './others.ts';
import { readSeedFile, type SeedFile } from './read.ts';
import { fileAt, type InForce, nameOf, placeOf } from './stored.ts';
import { declaredBy } from './uses.ts';

/** The documents in force, by their source. */
export type Current = ReadonlyMap<string, InForce>;

/** What is known of files that are not given. */
export function othersThan(files: readonly SeedFile[], gone: readonly InForce[], current: Current): Other[] {
  const given = new Set(files.map(({ file }) => placeOf(file)));
  const others = [...current.values()].filter((one) => !gone.includes(one) && !given.has(one.file));
  return others.toSorted((a, b) => compare(a.file, b.file)).map(recall);
}

/** A document as it was loaded. Its lines are those of its file, as long as that is as it was. */
function recall({ file, hash, document }: InForce): Other {
  let read: SeedFile | undefined;
  const now = (): SeedFile => {
    read ??= readSeedFile(fileAt(file));
    return read;
  };
  return {
    file: nameOf(file),
    document,
    given: (path) => now().given(path),
    lineOf: (path) => (now().hash === hash ? now().lineOf(path) : 1),
  };
}

/** Which file declared an id, as it was loaded before. */
export function formerOf(files: readonly SeedFile[], gone: readonly InForce[], current: Current): Former {
  const replaced = files.flatMap(({ file, document }) => {
    const before = document && current.get(document.source.id);
    return before ? [{ file, document: before.document }] : [];
  });
  const before = [...replaced, ...gone.map(({ file, document }) => ({ file: nameOf(file), document }))];
  const declared = before.map(({ file, document }) => ({ file, ids: declaredBy([document]) }));
  return (id) => declared.find(({ ids }) => ids.entities.has(id) || ids.sources.has(id))?.file;
}
