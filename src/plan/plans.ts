/** Plans are made once: for each operation of a parsed document, and each shape of its @skip and @include variables. */
import { type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo, getNamedType, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Root } from './extensions.ts';
import { isSame, Plan, type Step } from './plan.ts';
import { collectFields, setsOf, shapeOf, type Walk } from './selection.ts';

type Request = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues' | 'operation' | 'parentType'>;
const walkOf = ({ schema, fragments, variableValues }: Request): Walk => ({ schema, fragments, variables: variableValues });

/** How many plans an operation keeps: one a response key and shape of its @skip and @include variables, which are the client's. */
const MOST_PLANS = 64;
interface Known {
  readonly plan: Plan | undefined;
}
const plans = new WeakMap<OperationDefinitionNode, LRUCache<string, Known>>();

/** The plan of the root field with response key `key`: made once for an operation of a parsed document and each shape of @skip and @include. */
export function planOf(request: Request, key: string): Plan | undefined {
  const walk = walkOf(request);
  const known = plans.get(request.operation) ?? new LRUCache<string, Known>({ max: MOST_PLANS });
  plans.set(request.operation, known);
  const shape = `${key} ${shapeOf(request.operation, walk)}`;
  const found = known.get(shape) ?? { plan: planRoot(walk, request, key) };
  known.set(shape, found);
  return found.plan;
}

function planRoot(walk: Walk, { parentType, operation }: Request, key: string): Plan | undefined {
  const nodes = collectFields(walk, parentType, [operation.selectionSet]).get(key) ?? [];
  const field = nodes[0] && parentType.getFields()[nodes[0].name.value];
  const root: Root | undefined = field?.extensions.root;
  if (!field || !root) return undefined;
  const plan = new Plan(walk, field, nodes);
  const { top: projection, place } = plan;
  if (root.by === 'page') projection.steps.push(plan.addStep(selected(parentType, field, nodes), [key], root.side));
  else plan.visit(getNamedType(field.type), setsOf(nodes), { projection, place, path: [key] });
  return plan.finish();
}

const selected = (type: GraphQLObjectType, field: Plan['field'], nodes: readonly FieldNode[]) => ({
  field,
  nodes,
  on: type.name,
  among: 1,
  coordinate: `${type.name}.${field.name}`,
});

const strays = new WeakMap<FieldNode, { readonly plan: Plan; readonly type: string; readonly shape: string }[]>();

/** The step of a link field whose parent no plan made: planned from here on down. */
export function strayStep(info: GraphQLResolveInfo): Step {
  const walk = walkOf(info);
  const [type, shape, [first]] = [info.parentType.name, shapeOf(info.operation, walk), info.fieldNodes];
  const known = strays.get(first!) ?? [];
  const found = known.find((one) => one.type === type && one.shape === shape && isSame(one.plan.nodes, info.fieldNodes));
  if (found) return found.plan.steps[0]!;
  const field = info.parentType.getFields()[info.fieldName]!;
  const plan = new Plan(walk, field, info.fieldNodes);
  plan.top.steps.push(plan.addStep(selected(info.parentType, field, info.fieldNodes), undefined));
  strays.set(first!, [...known.slice(1 - MOST_PLANS), { plan: plan.finish(), type, shape }]);
  return plan.steps[0]!;
}
