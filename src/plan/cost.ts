/** What a plan may cost, before anything is read, by a census of the graph: the rows it may give, and those it looks at on the way. */
import { type GraphQLInputObjectType, getNamedType } from 'graphql';
import type { Census, Spread } from './census.ts';
import { argumentsOf, sizeOf, typeOf } from './clause.ts';
import type { LinkSide } from './extensions.ts';
import type { Plan, Step } from './plan.ts';

/** How many rows that are only looked at, by a filter or to be counted or put in order, cost as much as one that is given. */
const LOOKED_AT_PER_ROW = 20;
/** How many values a row may have in the answer before it costs as much as two. */
const VALUES_PER_ROW = 20;
/** How many values of a list of a filter cost as much as one more row that is looked at: each is compared. */
const COMPARED_PER_ROW = 10;

/** What costs more may take long: it is read where it can be stopped. */
export const DEAR = 1000;

/** How many rows that are looked at cost as much as to ask one node for a value, for its links, and for a sum of what they lead to, found by `npm run bench:cost`. */
const ASKED = { value: 0.25, links: 2, sum: 4 } as const;
/** And as to plan, whatever the number of nodes, a link field, a condition, and one that is computed, which is many in one. */
const PLANNED = { step: 100, condition: 100, computed: 2000 } as const;

/** Why rows are read. */
export type Part = 'rows' | 'filter' | 'order' | 'count';

/** What one part of a field costs. */
export interface Cost {
  /** The field's schema coordinate, such as `Commitment.parties`. */
  readonly coordinate: string;
  readonly part: Part;
  readonly cost: number;
}

/** What a number of nodes is that something is asked of: each another one, or the same ones met again and again. */
interface Nodes {
  readonly count: number;
  readonly areDistinct: boolean;
}

type Value = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): [name: string, value: unknown][] => (value === null ? [] : Object.entries(value as Value));

/** What links lead to: from distinct nodes no more than there are links. */
const reachedFrom = ({ count, areDistinct }: Nodes, { links, each }: Spread): Nodes => ({
  count: areDistinct ? Math.min(links, count * each) : count * each,
  areDistinct: false,
});

/** How many nodes a step may give: of each parent a page, where it has so many, and of a list, which is no page, as many as one usually has. */
function givenBy(pageSize: number, { gives }: LinkSide, { count, areDistinct }: Nodes, { links, each, most }: Spread): number {
  const rows = count * Math.min(pageSize, gives === 'list' ? each : most);
  return areDistinct ? Math.min(rows, links) : rows;
}

/** How many rows a filter looks at, asked of `nodes`. */
function lookedAt(type: GraphQLInputObjectType, filter: unknown, nodes: Nodes, census: Census): number {
  const fields = type.getFields();
  return fieldsOf(filter).reduce((sum, [name, value]) => sum + lookedAtBy(fields[name]!, value, nodes, census), 0);
}

function lookedAtBy(
  { type, extensions }: ReturnType<GraphQLInputObjectType['getFields']>[string],
  value: unknown,
  nodes: Nodes,
  census: Census,
): number {
  const [inner, condition] = [getNamedType(type) as GraphQLInputObjectType, extensions.condition!];
  const asked = (rows: number, planned: number = PLANNED.condition): number => planned + nodes.count * rows;
  switch (condition.by) {
    case 'logic':
      return [value].flat().reduce((sum: number, one) => sum + lookedAt(inner, one, nodes, census), 0);
    case 'node':
      return lookedAt(inner, value, nodes, census);
    case 'links':
      return asked(ASKED.links) + lookedAtThrough(inner, value, reachedFrom(nodes, condition.side.reads(census)), census);
    case 'derived':
      return asked(ASKED.links + condition.reads(census) + comparedWith(value), PLANNED.computed);
    case 'sum':
      return asked(ASKED.sum + comparedWith(value));
    case 'value':
      return asked(ASKED.value + comparedWith(value));
  }
}

/** By `some`, `none`, `every`, `single` and `count` of the links that lead to `reached`. */
function lookedAtThrough(type: GraphQLInputObjectType, filter: unknown, reached: Nodes, census: Census): number {
  const inner = (name: string): GraphQLInputObjectType => getNamedType(type.getFields()[name]!.type) as GraphQLInputObjectType;
  const below = (name: string, value: unknown): number => {
    if (name === 'count') return 0;
    const times = name === 'sum' ? Object.keys((value ?? {}) as Value).length : 1;
    return (
      times *
      (name === 'sum'
        ? lookedAtBeyond(inner(name), (value ?? {}) as Value, reached, census)
        : lookedAt(inner(name), value, reached, census))
    );
  };
  return fieldsOf(filter).reduce((sum, [name, value]) => sum + reached.count + below(name, value), 0);
}

