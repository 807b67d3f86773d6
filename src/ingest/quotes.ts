/** Proves quotes against the text of their source: where each stands, and that together they stay within fair use. */
import type { Problem, SeedDocument } from './document.ts';
import { findExactly, findFolded, fold, type Span } from './fold.ts';
import { oddCharacterIn } from './oddities.ts';
import { hashOf, type SeedFile } from './read.ts';
import { quote as quoteShape } from './shape.ts';

/** The largest share of a source that its quotes may cover. */
const MOST_COVERED = 0.2;

/** Where a quote stands: UTF-16 offsets, end exclusive, and the n-th line that is not empty. */
export interface Position extends Span {
  readonly paragraph: number;
}

/** What is filled in: the place, and where the quote is of another length than what stands there, the words of the text. */
export interface Filling extends Position {
  readonly quote?: string;
}

/**
 * How a quote was found. EXACT: as it stands. FOLDED: with compatible characters and runs of white space taken for
 * one; its offsets are those of the original. ABSENT: not at all.
 */
export type Finding = 'EXACT' | 'FOLDED' | 'ABSENT';

/** What became of one quote. */
export interface Quote {
  readonly claim: string;
  readonly line: number;
  readonly quote: string;
  readonly finding: Finding;
  /** Where it stands; several places where it is too short to say which. */
  readonly places: readonly Position[];
}

/** The text of a source as hashes and offsets mean it: line ends are LF, nothing else is changed. */
export const normalizeText = (text: string): string => text.replaceAll('\r\n', '\n');

/** The number of the paragraph at an offset: of the lines that are not empty, from 1. */
function paragraphsOf(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\S[^\n]*\n/g)].map(({ 0: line, index }) => index + line.length);
  return (offset) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/** Finds quotes in a text. The text is folded when the first quote asks for it. */
export function createFinder(text: string): (quote: string) => Pick<Quote, 'finding' | 'places'> {
  const paragraphAt = paragraphsOf(text);
  let folded: ReturnType<typeof fold> | undefined;
  const placed = (spans: readonly Span[]): Position[] => spans.map((span) => ({ ...span, paragraph: paragraphAt(span.start) }));
  return (quote) => {
    const exact = placed(findExactly(text, quote));
    if (exact.length) return { finding: 'EXACT', places: exact };
    folded ??= fold(text);
    const found = placed(findFolded(folded, quote));
    return found.length ? { finding: 'FOLDED', places: found } : { finding: 'ABSENT', places: [] };
  };
}

export interface Proof {
  readonly quotes: readonly Quote[];
  /** The place of each claim's quote, by the claim's name. */
  readonly positions: ReadonlyMap<string, Filling>;
  /** The share of the text that the quotes cover. */
  readonly covered: number;
  readonly problems: readonly Problem[];
  /** Why words of the text cannot be filled in. */
  readonly unfit: readonly Problem[];
}

/** Looks up every quote of a seed in the text of its source. */
export function proveQuotes({ file, document, lineOf }: SeedFile, text: string): Proof {
  const { source, claims } = document as SeedDocument;
  const find = createFinder(text);
  const problem = (path: readonly PropertyKey[], message: string): Problem => ({ file, line: lineOf(path), message });
  const quotes = Object.entries(claims).flatMap(([claim, { quote }]): Quote[] =>
    quote === undefined ? [] : [{ claim, line: lineOf(['claims', claim, 'quote']), quote, ...find(quote) }],
  );
  const positions = new Map(
    quotes.flatMap(({ claim, quote, places: [place, ...more] }) => (place && !more.length ? [[claim, fillingOf(text, quote, place)]] : [])),
  );
  const covered = coverage([...positions.values()], text.length);
  return {
    quotes,
    positions,
    covered,
    problems: [
      ...hashProblems(source.contentHash, text, problem),
      ...quotes.flatMap(({ claim, quote, places }) => {
        const path = ['claims', claim, 'quote'];
        if (places.length === 1) return [];
        return [
          problem(
            path,
            places.length
              ? `the quote "${quote}" is in the text ${places.length} times: give a longer one`
              : `the quote "${quote}" is not in the text`,
          ),
        ];
      }),
      ...(covered > MOST_COVERED
        ? [problem(['claims'], `the quotes cover ${(covered * 100).toFixed(1)}% of the text, more than ${MOST_COVERED * 100}%`)]
        : []),
      ...[...positions].flatMap(([claim, place]) => {
        const { start, end, paragraph } = claims[claim]!;
        const isRight = start === undefined || (start === place.start && end === place.end && paragraph === place.paragraph);
        const message = `the quote stands at ${place.start} to ${place.end} in paragraph ${place.paragraph}`;
        return isRight ? [] : [problem(['claims', claim, 'start'], message)];
      }),
    ],
    unfit: [...positions].flatMap(([claim, { quote }]) => {
      const message = quote === undefined ? undefined : unfitness(quote, find(quote).places.length);
      return message ? [problem(['claims', claim, 'quote'], message)] : [];
    }),
  };
}

const fillingOf = (text: string, quote: string, place: Position): Filling =>
  place.end - place.start === quote.length ? place : { quote: text.slice(place.start, place.end), ...place };

/** Why words that stand in the text in so many places are no right quote. */
function unfitness(words: string, places: number): string | undefined {
  const [issue] = quoteShape.safeParse(words).error?.issues ?? [];
  const wrong = issue?.message ?? oddCharacterIn(words);
  if (wrong) return `the words of the text, ${JSON.stringify(words)}, are not a right quote: it ${wrong}`;
  return places === 1 ? undefined : `the words of the text, ${JSON.stringify(words)}, are in it ${places} times: quote a longer phrase`;
}

function hashProblems(
  contentHash: string | undefined,
  text: string,
  problem: (path: readonly PropertyKey[], message: string) => Problem,
): Problem[] {
  const hash = hashOf(text);
  if (!contentHash) return [problem(['source'], `the source has no contentHash; this text's is ${hash}`)];
  return contentHash === hash ? [] : [problem(['source', 'contentHash'], `the text given has the hash ${hash}`)];
}

function coverage(positions: readonly Position[], length: number): number {
  let [covered, reached] = [0, 0];
  for (const { start, end } of positions.toSorted((a, b) => a.start - b.start)) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return length ? covered / length : 0;
}
