/** Fills in where quotes stand: edits of a seed's YAML that leave everything else, comments too, as it is. */
import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { SeedError } from './document.ts';
import type { Filling } from './quotes.ts';
import { type NamedPair, pairOf } from './yaml.ts';

/**
 * The YAML of a seed with offsets and paragraphs filled in. Throws a SeedError for a claim that is an alias, and for a
 * quote that is no plain or quoted text.
 */
export function fillPositions(file: string, yaml: string, positions: ReadonlyMap<string, Filling>): string {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const claims = document.get('claims');
  const edits = [...positions].flatMap(([name, position]) => {
    const pair = isMap(claims) ? pairOf(claims, name) : undefined;
    const found = isMap(pair?.value) ? editsOf(yaml, pair.value, position) : undefined;
    if (found) return found;
    const { line } = lines.linePos(pair?.key.range?.[0] ?? 0);
    throw new SeedError([
      { file, line, message: `the claim "${name}" is an alias, or its quote a block: offsets cannot be filled in here` },
    ]);
  });
  return edits
    .toReversed() // what goes to one place keeps its order
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: insert }) => text.slice(0, from) + insert + text.slice(to), yaml);
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What is there is replaced; what is not is put behind the quote, in the style of the claim. JSON is YAML that reads back exactly. */
function editsOf(yaml: string, claim: YAMLMap, position: Filling): Edit[] | undefined {
  const quote = pairOf(claim, 'quote');
  if (!isScalar(quote?.value) || /^BLOCK/.test(quote.value.type ?? '')) return undefined;
  const at = claim.flow ? quote.value.range![1] : endOfLine(yaml, quote.value.range![1]);
  return Object.entries(position).map(([key, value]) => {
    const pair = pairOf(claim, key);
    return pair
      ? replacement(yaml, pair, `: ${JSON.stringify(value)}`)
      : { from: at, to: at, text: `${glueOf(yaml, claim, quote)}${key}: ${JSON.stringify(value)}` };
  });
}

/** What stands between two fields. */
function glueOf(yaml: string, claim: YAMLMap, { key }: NamedPair): string {
  const column = key.range![0] - (yaml.lastIndexOf('\n', key.range![0]) + 1);
  return claim.flow ? ', ' : `${yaml.includes('\r\n') ? '\r\n' : '\n'}${' '.repeat(column)}`;
}

/** A comment behind a quote stays there. */
const endOfLine = (yaml: string, from: number): number => from + /^.*/.exec(yaml.slice(from))![0].length;

/** All that stands behind a field's name, whatever it is. */
function replacement(yaml: string, { key, value }: NamedPair, text: string): Edit {
  const from = key.range![1];
  const old = yaml.slice(from, value?.range?.[1] ?? from).trimEnd();
  return { from, to: from + old.length, text };
}
