/** Answers an operation without the executor, where every field is a property, a link or a part of a connection: the same bytes, sooner. */
import {
  type ExecutionArgs,
  GraphQLError,
  type GraphQLObjectType,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { isLinkId, typeNameOf } from '../../model/ids.ts';
import type { Row } from '../engine/engine.ts';
import { tooLong } from '../errors.ts';
import { asOfIn } from './as-of.ts';
import type { Asked } from './bind.ts';
import type { Context } from './context.ts';
import { Misfit, TooLong } from './json.ts';
import type { Plan } from './plan.ts';
import { planOf } from './plans.ts';
import { type Chosen, chooseRoot, keysOf, readKeys, readPage } from './read.ts';
import { preparedFor } from './resolve.ts';
import { collectFields, fragmentsOf, type Walk } from './selection.ts';
import { slotsOf } from './statement.ts';
import { Writers } from './write.ts';

/** The text of a result that went by no executor; `data` is there for who wants to look at it. */
export interface DirectResult {
  readonly data: Record<string, unknown>;
  readonly extensions?: Record<string, unknown>;
  /** How long the text of the data is. */
  readonly bytes: number;
  readonly stringify: (result: DirectResult) => string;
}

type Write = (row: readonly unknown[], bound: Chosen['bound']) => string;

const writers = new WeakMap<Plan, Write | null>();

/** Writes what `plan` reads; null where that is for the executor. */
function writerOf(plan: Plan, walk: Walk): Write | null {
  const known = writers.get(plan);
  if (known !== undefined) return known;
  const made = compile(plan, walk);
  writers.set(plan, made);
  return made;
}

function compile(plan: Plan, walk: Walk): Write | null {
  const all = new Writers(walk, (id) => typeNameOf(id) ?? '');
  try {
    return plan.root!.by === 'page' ? all.ofPage(plan) : all.ofNode(plan);
  } catch (error) {
    if (error instanceof Misfit) return null;
    throw error;
  }
}

/**
 * The answer to an operation; undefined where it has to go through the executor, which reads nothing again: what
 * the request has read is kept in its context.
 */
export async function answerDirectly(args: ExecutionArgs): Promise<DirectResult | undefined> {
  const { schema, document, operationName, variableValues, contextValue } = args;
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'query') return undefined;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {});
  if (!coerced) return undefined;
  const context = contextValue as Context;
  try {
    const walk = { schema, fragments: fragmentsOf(document), variables: coerced };
    const roots = plannedRoots(walk, operation);
    if (!roots) return undefined;
    const asOf = asOfIn(walk, { schema, operation }, context);
    return await answer(roots, { variables: coerced, asOf, today: context.today, longest: context.maxResponseBytes }, context);
  } catch (error) {
    if (error instanceof TooLong) throw tooLong(context.maxResponseBytes);
    if (error instanceof Misfit || error instanceof GraphQLError) return undefined;
    throw error;
  }
}

async function answer(roots: readonly PlannedRoot[], asked: Asked, context: Context): Promise<DirectResult | undefined> {
  // What goes wrong while it is read, the executor comes to as well, and tells where it belongs.
  const written = await Promise.all(roots.map(({ read }) => read(asked, context))).catch(() => undefined);
  if (!written) return undefined;
  let text = '{';
  for (const [i, { key }] of roots.entries()) {
    text += `${i ? ',' : ''}${JSON.stringify(key)}:${written[i]!()}`;
    if (text.length > context.maxResponseBytes) throw new TooLong();
  }
  return resultOf(`${text}}`);
}

/** A root field: reads its rows, and gives what writes them. */
interface PlannedRoot {
  readonly key: string;
  readonly read: (asked: Asked, context: Context) => Promise<() => string>;
}

function plannedRoots(walk: Walk, operation: OperationDefinitionNode): PlannedRoot[] | undefined {
  const parentType = walk.schema.getQueryType() as GraphQLObjectType;
  const request = { ...walk, variableValues: walk.variables, operation, parentType };
  const roots: PlannedRoot[] = [];
  for (const [key, [node]] of collectFields(walk, parentType, [operation.selectionSet])) {
    if (node!.name.value === '__typename') {
      roots.push({ key, read: async () => () => JSON.stringify(parentType.name) });
      continue;
    }
    const plan = planOf(request, key);
    const write = plan && writerOf(plan, walk);
    if (!write) return undefined;
    roots.push({ key, read: (asked, context) => read(plan, write, asked, context) });
  }
  return roots;
}

async function read(plan: Plan, write: Write, asked: Asked, context: Context): Promise<() => string> {
  const { field, nodes } = plan;
  const root = plan.root!;
  const args = getArgumentValues(field, nodes[0]!, asked.variables);
  const keys = keysOf(plan, args);
  if (root.by === 'keys' && root.links && keys.some(isLinkId)) throw new Misfit();
  const chosen = chooseRoot(plan, keys, context, { ...asked, prepared: await preparedFor(plan, args, context, asked.asOf) });
  if (chosen.depth === 'flat') throw new Misfit();
  if (root.by === 'page') {
    const row = await readPage(chosen, context);
    const values = slotsOf(plan.top.steps[0]!).map((slot) => row[slot]);
    return () => write(values, chosen.bound);
  }
  const rows = await readKeys(chosen.bound, keys, context);
  const writeOne = (row: Row | undefined): string => (row ? write(row['row'] as unknown[], chosen.bound) : 'null');
  return () => (root.many ? `[${rows.map(writeOne).join(',')}]` : writeOne(rows[0]));
}

function resultOf(json: string): DirectResult {
  return {
    get data() {
      return JSON.parse(json);
    },
    bytes: Buffer.byteLength(json),
    stringify: ({ extensions }) => `{"data":${json}${extensions ? `,"extensions":${JSON.stringify(extensions)}` : ''}}`,
  };
}
