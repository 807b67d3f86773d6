/** The order of a list as terms of Cypher, and the conditions that continue it after or before a cursor. */
import { type GraphQLInputObjectType, getNamedType } from 'graphql';
import { textOrder } from '../../model/property.ts';
import type { Parameters } from './clause.ts';
import type { Computed } from './computed.ts';
import type { LinkSide, OrderColumn } from './extensions.ts';
import { type Fail, filterText, type Scope } from './filter.ts';
import { arrows } from './patterns.ts';
import type { Time } from './time.ts';

/** How many terms an order may have. */
const MOST_TERMS = 5;

/** One thing that a list is ordered by. Whatever the direction, what is missing comes last. */
export interface Term {
  readonly text: string;
  readonly isDescending: boolean;
  readonly isNullable: boolean;
  /** Whether it is a number; otherwise it is text. */
  readonly isNumber?: boolean;
  /** What computes it, where it is no value of the node or the link. */
  readonly computed?: Computed;
}

/** The least first, of what is always known. */
export const ascending = (text: string): Term => ({ text, isDescending: false, isNullable: false });

/** By a text that is always known, as people order text. */
export const byText = (text: string, node: string, { read }: Time): Term => ascending(read(node, textOrder(text)));

/** The latest first, those without a date last; of one date by a text. */
export const latestFirst =
  (date: string, text: string) =>
  (node: string, time: Time): Term[] => [{ text: time.read(node, date), isDescending: true, isNullable: true }, byText(text, node, time)];

/** How a column is ordered by. */
const READ: Readonly<Record<OrderColumn['as'], (column: string) => string>> = {
  text: (column) => column,
  number: (column) => column,
  flag: (column) => `CASE ${column} WHEN true THEN 1 WHEN false THEN 0 END`,
};

type Item = Readonly<Record<string, unknown>>;

/** What the terms of one item are made with. */
interface Making {
  readonly parameters: Parameters;
  readonly fail: Fail;
  /** Tells the items of an order apart. */
  readonly number: number;
}

/** The terms of one item of `orderBy`, which names one thing. */
function termsOfItem(type: GraphQLInputObjectType, item: Item, scope: Scope, making: Making): Term[] {
  const [[name, value]] = Object.entries(item) as [[string, unknown]];
  const field = type.getFields()[name]!;
  const order = field.extensions.order!;
  const inner = getNamedType(field.type) as GraphQLInputObjectType;
  if (order.by === 'node') return termsOfItem(inner, value as Item, scope, making);
  if (order.by === 'linkCount') return [countOf(value as LinkCount, scope, making.number)];
  if (order.by === 'links') return termsBeyond(order.side, inner, value as Linked, scope, making);
  const variable = order.of === 'link' ? scope.link : scope.node;
  return order.columns.map(({ column, as, isNullable }) => ({
    text: READ[as](scope.time.read(variable, column)),
    isDescending: value === 'DESC',
    isNullable,
    isNumber: as !== 'text',
  }));
}

interface LinkCount {
  readonly type: string;
  readonly links: 'OUT' | 'IN' | 'BOTH';
  readonly direction: 'ASC' | 'DESC';
}

/** How many live links of a type a node has. The type is a value of an enumeration: it comes from the model. */
function countOf({ type, links, direction }: LinkCount, { node, time }: Scope, number: number): Term {
  const [left, right] = arrows[links];
  const link = `${node}_k${number}`;
  const text = `${node}_c${number}`;
  const call = `CALL (${node}) { MATCH (${node})${left}[${link}:${type}]${right}(${link}e) WHERE ${time.stands(link, `${link}e`)} RETURN count(${link}) AS ${text} }`;
  return { text, isDescending: direction === 'DESC', isNullable: false, isNumber: true, computed: { call, names: [text] } };
}

/** An order by what links lead to. */
interface Linked {
  readonly where?: unknown;
  readonly by: Item;
}

/** By what the links of a side lead to: of several nodes, by the one that comes first in that order. Lists hold no null, so that none is an empty one. */
function termsBeyond(
  side: LinkSide,
  type: GraphQLInputObjectType,
  { where, by }: Linked,
  { node, time, today }: Scope,
  making: Making,
): Term[] {
  const inner = { node: `${node}_o${making.number}`, link: `${node}_l${making.number}`, time, today, links: 1 };
  const typeOf = (name: string): GraphQLInputObjectType => getNamedType(type.getFields()[name]!.type) as GraphQLInputObjectType;
  const terms = termsOfItem(typeOf('by'), by, inner, making);
  const { condition } = filterText(typeOf('where'), where, inner, making.parameters, making.fail);
  const stands = [time.stands(inner.link, inner.node), condition].filter(Boolean).join(' AND ');
  const first = orderText([...terms, ascending(`${inner.node}.id`)], false);
  const names = terms.map((_, i) => `${inner.node}_${i}`);
  const given = terms.map(({ text }, i) => `collect(${text}) AS ${names[i]}`).join(', ');
  const call = `CALL (${node}) { MATCH ${side.pattern!({ from: node, link: inner.link, to: inner.node })} WHERE ${stands} WITH ${inner.node} ORDER BY ${first} LIMIT 1 RETURN ${given} }`;
  return terms.map((term, i) => ({ ...term, text: `${names[i]}[0]`, isNullable: true, ...(i === 0 && { computed: { call, names } }) }));
}

/** What a list is ordered by: what `orderBy` says, or else as is `usual`; then by what tells its rows apart, with the link `telling` where nodes do not. */
export function termsOf(
  type: GraphQLInputObjectType | undefined,
  items: readonly Item[] | null | undefined,
  scope: Scope & { readonly usual: readonly Term[]; readonly telling: string },
  parameters: Parameters,
  fail: Fail,
): Term[] {
  if (items && items.length > MOST_TERMS) fail('BAD_USER_INPUT', `has more than ${MOST_TERMS} terms`);
  const asked =
    items?.length && type ? items.flatMap((item, i) => termsOfItem(type, item, scope, { parameters, fail, number: i + 1 })) : scope.usual;
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
