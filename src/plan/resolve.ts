/** Resolvers of root and link fields: each takes what the statement brought for its place; what no statement brought is loaded in batches. */
import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { isLinkId } from '../../model/ids.ts';
import type { Row } from '../engine/engine.ts';
import { asOfIn, versionOf } from './as-of.ts';
import type { Asked, Bound } from './bind.ts';
import type { Context } from './context.ts';
import { costsOf } from './cost.ts';
import type { Root } from './extensions.ts';
import { aggregateOf, openPage } from './page.ts';
import { byKeys, foundLinks } from './patterns.ts';
import type { Plan, Step } from './plan.ts';
import { foundPlan, planOf, strayStep, walkOf } from './plans.ts';
import { chooseRoot, keysOf, readKeys, readLink, readPage } from './read.ts';
import { originOf, type Page, rowOf } from './rows.ts';
import { type Depth, nodeColumns } from './statement.ts';
import type { AsOf } from './time.ts';

type Values = readonly unknown[];

/** What a request gives to every plan of it. */
export const askedBy = (info: GraphQLResolveInfo, context: Context): Asked => ({
  variables: info.variableValues,
  asOf: asOfIn(walkOf(info), info, context),
  today: context.today,
});

/** The time that an operation asks about, as the parameters of a statement that has them. */
export const asOfParameters = (info: GraphQLResolveInfo, context: Context): Row => ({
  validOn: null,
  knownAt: null,
  ...asOfIn(walkOf(info), info, context),
});

/** The time that a node was asked about, as text. */
export const resolveVersion = (_node: Row, _args: Row, context: Context, info: GraphQLResolveInfo): string =>
  versionOf(asOfIn(walkOf(info), info, context));

/** A root field that finds nodes by keys. */
export async function resolveKeys(_root: unknown, args: Row, context: Context, info: GraphQLResolveInfo): Promise<unknown> {
  const plan = planOf(info, String(info.path.key))!;
  const { links, many } = plan.root as Extract<Root, { by: 'keys' }>;
  const keys = keysOf(plan, args);
  const linkIds = links ? keys.filter(isLinkId) : [];
  const found = await (linkIds.length
    ? readBoth(plan, keys, linkIds, links!, context, info)
    : readRows(plan, keys, context, askedBy(info, context)));
  return many ? found : found[0];
}

async function readRows(plan: Plan, keys: readonly string[], context: Context, asked: Asked): Promise<(Row | undefined)[]> {
  const { bound, depth } = chooseRoot(plan, keys, context, asked);
  const rows = await readKeys(bound, keys, context);
  const columns = nodeColumns(plan.top, plan.root!.by === 'keys' && plan.root!.ofLinks ? 'deep' : depth);
  return rows.map((row) => row && rowOf(row['row'] as Values, columns, { place: plan.place, bound }));
}

/** Nodes and links have statements of their own. */
async function readBoth(
  plan: Plan,
  keys: readonly string[],
  linkIds: readonly string[],
  root: Root,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<(Row | null)[]> {
  const nodeIds = keys.filter((key) => !isLinkId(key));
  const type = info.schema.getType('Link') as GraphQLObjectType;
  const [nodes, links] = await Promise.all([
    nodeIds.length ? readRows(plan, nodeIds, context, askedBy(info, context)) : [],
    readFound(root, linkIds, context, info, type),
  ]);
  const byId = new Map([...nodes, ...links].flatMap((row) => (row ? [[row['id'], row] as const] : [])));
  return keys.map((key) => byId.get(key) ?? null);
}

/** Entities that a resolver found by itself, with what is selected of them. Throws QUERY_TOO_COMPLEX. */
export const readNodes = (ids: readonly string[], context: Context, info: GraphQLResolveInfo): Promise<(Row | undefined)[]> =>
  readFound(foundNodes, ids, context, info);
/** Links, by the keys of `foundLinks`. */
export const readLinks = (keys: readonly string[], context: Context, info: GraphQLResolveInfo): Promise<(Row | undefined)[]> =>
  readFound(foundLinks, keys, context, info);

const foundNodes = byKeys(['Entity'], () => [], { many: true });

async function readFound(
  root: Root,
  keys: readonly string[],
  context: Context,
  info: GraphQLResolveInfo,
  type?: GraphQLObjectType,
): Promise<(Row | undefined)[]> {
  const plan = foundPlan(info, root, type);
  const asked = askedBy(info, context);
  context.spend(costsOf(plan, asked.variables, keys.length, context.census));
  return readRows(plan, keys, context, asked);
}

/** What a root field has to know before its statement runs; found once a request. */
export function preparedFor(plan: Plan, args: Row, context: Context, asOf: AsOf): Promise<Row> {
  const { root, number } = plan;
  if (root?.by !== 'page' || !root.prepare) return Promise.resolve({});
  const name = `${number} ${JSON.stringify(args)}`;
  const prepared = context.prepared.get(name) ?? root.prepare(args, context, asOf);
  context.prepared.set(name, prepared);
  return prepared;
}

/** A root field that pages over all nodes of a label. */
export async function resolvePage(_root: unknown, args: Row, context: Context, info: GraphQLResolveInfo): Promise<unknown> {
  const plan = planOf(info, String(info.path.key))!;
  const asked = askedBy(info, context);
  const prepared = await preparedFor(plan, args, context, asked.asOf);
  const chosen = chooseRoot(plan, [], context, { ...asked, prepared });
  const step = plan.top.steps[0]!;
  const page = pageOf(step, await readPage(chosen, context), chosen.bound, chosen.depth);
  return plan.field.extensions.part === 'aggregate' ? aggregateOf(page, step.place) : page;
}

/** A link field: from the row of its parent, or else from a batch. */
export function resolveLink(parent: Row, _args: Row, context: Context, info: GraphQLResolveInfo): unknown {
  const origin = originOf(parent);
  const step = origin?.place?.step(info.parentType.name, String(info.path.key));
  if (step && origin?.bound.clauses[step.index]) return linkValue(step, parent, origin.bound, 'deep');
  return loadLink(strayStep(info, step), parent['id'] as string, context, askedBy(info, context), origin?.bound);
}

async function loadLink(step: Step, id: string, context: Context, asked: Asked, above: Bound | undefined): Promise<unknown> {
  const { depth, bound, row } = await readLink(step, id, context, asked, above);
  return linkValue(step, row, bound, depth);
}

function linkValue(step: Step, row: Row, bound: Bound, depth: Depth): unknown {
  const { gathered, gives } = step.side;
  if (gathered) return gathered(row[step.rows]);
  if (gives === 'page') return pageOf(step, row, bound, depth);
  const columns = nodeColumns(step.target, depth);
  const rows = ((row[step.rows] ?? []) as Values[]).map((values) => rowOf(values, columns, { place: step.place, bound }));
  return gives === 'list' ? rows.slice(0, bound.clauses[step.index]!.size) : (rows[0] ?? null);
}

const pageOf = (step: Step, row: Row, bound: Bound, depth: Depth): Page => ({
  ...openPage(step, (row[step.rows] ?? []) as Values[], row[step.behind], bound),
  step,
  bound,
  depth,
  row,
});
