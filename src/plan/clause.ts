/** The arguments of one link field, as the clauses of its subquery. */
import { type GraphQLInputObjectType, getArgumentValues, getNamedType, Kind, type ValueNode } from 'graphql';
import { type Code, graphError } from '../errors.ts';
import type { Computed } from './computed.ts';
import { isOfKinds } from './conditions.ts';
import { decodeCursor, fingerprint } from './cursor.ts';
import type { Gathering } from './extensions.ts';
import { type Asked, type Fail, filterText, type Scope } from './filter.ts';
import { type MeasureText, measureText } from './measure.ts';
import { beyond, byText, type Term, termsOf } from './order.ts';
import type { Step } from './plan.ts';
import type { AsOf, Time } from './time.ts';

/** Takes a value of the request and gives the parameter that stands for it. */
export interface Parameters {
  value(value: unknown): string;
  limit(value: number): string;
}

/** What the arguments of a step make of its subquery. */
export interface Clause {
  /** Conditions on what belongs to the connection; they hold for counts and aggregates too. */
  readonly where: string;
  /** What is computed of each node for them. */
  readonly computed: readonly Computed[];
  /** The condition that continues after a cursor, or before it. */
  readonly after: string;
  readonly order: readonly Term[];
  /** The last rows are read first. */
  readonly isBackward: boolean;
  /** Its rows are nodes, each once, in place of links. */
  readonly isDistinct: boolean;
  readonly limit: string;
  readonly size: number;
  readonly question: string;
  /** Types of link, where the field leads along links of any type. */
  readonly types: string;
  readonly measures: readonly MeasureText[];
  /** In place of rows: what is gathered. */
  readonly gathering: Gathering | undefined;
}

const MOST = 100;
const USUAL = 20;

export interface Arguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly limit?: number | null;
  readonly before?: string | null;
  /** Each node once, however many links lead to it. */
  readonly distinct?: boolean | null;
  readonly kinds?: readonly string[] | null;
  readonly types?: readonly string[] | null;
  readonly direction?: 'OUT' | 'IN' | 'BOTH' | null;
  readonly where?: unknown;
  readonly orderBy?: readonly Record<string, unknown>[] | null;
  /** Those of a field of its own. */
  readonly [argument: string]: unknown;
}

/** The time a request asks about, what that is in Cypher, and the day it came. */
export interface At {
  readonly asOf: AsOf;
  readonly time: Time;
  readonly today: string;
}

type Variables = Readonly<Record<string, unknown>>;
const withoutVariables = new WeakMap<Step, Arguments>();
/** The arguments of a step with the variables of a request; where it has none, they are the same for every request. */
export function argumentsOf(step: Step, variables: Variables): Arguments {
  const known = withoutVariables.get(step);
  if (known) return known;
  const given = getArgumentValues(step.field, step.nodes[0]!, variables);
  if (!step.nodes[0]!.arguments?.some(({ value }) => hasVariable(value))) withoutVariables.set(step, given);
  return given;
}

function hasVariable(value: ValueNode): boolean {
  if (value.kind === Kind.LIST) return value.values.some(hasVariable);
  if (value.kind === Kind.OBJECT) return value.fields.some((field) => hasVariable(field.value));
  return value.kind === Kind.VARIABLE;
}
/** The input type of an argument that a step's field has. */
export const typeOf = ({ field }: Step, argument: string): GraphQLInputObjectType | undefined => {
  const found = field.args.find(({ name }) => name === argument);
  return found && (getNamedType(found.type) as GraphQLInputObjectType);
};

/** How many nodes a step may give for each of its parents. */
export function sizeOf({ side }: Step, { first, last, limit }: Arguments): number {
  if (side.gives === 'one' || side.most) return side.most ?? 1;
  return Math.min(Math.max(first ?? last ?? limit ?? (side.gives === 'list' ? MOST : USUAL), 0), MOST);
}

/** Errors that name the argument by its schema coordinate, such as `Commitment.parties(first:)`. */
const failOf =
  ({ coordinate, nodes, path }: Pick<Step, 'coordinate' | 'nodes' | 'path'>) =>
  (argument: string): Fail =>
  (code: Code, message: string): never => {
    throw graphError(code, `${coordinate}(${argument}:) ${message}.`, { nodes, ...(path && { path: path.keys }) });
  };

