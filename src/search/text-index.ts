/** The text index beside the embedded engine: MiniSearch over the names and texts of all entities, in memory. */
import MiniSearch, { type Query as Asked, type SearchResult } from 'minisearch';
import { prefixOf } from '../../model/ids.ts';
import { Turns } from '../turns.ts';
import type { Query, Wanted } from './rank.ts';
import { MISSPELT_FROM, pairsOf, termsOf, type Word } from './words.ts';

/** An entity as it is indexed: its names, one a line, and its texts, folded. */
export interface Indexed {
  readonly id: string;
  readonly names: string | null;
  readonly texts: string | null;
}

export class TextIndex {
  /** The entities of each whole name or identifier. */
  private readonly byName = new Map<string, string[]>();
  private readonly index = new MiniSearch<Indexed>({
    fields: ['names', 'texts'],
    extractField: (one, field) => (one as unknown as Record<string, string | null>)[field] ?? '',
    tokenize: termsOf,
    processTerm: (term) => term,
  });

  /** The index of all entities, which come some at a time. */
  static async of(all: AsyncIterable<readonly Indexed[]>): Promise<TextIndex> {
    const [made, turns] = [new TextIndex(), new Turns()];
    for await (const some of all) {
      for (const one of some) {
        made.add(one);
        if (turns.isOver) await turns.pass();
      }
    }
    return made;
  }

  private add(one: Indexed): void {
    this.index.add(one);
    for (const name of (one.names ?? '').split('\n')) {
      const known = this.byName.get(name);
      if (known) known.push(one.id);
      else this.byName.set(name, [one.id]);
    }
  }

  /** The entities that may answer a query, those of exactly that name first, then the likeliest. */
  find({ text, words }: Query, { most, prefixes }: Wanted): string[] {
    const isWanted = (id: string): boolean => !prefixes || prefixes.includes(prefixOf(id));
    const exact = (this.byName.get(text) ?? []).filter(isWanted);
    const filter = ({ id }: SearchResult): boolean => isWanted(id as string);
    const found = this.index.search({ combineWith: 'OR', queries: words.map(queryOf) }, { boost: { names: 4 }, filter });
    return [...new Set([...exact, ...found.slice(0, most).map(({ id }) => id as string)])];
  }
}

/** A word as it is, as a beginning, and with one letter otherwise; of a run without blanks each pair. */
function queryOf({ text, isUnspaced }: Word): Asked {
  const exactly = { prefix: false, fuzzy: false, tokenize: (given: string) => [given] };
  if (isUnspaced) return { combineWith: 'AND', queries: pairsOf(text), ...exactly };
  const isLong = text.length >= MISSPELT_FROM;
  const nearly: Asked = { queries: [text], ...exactly, prefix: text.length > 1, fuzzy: isLong ? 1 : false };
  return { combineWith: 'OR', queries: [nearly, ...(isLong ? [{ queries: swapsOf(text), ...exactly }] : [])] };
}

/** A word with two neighbouring letters swapped, in every place. */
const swapsOf = (word: string): string[] =>
  Array.from({ length: word.length - 1 }, (_, i) => word.slice(0, i) + word[i + 1]! + word[i]! + word.slice(i + 2));
