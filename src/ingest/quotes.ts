/** Proves quotes against the text of their source: where each stands, and that together they stay within fair use. */
import { isMap, isScalar, LineCounter, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { type Problem, type SeedDocument, SeedError } from './document.ts';
import { hashOf, type SeedFile } from './read.ts';

/** The largest share of a source that its quotes may cover. */
const MOST_COVERED = 0.2;

/** Where a quote stands: UTF-16 offsets, end exclusive, and the n-th line that is not empty. */
export interface Position {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
}

/** The text of a source as hashes and offsets mean it: line ends are LF, nothing else is changed. */
export const normalizeText = (text: string): string => text.replaceAll('\r\n', '\n');

/** Every place where `quote` stands in `text`. */
export function findQuote(text: string, quote: string): Position[] {
  const found: Position[] = [];
  for (let start = text.indexOf(quote); start !== -1; start = text.indexOf(quote, start + 1))
    found.push({ start, end: start + quote.length, paragraph: paragraphAt(text, start) });
  return found;
}

const paragraphAt = (text: string, offset: number): number => {
  const lines = text.slice(0, offset).split('\n');
  return lines.slice(0, -1).filter((line) => line.trim()).length + 1;
};

export interface Proof {
  /** The place of each claim's quote, by the claim's name. */
  readonly positions: ReadonlyMap<string, Position>;
  /** The share of the text that the quotes cover. */
  readonly covered: number;
  readonly problems: readonly Problem[];
  /** Offsets that the seed gives, and that are wrong: `--write` mends these. */
  readonly misplaced: readonly Problem[];
}

/** Looks up every quote of a seed in the text of its source. */
export function proveQuotes({ file, document, lineOf }: SeedFile, text: string): Proof {
  const { source, claims } = document as SeedDocument;
  const problems: Problem[] = [];
  const misplaced: Problem[] = [];
  const problem = (path: readonly PropertyKey[], message: string): Problem => ({ file, line: lineOf(path), message });
  if (!source.contentHash) problems.push(problem(['source'], `the source has no contentHash; this text's is ${hashOf(text)}`));
  else if (source.contentHash !== hashOf(text))
    problems.push(problem(['source', 'contentHash'], `the text given has the hash ${hashOf(text)}`));
  const positions = new Map<string, Position>();
  for (const [name, { quote, start, end, paragraph }] of Object.entries(claims)) {
    if (quote === undefined) continue;
    const [place, ...more] = findQuote(text, quote);
    if (!place) problems.push(problem(['claims', name, 'quote'], `the quote "${quote}" is not in the text`));
    else if (more.length)
      problems.push(problem(['claims', name, 'quote'], `the quote "${quote}" is in the text ${more.length + 1} times: give a longer one`));
    else {
      positions.set(name, place);
      const isRight = start === undefined || (start === place.start && end === place.end && paragraph === place.paragraph);
      if (!isRight)
        misplaced.push(
          problem(['claims', name, 'start'], `the quote stands at ${place.start} to ${place.end} in paragraph ${place.paragraph}`),
        );
    }
  }
  const covered = coverage([...positions.values()], text.length);
  if (covered > MOST_COVERED)
    problems.push(problem(['claims'], `the quotes cover ${(covered * 100).toFixed(1)}% of the text, more than ${MOST_COVERED * 100}%`));
  return { positions, covered, problems, misplaced };
}

function coverage(positions: readonly Position[], length: number): number {
  let [covered, reached] = [0, 0];
  for (const { start, end } of positions.toSorted((a, b) => a.start - b.start)) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return length ? covered / length : 0;
}

/**
 * The YAML of a seed with offsets and paragraphs filled in; everything else, comments too, stays as it is. Throws a
 * SeedError for a claim that is an alias, and for a quote that is no plain or quoted text.
 */
export function fillPositions(file: string, yaml: string, positions: ReadonlyMap<string, Position>): string {
  const lines = new LineCounter();
  const claims = parseDocument(yaml, { lineCounter: lines }).get('claims') as YAMLMap;
  const edits = [...positions].flatMap(([name, position]) => {
    const pair = claims.items.find(({ key }) => isScalar(key) && String(key.value) === name)!;
    const found = isMap(pair.value) ? editsOf(yaml, pair.value, position) : undefined;
    if (found) return found;
    const line = lines.linePos((pair.key as Scalar).range![0]).line;
    throw new SeedError([
      { file, line, message: `the claim "${name}" is an alias, or its quote a block: offsets cannot be filled in here` },
    ]);
  });
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: insert }) => text.slice(0, from) + insert + text.slice(to), yaml);
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Numbers that are there are replaced; those that are not are put behind the quote, in the style of the claim. */
function editsOf(yaml: string, claim: YAMLMap, position: Position): Edit[] | undefined {
  const quote = claim.items.find(({ key }) => isScalar(key) && key.value === 'quote');
  if (!isScalar(quote?.value) || !isScalar(quote.key) || /^BLOCK/.test(quote.value.type ?? '')) return undefined;
  const at = quote.value.range![1];
  const column = quote.key.range![0] - (yaml.lastIndexOf('\n', quote.key.range![0]) + 1);
  const glue = claim.flow ? ', ' : `${yaml.includes('\r\n') ? '\r\n' : '\n'}${' '.repeat(column)}`;
  const edits: Edit[] = [];
  let missing = '';
  for (const [key, value] of Object.entries(position)) {
    const node = claim.get(key, true);
    if (isScalar(node)) edits.push({ from: node.range![0], to: node.range![1], text: String(value) });
    else missing += `${glue}${key}: ${value}`;
  }
  return missing ? [...edits, { from: at, to: at, text: missing }] : edits;
}
