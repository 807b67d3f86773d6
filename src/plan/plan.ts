/** One root field with everything selected below it, as a tree of steps: what its statement reads, and where resolvers find it. */
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getNamedType,
  isAbstractType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { LinkSide, Root } from './extensions.ts';
import { Place } from './rows.ts';
import { collectFields, setsOf, shapeOf, type Walk } from './selection.ts';

type Field = GraphQLField<unknown, unknown>;
type Path = readonly string[] | undefined;
const below = (path: Path, key: string): Path => path && [...path, key];

/** What is read of one variable of a pattern: columns, and the links below it. */
export class Projection {
  /** The columns selected. */
  readonly columns = new Set<string>();
  /** All columns of the kinds that can stand here, whatever is selected. */
  readonly every = new Set<string>();
  readonly steps: Step[] = [];
}

interface StepOptions {
  readonly side: LinkSide;
  readonly field: Field;
  readonly nodes: readonly FieldNode[];
  readonly on: string;
  readonly path: readonly string[] | undefined;
  readonly among?: number;
}

/** One link field at one place: one subquery, with variables and slots named by its number. */
export class Step {
  readonly plan: Plan;
  readonly index: number;
  readonly side: LinkSide;
  readonly field: Field;
  readonly nodes: readonly FieldNode[];
  /** Where the field stands in the answer, without list indices; unknown below a parent that no plan made. */
  readonly path: readonly string[] | undefined;
  /** The field's schema coordinate, such as `Commitment.parties`. */
  readonly coordinate: string;
  /** How many kinds can stand where it is selected, and which of them have the field. */
  readonly among: number;
  readonly on = new Set<string>();
  readonly node: string;
  readonly link: string;
  /** The column that holds its rows, and the one that holds their total count. */
  readonly rows: string;
  readonly total: string;
  readonly place = new Place();
  readonly target = new Projection();
  readonly edge = new Projection();
  wants = { rows: false, cursor: false, more: false, total: false };

  constructor(plan: Plan, { side, field, nodes, on, path, among = 1 }: StepOptions) {
    [this.plan, this.side, this.field, this.nodes, this.path, this.among] = [plan, side, field, nodes, path, among];
    this.coordinate = `${on}.${field.name}`;
    this.on.add(on);
    this.index = plan.steps.length;
    const number = this.index + 1;
    [this.node, this.link, this.rows, this.total] = [`n${number}`, `r${number}`, `x${number}`, `c${number}`];
  }

  /** Whether a row is an edge, with the node as its last value; otherwise it is the node itself. */
  get hasEdges(): boolean {
    return this.edge.columns.size > 0 || this.edge.steps.length > 0 || this.wants.cursor;
  }
}

/** The plan of one root field, or of a link field whose parent no plan made. */
export class Plan {
  readonly steps: Step[] = [];
  readonly place = new Place();
  readonly top = new Projection();
  readonly field: Field;
  readonly nodes: readonly FieldNode[];
  private walk: Walk;

  constructor(walk: Walk, field: Field, nodes: readonly FieldNode[]) {
    [this.walk, this.field, this.nodes] = [walk, field, nodes];
  }

