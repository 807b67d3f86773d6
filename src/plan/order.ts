/** The order of a list as terms of Cypher, and the conditions that continue it after or before a cursor. */
import { type GraphQLInputObjectType, getNamedType } from 'graphql';
import { textOrder } from '../../schema/property.ts';
import type { OrderColumn } from './extensions.ts';
import type { Fail, Scope } from './filter.ts';
import { arrows } from './patterns.ts';
import type { Time } from './time.ts';

/** How many terms an order may have. */
const MOST_TERMS = 5;

/** One thing that a list is ordered by. Whatever the direction, what is missing comes last. */
export interface Term {
  readonly text: string;
  readonly isDescending: boolean;
  readonly isNullable: boolean;
  /** What `text` stands for, where that has to be counted before it is ordered by. */
  readonly counted?: string;
}

/** The least first, of what is always known. */
export const ascending = (text: string): Term => ({ text, isDescending: false, isNullable: false });

/** By a text that is always known, as people order text. */
export const byText = (text: string, node: string, { read }: Time): Term[] =>
  textOrder(text).map((column) => ascending(read(node, column)));

/** The latest first, those without a date last; of one date by a text. */
export const latestFirst =
  (date: string, text: string) =>
  (node: string, time: Time): Term[] => [
    { text: time.read(node, date), isDescending: true, isNullable: true },
    ...byText(text, node, time),
  ];

/** How a column is ordered by. */
const READ: Readonly<Record<OrderColumn['as'], (column: string) => string>> = {
  value: (column) => column,
  flag: (column) => `CASE ${column} WHEN true THEN 1 WHEN false THEN 0 END`,
};

type Item = Readonly<Record<string, unknown>>;

/** The terms of one item of `orderBy`, which names one thing. */
function termsOfItem(type: GraphQLInputObjectType, item: Item, scope: Scope, number: number): Term[] {
  const [[name, value]] = Object.entries(item) as [[string, unknown]];
  const field = type.getFields()[name]!;
  const order = field.extensions.order!;
  if (order.by === 'node') return termsOfItem(getNamedType(field.type) as GraphQLInputObjectType, value as Item, scope, number);
  if (order.by === 'linkCount') return [countOf(value as LinkCount, scope, number)];
  const variable = order.of === 'link' ? scope.link : scope.node;
  return order.columns.map(({ column, as, isNullable }) => ({
    text: READ[as](scope.time.read(variable, column)),
    isDescending: value === 'DESC',
    isNullable,
  }));
}

/** Whether an item of `orderBy` counts links, of the node itself or of the one at the other end. */
export const countsLinks = (item: Item): boolean => 'linkCount' in item || ('node' in item && countsLinks(item['node'] as Item));

interface LinkCount {
  readonly type: string;
  readonly links: 'OUT' | 'IN' | 'BOTH';
  readonly direction: 'ASC' | 'DESC';
}

/** How many live links of a type a node has. The type is a value of an enumeration: it comes from the model. */
function countOf({ type, links, direction }: LinkCount, { node, time }: Scope, number: number): Term {
  const [left, right] = arrows[links];
  const link = `${node}_k${number}`;
  const counted = `COUNT { MATCH (${node})${left}[${link}:${type}]${right}(${link}e) WHERE ${time.stands(link, `${link}e`)} }`;
  return { text: `${node}_c${number}`, isDescending: direction === 'DESC', isNullable: false, counted };
}

/** What a list is ordered by: what `orderBy` says, or else as is `usual`; then by what tells its rows apart, with the link `telling` where nodes do not. */
export function termsOf(
  type: GraphQLInputObjectType | undefined,
  items: readonly Item[] | null | undefined,
  scope: Scope & { readonly usual: readonly Term[]; readonly telling: string },
  fail: Fail,
): Term[] {
  if (items && items.length > MOST_TERMS) fail('BAD_USER_INPUT', `has more than ${MOST_TERMS} terms`);
  const asked = items?.length && type ? items.flatMap((item, i) => termsOfItem(type, item, scope, i + 1)) : scope.usual;
  return [...asked, ascending(`${scope.node}.id`), ...(scope.telling ? [ascending(`${scope.telling}.id`)] : [])];
}

/** The terms as ORDER BY wants them; backwards where the last come first. */
export const orderText = (terms: readonly Term[], isBackward: boolean): string =>
  terms
    .flatMap(({ text, isDescending, isNullable }) => [
      ...(isNullable ? [`${text} IS NULL${isBackward ? ' DESC' : ''}`] : []),
      `${text}${isDescending === isBackward ? '' : ' DESC'}`,
    ])
    .join(', ');

/** The condition that a row stands after a cursor with these values, or before it; the last term tells all rows apart. */
export function beyond(terms: readonly Term[], values: readonly unknown[], isBackward: boolean, add: (value: unknown) => string): string {
  const [{ text, isDescending, isNullable }, ...rest] = terms as [Term];
  const [value, ...others] = values;
  const further = rest.length ? beyond(rest, others, isBackward, add) : '';
  if (value === null) {
    const among = `(${text} IS NULL AND ${further})`;
    return isBackward ? `(${text} IS NOT NULL OR ${among})` : among;
  }
  const parameter = add(value);
  const strictly = `${text} ${isDescending === isBackward ? '>' : '<'} ${parameter}`;
  const missing = isNullable && !isBackward ? ` OR ${text} IS NULL` : '';
  return rest.length ? `(${strictly}${missing} OR (${text} = ${parameter} AND ${further}))` : strictly;
}
