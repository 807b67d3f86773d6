/** What the files given do to the seeds that are known beside them: a source of two files, an id that is declared no longer. */
import type { Problem, SeedDocument } from './document.ts';
import type { SeedFile } from './read.ts';
import { type Declared, unmetUses } from './uses.ts';

/** A seed known beside the files given: another file, or a document as it was loaded from one. */
export type Other = Pick<SeedFile, 'file' | 'document' | 'lineOf' | 'given'>;
export type Whole<Seed extends Other> = Seed & { readonly document: SeedDocument };

export const isWhole = <Seed extends Other>(one: Seed): one is Whole<Seed> => one.document !== undefined;

const SOURCE = ['source', 'id'];

/** Files about a source that another file, which is not given along, still states. */
export const rivals = (files: readonly Whole<SeedFile>[], others: readonly Other[]): Problem[] =>
  files.flatMap(({ file, document: { source }, lineOf }) => {
    const isRival = ({ document, given }: Other) => (document?.source.id ?? source.id) === source.id && given(SOURCE) === source.id;
    const rival = others.find(isRival);
    return rival ? [{ file, line: lineOf(SOURCE), message: `the source "${source.id}" is that of ${rival.file}` }] : [];
  });

/** Which file declared an id before, and does so no longer, where that is known. */
export type Former = (id: string) => string | undefined;

/** What a seed that stays as it is uses, and nothing would declare any longer: each id once, where it is used first. */
export function leftBehind({ file, document, lineOf }: Whole<Other>, declared: Declared, former: Former): Problem[] {
  const uses = unmetUses(document, declared)
    .map(({ id, path }) => ({ id, line: lineOf(path) }))
    .toSorted((a, b) => a.line - b.line);
  const first = uses.filter(({ id }, i) => uses.findIndex((one) => one.id === id) === i);
  return first.map(({ id, line }) => {
    const by = former(id);
    const reason = by ? `for ${by} no longer declares it` : 'for no file declares it';
    const remedy = 'declare it in another file, or give this one along without it';
    return { file, line, message: `"${id}" would exist nowhere any longer, ${reason}: ${remedy}` };
  });
}