  /** Reads what `sets` select on `type` into `projection`. */
  visit(type: GraphQLNamedOutputType, sets: readonly SelectionSetNode[], projection: Projection, place: Place, path: Path): void {
    const { schema } = this.walk;
    const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type as GraphQLObjectType];
    projection.columns.add('id');
    for (const one of types) {
      for (const { extensions } of Object.values(one.getFields()))
        for (const column of extensions.columns ?? []) projection.every.add(column);
      for (const [key, nodes] of collectFields(this.walk, one, sets)) {
        const field = one.getFields()[nodes[0]!.name.value];
        if (!field) continue; // __typename
        if (field.extensions.link) this.visitLink(one.name, key, field, nodes, projection, place, path, types.length);
        for (const column of field.extensions.columns ?? []) projection.columns.add(column);
      }
    }
  }

  /** A link field: its step, or that of the same field on another kind. */
  private visitLink(
    type: string,
    key: string,
    field: Field,
    nodes: readonly FieldNode[],
    projection: Projection,
    place: Place,
    path: Path,
    among: number,
  ): void {
    const side = field.extensions.link!;
    const twin = projection.steps.find((step) => step.side === side && isSame(step.nodes, nodes));
    const step = twin ?? this.addStep({ side, field, nodes, on: type, path: below(path, key), among });
    if (!twin) projection.steps.push(step);
    step.on.add(type);
    place.add(type, key, step);
  }

  addStep(options: StepOptions): Step {
    const { side, field, nodes, path } = options;
    const step = new Step(this, options);
    this.steps.push(step);
    if (side.many) this.visitConnection(step, objectOf(field.type), setsOf(nodes));
    else {
      step.wants.rows = true;
      this.visit(getNamedType(field.type), setsOf(nodes), step.target, step.place, path);
    }
    return step;
  }

  private visitConnection(step: Step, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): void {
    for (const [key, nodes] of collectFields(this.walk, type, sets)) {
      const field = type.getFields()[nodes[0]!.name.value];
      const sets = setsOf(nodes);
      const path = below(step.path, key);
      switch (field?.extensions.part) {
        case 'totalCount':
          step.wants.total = true;
          break;
        case 'pageInfo':
          this.visitPageInfo(step, objectOf(field.type), sets);
          break;
        case 'nodes':
          step.wants.rows = true;
          this.visit(getNamedType(field.type), sets, step.target, step.place.child(key), path);
          break;
        case 'edges':
          step.wants.rows = true;
          this.visitEdges(step, objectOf(field.type), sets, step.place.child(key), path);
          break;
        default: // __typename
      }
    }
  }

  private visitPageInfo(step: Step, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): void {
    for (const [node] of collectFields(this.walk, type, sets).values()) {
      const name = node!.name.value;
      if (name === 'hasNextPage') step.wants.rows = step.wants.more = true;
      if (name === 'startCursor' || name === 'endCursor') step.wants.rows = step.wants.cursor = true;
    }
  }

  private visitEdges(step: Step, type: GraphQLObjectType, sets: readonly SelectionSetNode[], place: Place, path: Path): void {
    for (const [key, nodes] of collectFields(this.walk, type, sets)) {
      const field = type.getFields()[nodes[0]!.name.value];
      const { part, link, columns = [] } = field?.extensions ?? {};
      if (part === 'node') this.visit(getNamedType(field!.type), setsOf(nodes), step.target, place.child(key), below(path, key));
      if (part === 'cursor') step.wants.cursor = true;
      if (link) this.visitLink(type.name, key, field!, nodes, step.edge, place, path, 1);
      for (const column of columns) step.edge.columns.add(column);
    }
  }

  /** After planning, the first request's variables are forgotten: a plan serves every request of its shape. */
  finish(): this {
    this.walk = { ...this.walk, variables: {} };
    return this;
  }
}

const objectOf = (type: GraphQLOutputType): GraphQLObjectType => getNamedType(type) as GraphQLObjectType;
const isSame = (a: readonly FieldNode[], b: readonly FieldNode[]): boolean => a.length === b.length && a.every((node, i) => node === b[i]);

type Request = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues' | 'operation' | 'parentType'>;
const walkOf = ({ schema, fragments, variableValues }: Request): Walk => ({ schema, fragments, variables: variableValues });

const plans = new WeakMap<OperationDefinitionNode, Map<string, Plan | undefined>>();

/** The plan of the root field with response key `key`: made once for an operation of a parsed document and each shape of @skip and @include. */
export function planOf(request: Request, key: string): Plan | undefined {
  const walk = walkOf(request);
  const known = plans.get(request.operation) ?? new Map<string, Plan | undefined>();
  plans.set(request.operation, known);
  const shape = `${key} ${shapeOf(request.operation, walk)}`;
  if (!known.has(shape)) known.set(shape, planRoot(walk, request, key));
  return known.get(shape);
}

function planRoot(walk: Walk, { parentType, operation }: Request, key: string): Plan | undefined {
  const nodes = collectFields(walk, parentType, [operation.selectionSet]).get(key) ?? [];
  const field = nodes[0] && parentType.getFields()[nodes[0].name.value];
  const root: Root | undefined = field?.extensions.root;
  if (!field || !root) return undefined;
  const plan = new Plan(walk, field, nodes);
  if (root.by === 'page') plan.top.steps.push(plan.addStep({ side: root.side, field, nodes, on: parentType.name, path: [key] }));
  else plan.visit(getNamedType(field.type), setsOf(nodes), plan.top, plan.place, [key]);
  return plan.finish();
}

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
  plan.top.steps.push(plan.addStep({ side: field.extensions.link!, field, nodes: info.fieldNodes, on: type, path: undefined }));
  strays.set(first!, [...known, { plan: plan.finish(), type, shape }]);
  return plan.steps[0]!;
}
