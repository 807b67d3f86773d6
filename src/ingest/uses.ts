/** The ids that documents declare, and those that they use, each with its place. */
import { kindOf } from '../../model/ids.ts';
import { endsOf, type SeedDocument, type SeedSource } from './document.ts';
import type { Path } from './yaml.ts';

/** Every id that some document declares. */
export interface Declared {
  readonly entities: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** An id where it is used. */
interface Use {
  readonly id: string;
  readonly path: Path;
  readonly among: keyof Declared;
}

export const declaredBy = (documents: readonly SeedDocument[]): Declared => ({
  entities: new Set(documents.flatMap(({ entities }) => entities.map(({ id }) => id))),
  sources: new Set(documents.flatMap(({ source, sources }) => [source.id, ...sources.map(({ id }) => id)])),
});

/** The uses of ids that nothing declares. An id that names no kind is another mistake. */
export const unmetUses = (document: SeedDocument, declared: Declared): Use[] =>
  usesOf(document).filter(({ id, among }) => kindOf(id) && !declared[among].has(id));

const usesOf = ({ source, sources, claims, links, values }: SeedDocument): Use[] => [
  ...usesOfSource(source, ['source']),
  ...entity(source.attributedTo, 'source', 'attributedTo'),
  ...sources.flatMap((one, i) => usesOfSource(one, ['sources', i])),
  ...Object.entries(claims).flatMap(([name, { attributedTo, about = [] }]) => [
    ...entity(attributedTo, 'claims', name, 'attributedTo'),
    ...about.flatMap((id, i) => entity(id, 'claims', name, 'about', i)),
  ]),
  ...links.flatMap((link, i) => [
    ...entity(link.from, 'links', i, 'from'),
    ...endsOf(link).flatMap((id, end) => entity(id, 'links', i, 'to', end)),
  ]),
  ...values.flatMap(({ of }, i) => entity(of, 'values', i, 'of')),
];

const usesOfSource = ({ publishers = [], derivedFrom = [] }: SeedSource, at: Path): Use[] => [
  ...publishers.flatMap((id, i) => entity(id, ...at, 'publishers', i)),
  ...derivedFrom.map((id, i): Use => ({ id, path: [...at, 'derivedFrom', i], among: 'sources' })),
];

const entity = (id: string | null | undefined, ...path: Path): Use[] => (id ? [{ id, path, among: 'entities' }] : []);
