/** Reads YAML as seeds are written in it: plain data in which nothing was lost, and every place with its line. */
import {
  Composer,
  type CST,
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  type ParsedNode,
  Parser,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { firstAlias, type Report, reportOddities } from './oddities.ts';

export type Path = readonly PropertyKey[];

interface Mistake {
  readonly line: number;
  readonly message: string;
}

interface Yaml {
  /** The document as plain data, where nothing is wrong. */
  readonly value: unknown;
  readonly mistakes: readonly Mistake[];
  /** The line of a place, or of the deepest there is on the way to it. */
  lineOf(path: Path): number;
  /** What stands at a place, right or wrong. */
  given(path: Path): unknown;
}

export function readYaml(text: string): Yaml {
  const lines = new LineCounter();
  const mistakes: Mistake[] = [];
  const report: Report = (offset, message) => void mistakes.push({ line: lines.linePos(offset).line, message });
  const [yaml, second] = [...new Composer({ uniqueKeys: isTwin }).compose(tokensOf(text, lines, report), true, text.length)] as [
    Document,
    Document?,
  ];
  for (const { pos, message } of [...yaml.errors, ...yaml.warnings]) report(pos[0], message);
  if (second) report(second.range![0], 'a second document begins: a seed is one');
  if (!mistakes.length) reportOddities(yaml, report);
  const value = mistakes.length ? undefined : plain(yaml, report);
  return { value, mistakes, lineOf: (path) => lines.linePos(offsetOf(yaml, path)).line, given: (path) => yaml.getIn(path) };
}

/** Names become text: 1 and "1" are one. */
const isTwin = (a: ParsedNode, b: ParsedNode): boolean => isScalar(a) && isScalar(b) && String(a.value) === String(b.value);

/** Seeds are a dozen deep. What is nested without end would exhaust whoever reads it. */
const MOST_DEPTH = 100;

function tokensOf(text: string, lines: LineCounter, report: Report): CST.Token[] {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length <= MOST_DEPTH) continue;
    report(parser.offset, `lists and maps are nested more than ${MOST_DEPTH} deep`);
    return [];
  }
  return [...tokens, ...parser.end()];
}

/** The document as plain data. Each alias leads somewhere; that they stand for too much shows here. */
function plain(yaml: Document, report: Report): unknown {
  try {
    return yaml.toJS();
  } catch {
    return report(firstAlias(yaml), 'aliases stand for too much: write it out');
  }
}

export type NamedPair = Pair<Scalar, Node | null>;
/** The field of a map with this name, written as text or not. */
export const pairOf = (map: YAMLMap, name: string): NamedPair | undefined =>
  map.items.find((item): item is NamedPair => isScalar(item.key) && String(item.key.value) === name);

/** The offset of the deepest node of `path` that exists. */
function offsetOf(yaml: Document, path: Path): number {
  let [offset, node] = [0, yaml.contents as Node | null];
  for (const key of path) {
    const pair = isMap(node) ? pairOf(node, String(key)) : undefined;
    const next: unknown = isPair(pair)
      ? pair.value
      : isNode(node) && 'get' in node
        ? (node as { get(key: PropertyKey, keep: boolean): unknown }).get(key, true)
        : undefined;
    offset = pair?.key.range?.[0] ?? (isNode(next) ? next.range?.[0] : undefined) ?? offset;
    if (!isNode(next)) break;
    node = next;
  }
  return offset;
}
