/** The text index beside the embedded engine: MiniSearch over the names and texts of all entities, in memory. */
import MiniSearch from 'minisearch';
import type { Query, Searched } from './rank.ts';
import { folded, isPair, MISSPELT_FROM, termsOf } from './words.ts';

/** How many entities are put in before others get their turn. */
const CHUNK = 500;

/** Entities by id, and the index over them. */
export class TextIndex {
  private readonly entities = new Map<string, Searched>();
  private readonly index = new MiniSearch<{ id: string; names: string; texts: string }>({
    fields: ['names', 'texts'],
    tokenize: termsOf,
    processTerm: (term) => term,
  });

  static async of(all: readonly Searched[]): Promise<TextIndex> {
    const made = new TextIndex();
    for (const one of all) made.entities.set(one.id, one);
    await made.index.addAllAsync(all.map(documentOf), { chunkSize: CHUNK });
    return made;
  }

  /** The entities that answer a query best, at most `most`. */
  find({ text }: Query, most: number): Searched[] {
    const found = this.index.search(text, {
      boost: { names: 4 },
      prefix: (term) => !isPair(term),
      fuzzy: (term) => (term.length >= MISSPELT_FROM ? 1 : false),
    });
    return found.slice(0, most).map(({ id }) => this.entities.get(id as string)!);
  }
}

const documentOf = ({ id, name, names, identifiers, summary, statement }: Searched) => ({
  id,
  names: [name, ...(names ?? []), ...(identifiers ?? [])].map((one) => folded(one ?? '')).join(' '),
  texts: [summary, statement].map((one) => folded(one ?? '')).join(' '),
});
