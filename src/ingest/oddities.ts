/** What YAML allows and a seed does not: it would be lost or changed on the way from the text to plain data. */
import { type Alias, type Document, isNode, isPair, isScalar, type Pair, type Scalar, visit } from 'yaml';
import { isSure, NOT_SURE } from '../../model/scalars.ts';

export type Report = (offset: number, message: string) => void;

export function reportOddities(yaml: Document, report: Report): void {
  visit(yaml, {
    Pair: (_, pair) => reportName(pair, report),
    Alias: (_, alias) => {
      if (!alias.resolve(yaml)) report(offsetOf(alias), `the alias *${alias.source} leads nowhere: no &${alias.source} stands above it`);
    },
    Scalar: (at, scalar, path) => {
      const pair = path.at(-1);
      const name = at === 'value' && isPair(pair) && isScalar(pair.key) ? `${pair.key.value} ` : '';
      const oddity = oddityOf(scalar);
      if (oddity) report(offsetOf(scalar), name + oddity);
    },
  });
}

const offsetOf = (node: unknown): number => (isNode(node) && node.range ? node.range[0] : 0);

/** Plain data has no other names than text, and loses what is named `__proto__`. */
function reportName({ key, value }: Pair, report: Report): void {
  if (!isScalar(key) || key.value === null) report(offsetOf(key ?? value), 'the name of a field is a word, no list, map or alias');
  else if (key.value === '__proto__') report(offsetOf(key), '__proto__: no such field');
}

function oddityOf({ value, source = '' }: Scalar): string | undefined {
  if (typeof value === 'number' && !isSure(source)) return `${source} ${NOT_SURE}`;
  return typeof value === 'string' ? oddCharacterIn(value) : undefined;
}

/** Control characters but tab and line breaks, and halves of surrogate pairs. */
const ODD = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

export function oddCharacterIn(text: string): string | undefined {
  const [odd] = ODD.exec(text) ?? [];
  if (odd === undefined) return undefined;
  const code = odd.charCodeAt(0);
  return `holds U+${code.toString(16).toUpperCase().padStart(4, '0')}, ${code < 0xd800 ? 'a control character' : 'half a surrogate pair'}`;
}

/** Where the first alias stands. */
export function firstAlias(yaml: Document): number {
  const aliases: Alias[] = [];
  visit(yaml, { Alias: (_, alias) => void aliases.push(alias) });
  return offsetOf(aliases[0]);
}
