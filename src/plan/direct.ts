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
import { isLinkId } from '../../model/ids.ts';
import type { Row } from '../engine/engine.ts';
import { tooLong } from '../errors.ts';
import { asOfIn } from './as-of.ts';
import type { Asked } from './bind.ts';
import { clientShape, Misfit } from './client.ts';
import type { Context } from './context.ts';
import { Plain, type Shape, TooLong, type Values } from './plain.ts';
import type { Plan } from './plan.ts';
import { planOf } from './plans.ts';
import { chooseRoot, keysOf, readKeys, readPage } from './read.ts';
import { preparedFor } from './resolve.ts';
import { collectFields, fragmentsOf, type Walk } from './selection.ts';
import { slotValues } from './statement.ts';

/** The text of a result that went by no executor; `data` is there for who wants to look at it. */
export interface DirectResult {
  readonly data: Record<string, unknown>;
  readonly extensions?: Record<string, unknown>;
  /** How long the text of the data is. */
  readonly bytes: number;
  readonly stringify: (result: DirectResult) => string;
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
    return await answer(roots, { variables: coerced, asOf, today: context.today, room: { left: context.maxResponseBytes } }, context);
  } catch (error) {
    if (error instanceof TooLong) throw tooLong(context.maxResponseBytes);
    if (error instanceof Misfit || error instanceof GraphQLError) return undefined;
    throw error;
  }
}

async function answer(roots: readonly PlannedRoot[], asked: Asked, context: Context): Promise<DirectResult | undefined> {
  // What goes wrong while it is read, the executor comes to as well, and tells where it belongs.
  const shaped = await Promise.all(roots.map(({ read }) => read(asked, context))).catch(() => undefined);
  if (!shaped) return undefined;
  const data = new Plain();
  for (const [i, { key }] of roots.entries()) data[key] = shaped[i]!();
  return resultOf(JSON.stringify(data));
}

/** A root field: reads its rows, and gives what shapes them. */
interface PlannedRoot {
  readonly key: string;
  readonly read: (asked: Asked, context: Context) => Promise<() => unknown>;
}

function plannedRoots(walk: Walk, operation: OperationDefinitionNode): PlannedRoot[] | undefined {
  const parentType = walk.schema.getQueryType() as GraphQLObjectType;
  const request = { ...walk, variableValues: walk.variables, operation, parentType };
  const roots: PlannedRoot[] = [];
  for (const [key, [node]] of collectFields(walk, parentType, [operation.selectionSet])) {
    if (node!.name.value === '__typename') {
      roots.push({ key, read: async () => () => parentType.name });
      continue;
    }
    const plan = planOf(request, key);
    const shape = plan && clientShape(plan, walk);
    if (!shape) return undefined;
    roots.push({ key, read: (asked, context) => read(plan, shape, asked, context) });
  }
  return roots;
}

async function read(plan: Plan, shape: Shape, asked: Asked, context: Context): Promise<() => unknown> {
  const { field, nodes } = plan;
  const root = plan.root!;
  const args = getArgumentValues(field, nodes[0]!, asked.variables);
  const keys = keysOf(plan, args);
  if (root.by === 'keys' && root.links && keys.some(isLinkId)) throw new Misfit();
  const prepared = await preparedFor(plan, args, context, asked.asOf);
  const { bound, depth } = chooseRoot(plan, keys, context, { ...asked, prepared });
  if (depth === 'flat') throw new Misfit();
  if (root.by === 'page') {
    const row = await readPage(bound, context);
    return () => shape(slotValues(plan.top.steps[0]!, row), bound);
  }
  const rows = await readKeys(bound, keys, context);
  const shapeOne = (row: Row | undefined): unknown => (row ? shape(row['row'] as Values, bound) : null);
  return () => (root.many ? rows.map(shapeOne) : shapeOne(rows[0]));
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
