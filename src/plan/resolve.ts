/** Resolvers of root and link fields: each takes what the statement brought for its place; what no statement brought is loaded in batches. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import type { Row } from '../engine/engine.ts';
import type { Bound } from './bind.ts';
import type { Root } from './extensions.ts';
import { aggregateOf, openPage } from './page.ts';
import type { Step } from './plan.ts';
import { planOf, strayStep } from './plans.ts';
import { chooseRoot, keysOf, readKeys, readLink, readPage } from './read.ts';
import { originOf, type Page, rowOf } from './rows.ts';
import { type Depth, nodeColumns } from './statement.ts';

type Values = readonly unknown[];

/** A root field that finds nodes by keys. */
export async function resolveKeys(_root: unknown, args: Row, context: Context, info: GraphQLResolveInfo): Promise<unknown> {
  const plan = planOf(info, String(info.path.key))!;
  const keys = keysOf(plan, args);
  const chosen = chooseRoot(plan, keys, context, info.variableValues);
  const rows = await readKeys(chosen, keys, context);
  const columns = nodeColumns(plan.top, chosen.depth);
  const origin = { place: plan.place, bound: chosen.bound };
  const found = rows.map((row) => (row ? rowOf(row['row'] as Values, columns, origin) : null));
  return (plan.field.extensions.root as Extract<Root, { by: 'keys' }>).many ? found : found[0];
}

/** A root field that pages over all nodes of a label. */
export async function resolvePage(_root: unknown, _args: Row, context: Context, info: GraphQLResolveInfo): Promise<unknown> {
  const plan = planOf(info, String(info.path.key))!;
  const chosen = chooseRoot(plan, [], context, info.variableValues);
  const step = plan.top.steps[0]!;
  const page = pageOf(step, await readPage(chosen, context), chosen.bound, chosen.depth);
  return plan.field.extensions.part === 'aggregate' ? aggregateOf(page, step.place) : page;
}

/** A link field: from the row of its parent, or else from a batch. */
export function resolveLink(parent: Row, _args: Row, context: Context, info: GraphQLResolveInfo): unknown {
  const origin = originOf(parent);
  const step = origin?.place?.step(info.parentType.name, String(info.path.key));
  if (step && origin?.bound.clauses[step.index]) return linkValue(step, parent, origin.bound, 'deep');
  return loadLink(strayStep(info), parent['id'] as string, context, info.variableValues, origin?.bound);
}

async function loadLink(step: Step, id: string, context: Context, variables: Row, above: Bound | undefined): Promise<unknown> {
  const { depth, bound, row } = await readLink(step, id, context, variables, above);
  return linkValue(step, row, bound, depth);
}

function linkValue(step: Step, row: Row, bound: Bound, depth: Depth): unknown {
  if (step.side.gathered) return step.side.gathered(row[step.rows]);
  if (step.side.many) return pageOf(step, row, bound, depth);
  const [values] = (row[step.rows] ?? []) as Values[];
  return values ? rowOf(values, nodeColumns(step.target, depth), { place: step.place, bound }) : null;
}

const pageOf = (step: Step, row: Row, bound: Bound, depth: Depth): Page => ({
  ...openPage(step, (row[step.rows] ?? []) as Values[], row[step.behind], bound),
  step,
  bound,
  depth,
  row,
});
