/** Resolvers of root and link fields: each takes what the statement brought for its place; what no statement brought is loaded in batches. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import type { Row } from '../engine/engine.ts';
import { type Bound, bindBatch, bindRoot } from './bind.ts';
import type { Root } from './extensions.ts';
import type { Plan, Step } from './plan.ts';
import { planOf, strayStep } from './plans.ts';
import { originOf, type Page, rowOf } from './rows.ts';
import { type Depth, fitsOneStatement, nodeColumns } from './statement.ts';

type Values = readonly unknown[];

interface Chosen {
  readonly depth: Depth;
  readonly bound: Bound;
}

/**
 * The whole statement where the engine can take it and has it planned; otherwise that of the rows alone. Below
 * rows that wait for a plan nothing is planned either: it would be of no use once the whole statement is.
 */
function choose({ top }: Plan, context: Context, bind: (depth: Depth) => Bound, above?: Bound): Chosen {
  if (fitsOneStatement(top.steps) && !above?.waits) {
    const bound = bind('deep');
    if (context.runsWhole(bound.text, bound.parameters)) return { depth: 'deep', bound };
    context.tier = 'levels';
    return { depth: 'flat', bound: { ...bind('flat'), waits: true } };
  }
  return { depth: 'flat', bound: { ...bind('flat'), waits: above?.waits ?? false } };
}

/** A root field that finds nodes by keys: all such fields of one shape in a request are one statement. */
export async function resolveKeys(_root: unknown, args: Row, context: Context, info: GraphQLResolveInfo): Promise<unknown> {
  const plan = planOf(info, String(info.path.key))!;
  const root = plan.field.extensions.root as Extract<Root, { by: 'keys' }>;
  const keys = root.keys(args);
  const { depth, bound } = choose(plan, context, (depth) => bindRoot(plan, info.variableValues, depth));
  const columns = nodeColumns(plan.top, depth);
  const rows = await Promise.all(keys.map((key) => loaderOf(bound, context).load(key)));
  const found = rows.map((row) => (row ? rowOf(row['row'] as Values, columns, { place: plan.place, bound }) : null));
  return root.many ? found : found[0];
}

/** A root field that pages over all nodes of a label. */
export async function resolvePage(_root: unknown, _args: Row, context: Context, info: GraphQLResolveInfo): Promise<Page> {
  const plan = planOf(info, String(info.path.key))!;
  const { depth, bound } = choose(plan, context, (depth) => bindRoot(plan, info.variableValues, depth));
  const [row] = bound.text ? await context.read(bound.text, bound.parameters) : [{}];
  return pageOf(plan.top.steps[0]!, row!, bound, depth);
}

/** A link field: from the row of its parent, or else from a batch. */
export function resolveLink(parent: Row, _args: Row, context: Context, info: GraphQLResolveInfo): unknown {
  const origin = originOf(parent);
  const step = origin?.place?.step(info.parentType.name, String(info.path.key));
  if (step && origin?.bound.clauses[step.index]) return linkValue(step, parent, origin.bound, 'deep');
  return loadLink(strayStep(info), parent['id'] as string, context, info.variableValues, origin?.bound);
}

async function loadLink(step: Step, id: string, context: Context, variables: Row, above: Bound | undefined): Promise<unknown> {
  const { depth, bound } = choose(step.plan, context, (depth) => bindBatch(step, context.labelOf(id), variables, depth), above);
  const row = (step.wants.rows || step.wants.total) && (await loaderOf(bound, context).load(id));
  return linkValue(step, row || { [step.rows]: [], [step.total]: 0 }, bound, depth);
}

/** The loader of a statement: parents that ask the same wait for one another, and become one batch. */
function loaderOf({ text, parameters }: Bound, context: Context): DataLoader<string, Row | undefined> {
  const name = `${text}\n${JSON.stringify(parameters)}`;
  const known = context.loaders.get(name);
  if (known) return known;
  const loader = new DataLoader<string, Row | undefined>(async (keys) => {
    const rows = await context.read(text, { ...parameters, p: { ...parameters.p, keys } });
    const byKey = new Map(rows.map((row) => [row['key'], row]));
    return keys.map((key) => byKey.get(key));
  });
  context.loaders.set(name, loader);
  return loader;
}

function linkValue(step: Step, row: Row, bound: Bound, depth: Depth): Page | Row | null {
  if (step.side.many) return pageOf(step, row, bound, depth);
  const [values] = (row[step.rows] ?? []) as Values[];
  return values ? rowOf(values, nodeColumns(step.target, depth), { place: step.place, bound }) : null;
}

function pageOf(step: Step, row: Row, bound: Bound, depth: Depth): Page {
  const rows = (row[step.rows] ?? []) as Values[];
  const size = bound.clauses[step.index]!.size;
  return { step, bound, depth, rows: rows.slice(0, size), total: row[step.total], hasMore: rows.length > size };
}
