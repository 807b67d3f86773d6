/** Resolvers: of root fields, which read; and the one of all fields below them, which finds its value under its response key. */
import type { GraphQLResolveInfo } from 'graphql';
import { isLinkId } from '../../model/ids.ts';
import type { Row } from '../engine/engine.ts';
import { asOfIn } from './as-of.ts';
import type { Asked } from './bind.ts';
import type { Context } from './context.ts';
import { costsOf } from './cost.ts';
import type { Root } from './extensions.ts';
import { byKeys, foundLinks } from './patterns.ts';
import type { Values } from './plain.ts';
import type { Plan } from './plan.ts';
import { foundPlan, planOf, strayStep, walkOf } from './plans.ts';
import { chooseRoot, keysOf, readKeys, readLink, readPage } from './read.ts';
import { executorShape, TYPE, Unread } from './shape.ts';
import { slotValues } from './statement.ts';
import type { AsOf } from './time.ts';

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

/** A root field that finds nodes by keys. */
export async function resolveKeys(_root: unknown, args: Row, context: Context, info: GraphQLResolveInfo): Promise<unknown> {
  const plan = planOf(info, String(info.path.key))!;
  const { links, many } = plan.root as Extract<Root, { by: 'keys' }>;
  const keys = keysOf(plan, args);
  const found = await (links && keys.some(isLinkId) ? readBoth(plan, keys, links, context, info) : readRows(plan, keys, context, info));
  return many ? found : found[0];
}

async function readRows(plan: Plan, keys: readonly string[], context: Context, info: GraphQLResolveInfo): Promise<unknown[]> {
  const { bound, depth } = chooseRoot(plan, keys, context, askedBy(info, context));
  const rows = await readKeys(bound, keys, context);
  const shape = executorShape(plan, walkOf(info), depth);
  return rows.map((row) => row && shape(row['row'] as Values, bound));
}

/** Nodes and links have statements of their own. */
async function readBoth(plan: Plan, keys: readonly string[], links: Root, context: Context, info: GraphQLResolveInfo): Promise<unknown[]> {
  const [linkIds, nodeIds] = [keys.filter(isLinkId), keys.filter((key) => !isLinkId(key))];
  const found = await Promise.all([nodeIds.length ? readRows(plan, nodeIds, context, info) : [], readFound(links, linkIds, context, info)]);
  const ids = [...nodeIds, ...linkIds];
  const byId = new Map(found.flat().map((one, i) => [ids[i]!, one]));
  return keys.map((key) => byId.get(key));
}

/** Entities that a resolver found by itself, with what is selected of them. Throws QUERY_TOO_COMPLEX. */
export const readNodes = (ids: readonly string[], context: Context, info: GraphQLResolveInfo): Promise<unknown[]> =>
  readFound(foundNodes, ids, context, info);
/** Links, by the keys of `foundLinks`. */
export const readLinks = (keys: readonly string[], context: Context, info: GraphQLResolveInfo): Promise<unknown[]> =>
  readFound(foundLinks, keys, context, info);

const foundNodes = byKeys(['Entity'], () => [], { many: true });

async function readFound(root: Root, keys: readonly string[], context: Context, info: GraphQLResolveInfo): Promise<unknown[]> {
  const plan = foundPlan(info, root);
  context.spend(costsOf(plan, info.variableValues, keys.length, context.census));
  return readRows(plan, keys, context, info);
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
  const { bound, depth } = chooseRoot(plan, [], context, { ...asked, prepared });
  const row = await readPage(bound, context);
  return executorShape(plan, walkOf(info), depth)(slotValues(plan.top.steps[0]!, row), bound);
}

/** A field of what a statement brought; a link field that no statement brought is read in a batch. */
export function resolveShaped(parent: Row, _args: unknown, context: Context, info: GraphQLResolveInfo): unknown {
  const held = parent[info.path.key];
  return held instanceof Unread ? readUnread(held, context, info) : held;
}

async function readUnread({ step: planned, id, waits }: Unread, context: Context, info: GraphQLResolveInfo): Promise<unknown> {
  const step = strayStep(info, planned);
  const { depth, bound, row } = await readLink(step, id, context, askedBy(info, context), waits);
  return executorShape(step.plan, walkOf(info), depth)(slotValues(step, row), bound);
}

/** The type of a node. */
export const resolveType = (node: Row): string => node[TYPE] as string;
