/** Filters and orders over plain data: what the words of the schema say, in TypeScript, with no Cypher. */
import { orderOfText } from '../../model/folding.ts';
import { kinds } from '../../model/kinds.ts';
import { linkTypes } from '../../model/links.ts';
import type { Property } from '../../model/property.ts';
import { ORDER } from '../../model/value-type.ts';
import { deliveryOf, isOverdueOn } from './delivery.ts';
import { compareExactly, putTogether } from './exact.ts';
import type { PlainLink, PlainNode } from './random-graph.ts';

export interface Pair {
  readonly link: PlainLink | undefined;
  readonly node: PlainNode;
}
/** The live links of a node that a field leads along; none where it is no link field of the node. */
export type Along = (field: string, node: PlainNode) => Pair[] | undefined;
type Given = Readonly<Record<string, unknown>>;
type Scalar = string | number | boolean;

/** By code points, as databases compare text. */
export const compareText = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
const compare = (a: Scalar, b: Scalar): number => (typeof a === 'string' ? compareText(a, b as string) : Number(a) - Number(b));

const ofOneCase = (text: string): string => [...text].map((character) => character.toLowerCase().toUpperCase()).join('');

const OPERATORS: Readonly<Record<string, (value: never, given: never) => boolean>> = {
  eq: (value: Scalar, given: Scalar) => value === given,
  ne: (value: Scalar, given: Scalar) => value !== given,
  in: (value: Scalar, given: Scalar[]) => given.includes(value),
  notIn: (value: Scalar, given: Scalar[]) => !given.includes(value),
  lt: (value: Scalar, given: Scalar) => compare(value, given) < 0,
  lte: (value: Scalar, given: Scalar) => compare(value, given) <= 0,
  gt: (value: Scalar, given: Scalar) => compare(value, given) > 0,
  gte: (value: Scalar, given: Scalar) => compare(value, given) >= 0,
  contains: (value: string, given: string) => value.includes(given),
  startsWith: (value: string, given: string) => value.startsWith(given),
  endsWith: (value: string, given: string) => value.endsWith(given),
  eqIgnoreCase: (value: string, given: string) => ofOneCase(value) === ofOneCase(given),
  containsIgnoreCase: (value: string, given: string) => ofOneCase(value).includes(ofOneCase(given)),
  startsWithIgnoreCase: (value: string, given: string) => ofOneCase(value).startsWith(ofOneCase(given)),
  endsWithIgnoreCase: (value: string, given: string) => ofOneCase(value).endsWith(ofOneCase(given)),
  has: (value: string[], given: string) => value.includes(given),
  hasSome: (value: string[], given: string[]) => given.some((one) => value.includes(one)),
  hasEvery: (value: string[], given: string[]) => given.every((one) => value.includes(one)),
};

/** The first and last day of a partial date, in days since 1970. */
function daysOf(date: string): readonly [first: number, last: number] {
  const [year, month, day] = date.split('-').map(Number) as [number, number?, number?];
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const next = day ? Date.UTC(year, month! - 1, day + 1) : month ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1);
  return [first / 864e5, next / 864e5 - 1];
}
const DATES: Readonly<Record<string, (value: string, given: string) => boolean>> = {
  lt: (value, given) => daysOf(value)[1] < daysOf(given)[0],
  lte: (value, given) => daysOf(value)[1] <= daysOf(given)[1],
  gt: (value, given) => daysOf(value)[0] > daysOf(given)[1],
  gte: (value, given) => daysOf(value)[0] >= daysOf(given)[0],
};

const isMissing = (value: unknown): boolean => value == null || (Array.isArray(value) && value.length === 0);

function fitsValue(value: unknown, operators: Given, type: unknown): boolean {
  return Object.entries(operators).every(([operator, given]) => {
    if (operator === 'isNull' || operator === 'isEmpty') return isMissing(value) === given;
    // Everything is none of none, known or not.
    if (Array.isArray(given) && given.length === 0) return operator === 'notIn' || operator === 'hasEvery';
    if (isMissing(value)) return false;
    if (operator === 'some')
      return (value as Given[]).some((one) =>
        Object.entries(given as Given).every(([field, inner]) => fitsValue(one[field], inner as Given, 'String')),
      );
    if (operator === 'currency' || operator === 'unit') return (value as Given)[operator] === given;
    const number = (value as { value?: string }).value;
    if (number !== undefined) return isCompared(number, operator, given);
    if (type === 'Date' && DATES[operator]) return DATES[operator](value as string, given as string);
    return OPERATORS[operator]!(value as never, composed(given) as never);
  });
}

/** A number compared with one or with several: as their difference compares with nothing. */
function isCompared(number: string, operator: string, given: unknown): boolean {
  const differences = [given].flat().map((one) => compareExactly(number, String(one)));
  return OPERATORS[operator]!((Array.isArray(given) ? 0 : differences[0]) as never, (Array.isArray(given) ? differences : 0) as never);
}

/** Text is stored composed, however it is asked for. */
const composed = (given: unknown): unknown =>
  Array.isArray(given) ? given.map(composed) : typeof given === 'string' ? given.normalize('NFC') : given;

const isDate = (property: Property | undefined): unknown => property?.type;
const linkProperty = (link: PlainLink, name: string): unknown =>
  name === 'since' || name === 'until' ? 'Date' : isDate(linkTypes.get(link.type)!.properties[name]);