/** A page is asked for from the front or from the back, never both; an empty cursor is none. */
function checkPage({ first, after, last, before, limit }: Arguments, fail: (argument: string) => Fail): void {
  for (const [argument, size] of Object.entries({ first, last, limit }))
    if (size != null && (size < 0 || size > MOST)) fail(argument)('BAD_USER_INPUT', `is from 0 to ${MOST}, not ${size}`);
  if ((first != null || after) && (last != null || before))
    fail(last == null ? 'before' : 'last')('BAD_USER_INPUT', 'goes with no first or after: a page starts at one end');
}

/** Where nodes stand once, an edge stands for no one link. */
function checkDistinct({ edge }: Step, { orderBy }: Arguments, fail: Fail): void {
  if (edge.columns.size > 0 || edge.steps.length > 0)
    fail('BAD_USER_INPUT', 'gives each node once: what edges tell of their links cannot be selected beside it');
  if (orderBy?.some((item) => !('node' in item))) fail('BAD_USER_INPUT', 'gives each node once: order by node, not by what its links have');
}

/** Binds the arguments of a step; a wrong one is an error that names it. */
export function bindClause(step: Step, variables: Variables, parameters: Parameters, { time, asOf, today }: At): Clause {
  const given = argumentsOf(step, variables);
  const fail = failOf(step);
  checkPage(given, fail);
  const { after, last, before, kinds, types, direction, where, orderBy } = given;
  const isDistinct = step.side.linked && given.distinct === true;
  if (isDistinct) checkDistinct(step, given, fail('distinct'));
  const isBackward = last != null || !!before;
  const cursor = after || before;
  const size = sizeOf(step, given);
  const link = step.side.linked ? step.link : '';
  // Where nothing is read of the links, those that lead to one node are not to be told apart.
  const telling = !isDistinct && (step.hasEdges || cursor) ? link : '';
  const usual = step.side.usual?.(step.node, time, step.link) ?? [byText(step.side.order, step.node, time)];
  const scope = { node: step.node, link, time, today, usual, telling };
  const making = { time, today, fail, add: (value: unknown) => parameters.value(value) };
  const order = termsOf(typeOf(step, 'orderBy'), orderBy, scope, parameters, fail('orderBy'));
  const asked = whereText(step, where, scope, parameters, fail('where'));
  const conditions = [
    types?.length === 0 ? 'false' : '',
    kinds == null || !step.side.polymorphic ? '' : isOfKinds(step.node, kinds),
    ...(step.side.conditions?.(step.node, given, making, step.on) ?? []),
    directionText(step, direction),
    asked.condition,
  ];
  const question = step.wants.cursor || cursor ? questionOf(step, given, asOf) : '';
  const failCursor = fail(isBackward ? 'before' : 'after');
  const resume = cursor ? decodeCursor(cursor, question, order, failCursor) : [];
  return {
    where: conditions.filter(Boolean).join(' AND '),
    computed: asked.computed,
    after: resume.length ? beyond(order, resume, isBackward, (value) => parameters.value(value)) : '',
    order,
    isBackward,
    isDistinct,
    size,
    question,
    types: types?.length ? `:${[...new Set(types)].sort().join('|')}` : '',
    measures: step.measures.map((one) =>
      measureText(one, one.argumentsOf(variables), scope, parameters, failOf({ ...one, path: step.path })),
    ),
    gathering: step.side.gather?.(given, making),
    limit: parameters.limit(size + ((isBackward ? step.wants.previous : step.wants.next) ? 1 : 0)),
  };
}

/** The condition that a link leads out, or in; links that are read both ways do both. */
function directionText({ side, link, node }: Step, direction: Arguments['direction']): string {
  if (!side.symmetric || !direction || direction === 'BOTH') return '';
  const both = side.symmetric.map((type) => `'${type}'`);
  return `(startNode(${link}) ${direction === 'IN' ? '=' : '<>'} ${node} OR type(${link}) IN [${both.join(', ')}])`;
}

function whereText(step: Step, where: unknown, scope: Scope, parameters: Parameters, fail: Fail): Asked {
  const type = typeOf(step, 'where');
  return type ? filterText(type, where, scope, parameters, fail) : { condition: '', computed: [] };
}

/** What a cursor belongs to: the field, and what its list depends on. */
const questionOf = (
  { field, side }: Step,
  { kinds, types, direction, where, orderBy, first: _1, after: _2, last: _3, before: _4, asOf: _5, ...own }: Arguments,
  asOf: AsOf,
): string =>
  fingerprint([
    field.extensions.question,
    side.pattern?.({ from: '', link: '', to: '' }) ?? '',
    [...new Set(kinds)].sort(),
    [...new Set(types)].sort(),
    direction ?? 'BOTH',
    where ?? null,
    orderBy ?? [],
    own,
    asOf,
  ]);
