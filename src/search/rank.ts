/** How well an entity answers a search: exact names and identifiers first, then what begins so, then words, then words nearly so. */
import { folded, MISSPELT_FROM, tellingOf, type Word, wordsOf } from './words.ts';

/** An entity as it is searched: its texts as they stand. */
export interface Searched {
  readonly id: string;
  readonly name: string | null;
  readonly names: readonly string[] | null;
  readonly identifiers: readonly string[] | null;
  readonly summary: string | null;
  readonly statement: string | null;
}

/** Which entities are candidates. */
export interface Wanted {
  readonly most: number;
  /** Prefixes of the ids of the kinds; any kind where there are none. */
  readonly prefixes: readonly string[] | undefined;
}

export interface Hit {
  readonly id: string;
  readonly score: number;
  /** The field that matched best. */
  readonly field: string;
  readonly snippet: string;
}

/** What is searched for: as a whole, and by its words. */
export interface Query {
  readonly text: string;
  readonly words: readonly Word[];
}
export const queryOf = (text: string): Query => {
  const plain = folded(text);
  return { text: plain, words: tellingOf(wordsOf(plain)) };
};

/** What a match in a field weighs. */
const WEIGHTS: Readonly<Record<string, number>> = { identifiers: 1, name: 1, names: 0.98, summary: 0.5, statement: 0.5 };

/** The best match of an entity; none where no word of the query is in it. */
export function hitOf(searched: Searched, query: Query): Hit | undefined {
  const { id, name, names, identifiers, summary, statement } = searched;
  const texts: [field: string, text: string][] = [
    ...(name ? [['name', name] as [string, string]] : []),
    ...(names ?? []).map((one): [string, string] => ['names', one]),
    ...(identifiers ?? []).map((one): [string, string] => ['identifiers', one]),
    ...(summary ? [['summary', summary] as [string, string]] : []),
    ...(statement ? [['statement', statement] as [string, string]] : []),
  ];
  let best: Hit | undefined;
  for (const [field, text] of texts) {
    const score = matchOf(folded(text), query, field) * WEIGHTS[field]!;
    if (score > (best?.score ?? 0)) best = { id, score, field, snippet: snippetOf(text, query) };
  }
  return best && { ...best, score: Math.round(best.score * 1e6) / 1e6 };
}

/** How well a text matches, 0 to 1. */
function matchOf(text: string, { text: query, words }: Query, field: string): number {
  if (text === query) return 1;
  if (field === 'identifiers') return 0;
  if (text.startsWith(query)) return 0.8 + 0.1 * (query.length / text.length);
  const own = wordsOf(text);
  const found = words.map((word) => wordMatch(word, own, text));
  const share = found.reduce((sum, one) => sum + one, 0) / words.length;
  if (share === 0) return 0;
  // Of two texts with all the words, the one that has less beside them is nearer.
  const closeness = Math.min(1, query.length / text.length);
  return found.every((one) => one > 0) ? 0.4 * share + 0.3 + 0.05 * closeness : 0.4 * share;
}

/** Whether a word stands in a text: as it is, as the beginning of one, or with one letter otherwise. */
function wordMatch({ text, isUnspaced }: Word, own: readonly Word[], whole: string): number {
  if (isUnspaced) return whole.includes(text) ? 1 : 0;
  if (own.some((word) => word.text === text)) return 1;
  if (own.some((word) => word.text.startsWith(text))) return 0.8;
  return text.length >= MISSPELT_FROM && own.some((word) => isNear(text, word.text)) ? 0.5 : 0;
}

/** Whether one letter put in, taken out or changed, or two neighbours swapped, makes one word of the other. */
export function isNear(query: string, word: string): boolean {
  if (Math.abs(query.length - word.length) > 1) return false;
  let at = 0;
  while (at < query.length && query[at] === word[at]) at++;
  const [rest, other] = [query.slice(at), word.slice(at)];
  const candidates = [
    [rest.slice(1), other.slice(1)],
    [rest.slice(1), other],
    [rest, other.slice(1)],
    ...(rest[0] === other[1] && rest[1] === other[0] ? [[rest.slice(2), other.slice(2)]] : []),
  ] as const;
  return candidates.some(([a, b]) => a === b);
}

const SNIPPET = 120;
/** The part of a text around the first word that is found in it. */
function snippetOf(text: string, { words }: Query): string {
  if (text.length <= SNIPPET) return text;
  const plain = text.toLowerCase();
  const at = Math.max(
    0,
    ...words
      .map((word) => plain.indexOf(word.text))
      .filter((index) => index >= 0)
      .slice(0, 1),
  );
  const start = Math.max(0, Math.min(at - SNIPPET / 3, text.length - SNIPPET));
  const cut = text.slice(start, start + SNIPPET).replace(/\p{Surrogate}/gu, '');
  return `${start > 0 ? '…' : ''}${cut}${start + SNIPPET < text.length ? '…' : ''}`;
}

/** The best hits first; then by id. */
export const rankHits = (all: readonly Searched[], query: Query): Hit[] =>
  all.flatMap((one) => hitOf(one, query) ?? []).toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