/** Whether `filter` holds of a node, and of the link it was reached by where the filter is one of links. */
export function fits(filter: Given | undefined, pair: Pair, along: Along): boolean {
  if (!filter) return true;
  return Object.entries(filter).every(([name, given]) => {
    const { node, link } = pair;
    if (name === 'and') return (given as Given[]).every((one) => fits(one, pair, along));
    if (name === 'or') return (given as Given[]).some((one) => fits(one, pair, along));
    if (name === 'not') return !fits(given as Given, pair, along);
    if (link && name === 'node') return fits(given as Given, { node, link: undefined }, along);
    if (name === 'minSources') return Number((link ?? node)['independentSourceCount'] ?? -1) >= Number(given);
    if (name === 'sourceTypes') return false; // nothing says in a plain graph what sorts of source say so
    if (name === 'overdueOn') return isOverdueOn(node, String(given), along);
    if (name === 'delivery') {
      const { on, ...operators } = given as Given;
      return fitsValue(deliveryOf(node, String(on), along), operators, 'Delivery');
    }
    if (link) return fitsValue(link[name], given as Given, linkProperty(link, name));
    if (name === 'kind') return fitsValue(node.kind.toUpperCase(), given as Given, 'Kind');
    const pairs = along(name, node);
    if (!pairs) return fitsValue(node[name], given as Given, isDate(kinds.get(node.kind)!.properties[name]));
    return Object.entries(given as Given).every(([word, inner]) => {
      if (word === 'count') return fitsValue(pairs.length, inner as Given, 'Int');
      if (word === 'sum') return fitsSum(pairs, inner as Given, along);
      const fitting = pairs.filter((one) => fits(inner as Given, one, along)).length;
      if (word === 'single') return fitting === 1;
      return word === 'some' ? fitting > 0 : word === 'none' ? fitting === 0 : fitting === pairs.length;
    });
  });
}

/** Whether the sums of what is linked compare so; each node counts once. */
function fitsSum(pairs: readonly Pair[], { where, ...amounts }: Given, along: Along): boolean {
  const nodes = new Set(pairs.filter((pair) => fits(where as Given | undefined, pair, along)).map(({ node }) => node));
  return Object.entries(amounts).every(([property, given]) => {
    const { currency, unit = currency, ...operators } = given as Given;
    const values = [...nodes].flatMap((node) => {
      const amount = node[property] as Record<string, string> | undefined;
      return amount && (amount['currency'] ?? amount['unit']) === unit ? [amount['value']!] : [];
    });
    const total = values.length ? putTogether(values).sum : '0';
    return Object.entries(operators).every(([operator, one]) => isCompared(total, operator, one));
  });
}

/** A value by which a pair is ordered, and whether the greatest comes first. */
export interface Term {
  readonly value: Scalar | null;
  readonly isDescending: boolean;
  readonly isDecimal?: boolean;
}

/** Words of people: as they are put in order, and then as they stand. */
export const textTerms = (text: string | null, isDescending: boolean): Term[] => [
  { value: text === null ? null : orderOfText(text), isDescending },
];

/** The names of properties that are words of people, which a column of its own puts in order. */
const textsAmong = (all: Iterable<{ readonly properties: Readonly<Record<string, Property>> }>): ReadonlySet<string> =>
  new Set([...all].flatMap(({ properties }) => Object.keys(properties).filter((name) => properties[name]!.order?.[0]?.[0] === ORDER)));
const TEXTS = { ofNodes: textsAmong(kinds.values()), ofLinks: textsAmong(linkTypes.values()) };

/** What a list depends on beside its rows. */
export interface World {
  readonly along: Along;
  readonly countOf: (node: PlainNode, type: string, links: string) => number;
}
interface Beyond {
  readonly by: Given;
  readonly where?: Given;
}

/** By the first of what is linked, in that order; where nothing is, every value is missing. */
function termsBeyond(field: string, { by, where }: Beyond, node: PlainNode, world: World): Term[] {
  const of = (one: PlainNode): Term[] => termsOf(by, { node: one, link: undefined }, world);
  const [first] = (world.along(field, node) ?? [])
    .filter((pair) => fits(where, pair, world.along))
    .map((pair) => ({ id: pair.node.id, terms: of(pair.node) }))
    .toSorted((a, b) => a.terms.reduce((result, term, i) => result || compareTerms(term, b.terms[i]!), 0) || compareText(a.id, b.id));
  return first?.terms ?? of({ id: '', kind: '' }).map((term) => ({ ...term, value: null }));
}

/** The values by which a pair is ordered by one item of `orderBy`. */
export function termsOf(item: Given, pair: Pair, world: World): Term[] {
  const [[name, given]] = Object.entries(item) as [[string, unknown]];
  const { node, link } = pair;
  const { countOf } = world;
  if (link && name === 'node') return termsOf(given as Given, { node, link: undefined }, world);
  if (!link && typeof given === 'object' && 'by' in given!) return termsBeyond(name, given as Beyond, node, world);
  if (!link && name === 'linkCount') {
    const { type, links, direction } = given as { type: string; links: string; direction: string };
    return [{ value: countOf(node, type, links), isDescending: direction === 'DESC' }];
  }
  const value = (link ?? node)[name] ?? null;
  const amount = value as { value?: string; currency?: string; unit?: string } | null;
  const isAmount = ['amount', 'quantity', 'baseline'].includes(name) || amount?.value !== undefined;
  const isDescending = given === 'DESC';
  if (isAmount)
    return [
      { value: amount?.currency ?? amount?.unit ?? null, isDescending },
      { value: amount?.value ?? null, isDescending, isDecimal: true },
    ];
  if ((link ? TEXTS.ofLinks : TEXTS.ofNodes).has(name)) return textTerms(value as string | null, isDescending);
  return [{ value: typeof value === 'boolean' ? Number(value) : (value as Scalar | null), isDescending }];
}

/** Compares values of one term, what is missing last. */
export function compareTerms({ value: a, isDescending, isDecimal }: Term, { value: b }: Term): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = isDecimal ? compareExactly(a as string, b as string) : compare(a, b);
  return isDescending ? -order : order;
}
