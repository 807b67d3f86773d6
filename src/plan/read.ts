/** Runs the statements of plans: a root field's as a whole or its rows alone, and batches of links; each once a request. */

import DataLoader from 'dataloader';
import { labelOf } from '../../model/ids.ts';
import type { Row } from '../engine/engine.ts';
import { type Asked, type Bound, bindBatch, bindRoot } from './bind.ts';
import { type Context, nameOf } from './context.ts';
import type { Asking } from './expand.ts';
import type { Plan, Step } from './plan.ts';
import { type Depth, fitsOneStatement } from './statement.ts';

/** A statement to be run, and how deep it reads. */
interface Chosen {
  readonly depth: Depth;
  readonly bound: Bound;
}

/**
 * The whole statement where the engine can take it and has it planned; otherwise that of the rows alone. Below
 * rows that wait for a plan nothing is planned either: it would be of no use once the whole statement is.
 */
function choose({ top }: Plan, context: Context, bind: (depth: Depth) => Bound, waits = false): Chosen {
  if (!fitsOneStatement(top.steps) || waits) return { depth: 'flat', bound: { ...bind('flat'), waits } };
  const bound = bind('deep');
  if (!bound.isReadable) return { depth: 'flat', bound: bind('flat') };
  if (!bound.text || context.runsWhole(bound.text, bound.parameters)) return { depth: 'deep', bound };
  context.tier = 'levels';
  return { depth: 'flat', bound: { ...bind('flat'), waits: true } };
}

/** The keys of a root field with these arguments; none where it pages over all nodes of a label. */
export function keysOf({ root }: Plan, args: Row): readonly string[] {
  return root?.by === 'keys' ? root.keys(args) : [];
}

export function chooseRoot(plan: Plan, keys: readonly string[], context: Context, asked: Asked): Chosen {
  const labels = new Set(keys.map(labelOf));
  return choose(plan, context, (depth) => bindRoot(plan, labels, asked, depth));
}

/** The rows of a root field that finds nodes by keys: all such fields of one shape in a request are one statement. */
export const readKeys = (asking: Asking, keys: readonly string[], context: Context): Promise<(Row | undefined)[]> =>
  Promise.all(keys.map((key) => loaderOf(asking, context).load(key)));

/** The one row of a root field that pages over all nodes of a label. */
export async function readPage({ text, parameters }: Bound, context: Context): Promise<Row> {
  if (!text) return {};
  return (await context.readOnce(text, parameters))[0]!;
}

/** The row of a link field of one node, from a batch; `waits` where what is above waits for a plan. */
export async function readLink(
  step: Step,
  id: string,
  context: Context,
  asked: Asked,
  waits: boolean,
): Promise<Chosen & { readonly row: Row }> {
  const chosen = choose(step.plan, context, (depth) => bindBatch(step, labelOf(id), asked, depth), waits);
  const row = chosen.bound.text ? await loaderOf(chosen.bound, context).load(id) : undefined;
  return { ...chosen, row: row ?? { [step.rows]: [], [step.total]: 0 } };
}

/** The loader of a statement: parents that ask the same wait for one another, and become one batch. */
function loaderOf({ text, parameters }: Asking, context: Context): DataLoader<string, Row | undefined> {
  const name = nameOf(text, parameters);
  const known = context.loaders.get(name);
  if (known) return known;
  const loader = new DataLoader<string, Row | undefined>(async (keys) => {
    const rows = await context.read(text, { ...parameters, p: { ...parameters.p, keys } }).catch((error: Error) => error);
    if (rows instanceof Error) return keys.map(() => rows); // kept as what these keys give: thrown, it would be asked for again
    const byKey = new Map(rows.map((row) => [row['key'], row]));
    return keys.map((key) => byKey.get(key));
  });
  context.loaders.set(name, loader);
  return loader;
}