/** What the lists of a value cost for each node that is compared with them. */
function comparedWith(value: unknown): number {
  if (Array.isArray(value)) return value.length / COMPARED_PER_ROW;
  return value !== null && typeof value === 'object' ? Object.values(value).reduce((sum: number, one) => sum + comparedWith(one), 0) : 0;
}

/** How many rows an order looks at, asked of `nodes`: links that it counts, and what it orders by beyond links. */
function followed(type: GraphQLInputObjectType, item: unknown, nodes: Nodes, census: Census): number {
  return fieldsOf(item).reduce((sum, [name, value]) => {
    const field = type.getFields()[name]!;
    const [inner, order] = [getNamedType(field.type) as GraphQLInputObjectType, field.extensions.order!];
    if (order.by === 'node') return sum + followed(inner, value, nodes, census);
    if (order.by === 'linkCount') return sum + nodes.count * census.spread((value as Value)['type'] as string, 'BOTH').each;
    return order.by === 'links' ? sum + lookedAtBeyond(inner, value as Value, reachedFrom(nodes, order.side.reads(census)), census) : sum;
  }, 0);
}

/** What links lead to, and what the filter `where` beside it looks at. */
function lookedAtBeyond(type: GraphQLInputObjectType, { where }: Value, reached: Nodes, census: Census): number {
  const filter = getNamedType(type.getFields()['where']!.type) as GraphQLInputObjectType;
  return reached.count + (where ? lookedAt(filter, where, reached, census) : 0);
}

/** What a step and all below it cost, for `parents` nodes that it starts from. */
function costsBelow(step: Step, parents: Nodes, variables: Value, census: Census): Cost[] {
  const given = argumentsOf(step, variables);
  const spread = step.side.reads(census);
  // A list of all nodes of a label has each once.
  const candidates = { ...reachedFrom(parents, spread), areDistinct: step.side.scope.length === 0 };
  const filterType = typeOf(step, 'where');
  const orderType = typeOf(step, 'orderBy');
  const ordered = orderType ? (given.orderBy ?? []).reduce((sum, item) => sum + followed(orderType, item, candidates, census), 0) : 0;
  const rows = step.wants.rows ? givenBy(sizeOf(step, given), step.side, parents, spread) : 0;
  const width = Math.max(1, (step.target.values + step.edge.values) / VALUES_PER_ROW);
  const again = (step.wants.total ? 1 : 0) + step.measures.length;
  const cost = (part: Part, rows: number): Cost => ({ coordinate: step.coordinate, part, cost: rows });
  const below = { count: rows, areDistinct: false };
  return [
    cost('rows', rows * width + (candidates.count + PLANNED.step) / LOOKED_AT_PER_ROW),
    cost('filter', filterType && given.where ? lookedAt(filterType, given.where, candidates, census) / LOOKED_AT_PER_ROW : 0),
    cost('order', ordered / LOOKED_AT_PER_ROW),
    cost('count', again * (parents.count + candidates.count / LOOKED_AT_PER_ROW)),
    ...[...step.target.steps, ...step.edge.steps].flatMap((next) => costsBelow(next, below, variables, census)),
  ];
}

/** What a plan costs, part by part, for the keys of its root field. */
export function costsOf({ top, field }: Plan, variables: Value, keys: number, census: Census): Cost[] {
  const start = { count: keys, areDistinct: true };
  const width = Math.max(1, top.values / VALUES_PER_ROW);
  return [
    { coordinate: field.name, part: 'rows', cost: keys * width },
    ...top.steps.flatMap((step) => costsBelow(step, start, variables, census)),
  ];
}

/** All costs together, as a whole number. */
export const sumOf = (costs: readonly Cost[]): number => Math.ceil(costs.reduce((sum, { cost }) => sum + cost, 0));

const SAID: Readonly<Record<Part, readonly [what: string, advice: string]>> = {
  rows: ['the rows of', 'Ask for smaller pages (first:), or for fewer levels of links.'],
  filter: ['the filter (where:) of', 'Filter by fewer links in a row, or by shorter lists.'],
  order: ['the order (orderBy:) of', 'Order by something that need not be counted.'],
  count: ['the counts and aggregates of', 'Leave out totalCount and aggregate where the list is long.'],
};

/** Why an operation is refused: what it would cost, what costs most of it, and what can be done. */
export function tooDearText(costs: readonly Cost[], most: number): string {
  const dearest = costs.reduce((a, b) => (b.cost > a.cost ? b : a));
  const [what, advice] = SAID[dearest.part];
  return `The operation would cost ${sumOf(costs)}; at most ${most} is allowed (MAX_COST). Most of it, ${Math.ceil(dearest.cost)}, is for ${what} ${dearest.coordinate}. ${advice}`;
}
