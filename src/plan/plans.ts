/** Plans are made once: for each operation of a parsed document, and each shape of its @skip and @include variables. */
import type { FieldNode, GraphQLError, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { LRUCache } from 'lru-cache';
import { graphError } from '../errors.ts';
import type { Root } from './extensions.ts';
import { Plan, type Step } from './plan.ts';
import { collectFields, setsOf, shapeOf, type Walk } from './selection.ts';
import { weighDocument, weighPlan, weighText } from './weigh.ts';

type Request = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues' | 'operation' | 'parentType'>;
/** What a walk needs of a request. */
export const walkOf = ({ schema, fragments, variableValues }: Request): Walk => ({ schema, fragments, variables: variableValues });

/** How many link fields one operation may follow, fragments spread out: each is a subquery, and small documents can say many. */
export const MOST_STEPS = 100;
/** A plan; `undefined` where the field needs none, `null` where it would have too many steps. */
interface Made {
  readonly plan: Plan | undefined | null;
}
/** How often a plan was there when it was asked for, and how often not. */
export const lookups = { hits: 0, misses: 0 };

type Plans = LRUCache<string, Made>;
let plans: Plans;

/** From now on plans are kept in so many bytes: documents and shapes are the client's, memory is ours. */
export function keepPlans(bytes: number): void {
  plans = new LRUCache({ maxSize: bytes });
}
keepPlans(20_000_000);

/** What it retains: of its document no more than its share, since the plans of an operation come and go together. */
function weigh(name: string, { plan }: Made, operation: Request['operation']): number {
  const share = plan ? weighDocument(operation) / operation.selectionSet.selections.length : 0;
  return Math.ceil(weighText(name) + share + (plan ? weighPlan(plan) : 0));
}

/** Numbers tell parsed nodes apart: the same text is parsed once, so the same node is the same question. */
const numbers = new WeakMap<object, number>();
let last = 0;
function numberOf(node: object): number {
  const number = numbers.get(node) ?? ++last;
  numbers.set(node, number);
  return number;
}

function kept(operation: Request['operation'], rest: string, make: () => Plan | undefined): Plan | undefined {
  const name = `${numberOf(operation)} ${rest}`;
  let made = plans.get(name);
  lookups[made ? 'hits' : 'misses']++;
  if (!made) {
    made = attempt(make);
    plans.set(name, made, { size: weigh(name, made, operation) });
  }
  if (made.plan === null) throw tooManySteps();
  return made.plan;
}

function attempt(make: () => Plan | undefined): Made {
  try {
    return { plan: make() };
  } catch (error) {
    if (error instanceof TooManySteps) return { plan: null };
    throw error;
  }
}

class TooManySteps extends Error {}
export const tooManySteps = (): GraphQLError =>
  graphError('QUERY_TOO_COMPLEX', `The operation follows more than ${MOST_STEPS} links, with its fragments spread out.`);
const refuseMore = (steps: number): void => {
  if (steps >= MOST_STEPS) throw new TooManySteps();
};

/** The plan of the root field with response key `key`; none where the field is not planned. Throws QUERY_TOO_COMPLEX. */
export function planOf(request: Request, key: string): Plan | undefined {
  const walk = walkOf(request);
  const { operation } = request;
  return kept(operation, `${key} ${shapeOf(operation, walk)}`, () => planRoot(walk, request, key));
}

function planRoot(walk: Walk, { parentType, operation }: Request, key: string): Plan | undefined {
  const nodes = collectFields(walk, parentType, [operation.selectionSet]).get(key) ?? [];
  const field = nodes[0] && parentType.getFields()[nodes[0].name.value];
  const root = field?.extensions.root;
  if (!field || !root) return undefined;
  const plan = new Plan(walk, field, nodes, root, refuseMore);
  const { top: projection } = plan;
  const path = { keys: [key], isInList: root.by === 'keys' && root.many };
  if (root.by === 'page') {
    const { side, beside, columns = [] } = root;
    const step = plan.addStep(selected(parentType, field, nodes), path, side);
    if (side.most) step.wants.rows = step.wants.next = true;
    for (const column of ['id', ...columns]) step.target.columns.add(column);
    projection.steps.push(step, ...(beside ? [plan.addStep(selected(parentType, field, nodes), path, beside)] : []));
  } else plan.visit(plan.type, setsOf(nodes), { projection, path });
  return plan.finish();
}

const selected = (type: GraphQLObjectType, field: Plan['field'], nodes: readonly FieldNode[]) => ({
  field,
  nodes,
  on: type.name,
  among: 1,
  coordinate: `${type.name}.${field.name}`,
});

/** The step of a link field whose parent was read without what is below it: planned from here on down. `planned` is its step in the plan of the whole. */
export function strayStep(info: GraphQLResolveInfo, planned: Step): Step {
  const walk = walkOf(info);
  const { operation, parentType, fieldNodes } = info;
  const name = `${shapeOf(operation, walk)} ${parentType.name} ${fieldNodes.map(numberOf).join()}`;
  return kept(operation, name, () => planStray(walk, info, planned))!.steps[0]!;
}

function planStray(walk: Walk, { parentType, fieldName, fieldNodes }: GraphQLResolveInfo, { coordinate, on }: Step): Plan {
  const field = parentType.getFields()[fieldName]!;
  const plan = new Plan(walk, field, fieldNodes, undefined, refuseMore);
  const step = plan.addStep({ ...selected(parentType, field, fieldNodes), coordinate }, undefined);
  for (const kind of on) step.on.add(kind); // what may be asked is what may be asked of the whole
  plan.top.steps.push(step);
  return plan.finish();
}

/** The plan of nodes, or links, that a resolver found by itself: read by keys, with all that is selected below its field. */
export function foundPlan(info: GraphQLResolveInfo, root: Root): Plan {
  const walk = walkOf(info);
  const { operation, parentType, fieldName, fieldNodes } = info;
  const name = `${shapeOf(operation, walk)} ${parentType.name} ${fieldNodes.map(numberOf).join()} found ${root.by === 'keys' && root.ofLinks}`;
  return kept(operation, name, () => {
    const field = parentType.getFields()[fieldName]!;
    const plan = new Plan(walk, field, fieldNodes, root, refuseMore);
    plan.visit(plan.type, setsOf(fieldNodes), { projection: plan.top, path: undefined });
    return plan.finish();
  })!;
}
