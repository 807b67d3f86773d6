/** Proves quotes against the text of their source: where each stands, and that together they stay within fair use. */
import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import type { Problem, SeedDocument } from './document.ts';
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
export const normalizeText = (text: string): string => text.replace(/\r\n?/g, '\n');

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
}

/** Looks up every quote of a seed in the text of its source. Offsets that the seed gives must be the right ones. */
export function proveQuotes({ file, document, lineOf }: SeedFile, text: string): Proof {
  const { source, claims } = document as SeedDocument;
  const problems: Problem[] = [];
  const report = (path: readonly PropertyKey[], message: string) => void problems.push({ file, line: lineOf(path), message });
  if (!source.contentHash) report(['source'], `the source has no contentHash; this text's is ${hashOf(text)}`);
  else if (source.contentHash !== hashOf(text)) report(['source', 'contentHash'], `the text given has the hash ${hashOf(text)}`);
  const positions = new Map<string, Position>();
  for (const [name, { quote, start, end, paragraph }] of Object.entries(claims)) {
    if (quote === undefined) continue;
    const found = findQuote(text, quote);
    const [only, ...more] = found;
    if (!only) report(['claims', name, 'quote'], `the quote "${quote}" is not in the text`);
    else if (more.length && found.every((one) => one.start !== start))
      report(['claims', name, 'quote'], `the quote "${quote}" is in the text ${found.length} times: give a longer one`);
    else {
      const place = found.find((one) => one.start === start) ?? only;
      positions.set(name, place);
      if (start !== undefined && (start !== place.start || end !== place.end || paragraph !== place.paragraph))
        report(['claims', name, 'start'], `the quote stands at ${place.start} to ${place.end} in paragraph ${place.paragraph}`);
    }
  }
  const covered = coverage([...positions.values()], text.length);
  if (covered > MOST_COVERED)
    report(['claims'], `the quotes cover ${(covered * 100).toFixed(1)}% of the text, more than ${MOST_COVERED * 100}%`);
  return { positions, covered, problems };
}

function coverage(positions: readonly Position[], length: number): number {
  let [covered, reached] = [0, 0];
  for (const { start, end } of positions.toSorted((a, b) => a.start - b.start)) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return length ? covered / length : 0;
}

/** The YAML of a seed with offsets and paragraphs filled in; everything else, comments too, stays as it is. */
export function fillPositions(yaml: string, positions: ReadonlyMap<string, Position>): string {
  const document = parseDocument(yaml);
  const claims = document.get('claims') as YAMLMap | undefined;
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  for (const [name, position] of positions) edits.push(...editsOf(yaml, claims!.get(name, true) as unknown as YAMLMap, position));
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: insert }) => text.slice(0, from) + insert + text.slice(to), yaml);
}

function editsOf(yaml: string, claim: YAMLMap, position: Position) {
  const edits: { from: number; to: number; text: string }[] = [];
  const missing: string[] = [];
  for (const [key, value] of Object.entries(position)) {
    const node = claim.get(key, true);
    if (isScalar(node)) edits.push({ from: node.range![0], to: node.range![1], text: String(value) });
    else missing.push(`${key}: ${value}`);
  }
  const quote = claim.items.find((item) => isScalar(item.key) && item.key.value === 'quote')!;
  const at = (quote.value as { range: [number, number, number] }).range[1];
  const column = (quote.key as { range: [number] }).range[0] - (yaml.lastIndexOf('\n', (quote.key as { range: [number] }).range[0]) + 1);
  const glue = isMap(claim) && claim.flow ? ', ' : `\n${' '.repeat(column)}`;
  if (missing.length) edits.push({ from: at, to: at, text: missing.map((one) => glue + one).join('') });
  return edits;
}
