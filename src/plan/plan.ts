/** One root field with everything selected below it, as a tree of steps: what its statement reads. */
import {
  type FieldNode,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  isInterfaceType,
  type SelectionSetNode,
} from 'graphql';
import type { LinkSide, Root } from './extensions.ts';
import type { Measured } from './measure.ts';
import { below, inList, type Path } from './path.ts';
import type { Selected } from './selected.ts';
import { collectFields, nodeTypes, objectTypeOf, setsOf, type Walk } from './selection.ts';

/** What is read of one variable of a pattern: columns, and the links below it. */
export class Projection {
  /** The columns selected. */
  readonly columns = new Set<string>();
  /** All columns of the kinds that can stand here, whatever is selected. */
  readonly every = new Set<string>();
  /** How many values one of it has in the answer, as far as they are not links: as often as they are selected. */
  values = 0;
  readonly steps: Step[] = [];
}

/** Where something is selected: what is read for it, and where it stands in the answer. */
interface Spot {
  readonly projection: Projection;
  readonly path: Path;
}

/** One link field at one place: one subquery, with variables and slots named by its number. */
export class Step {
  readonly plan: Plan;
  readonly index: number;
  readonly side: LinkSide;
  readonly field: Selected['field'];
  readonly nodes: readonly FieldNode[];
  readonly path: Path;
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
  /** The column that tells whether anything stands on the other side of the cursor. */
  readonly behind: string;
  readonly target = new Projection();
  readonly edge = new Projection();
  /** The aggregates selected. */
  readonly measures: Measured[] = [];
  wants = { rows: false, cursor: false, next: false, previous: false, total: false };

  constructor(plan: Plan, side: LinkSide, { field, nodes, on, among, coordinate }: Selected, path: Path) {
    [this.plan, this.side, this.field, this.nodes, this.path] = [plan, side, field, nodes, path];
    [this.among, this.coordinate] = [among, coordinate];
    this.on.add(on);
    this.index = plan.steps.length;
    const number = this.index + 1;
    [this.node, this.link] = [`n${number}`, `r${number}`];
    [this.rows, this.total, this.behind] = [`x${number}`, `c${number}`, `b${number}`];
  }

  /** Whether a row is an edge, with the node as its last value; otherwise it is the node itself. */
  get hasEdges(): boolean {
    return this.edge.columns.size > 0 || this.edge.steps.length > 0 || this.wants.cursor;
  }
}

let plans = 0;

/** The plan of one root field, or of a link field whose parent no plan made. */
export class Plan {
  /** Tells its texts apart from those of other plans. */
  readonly number = ++plans;
  readonly steps: Step[] = [];
  readonly top = new Projection();
  readonly field: Selected['field'];
  readonly nodes: readonly FieldNode[];
  /** How it finds its nodes, where it is no link field's. */
  readonly root: Root | undefined;
  /** What its nodes are: links are of a type of their own, whatever interface the field has. */
  readonly type: GraphQLNamedOutputType;
  /** How many fields are written, those of each kind for themselves and what is right below them too. */
  fields = 0;
  private walk: Walk;

  /** Called with the number of steps before each is added; may refuse more. */
  private readonly beforeStep: (steps: number) => void;

  constructor(
    walk: Walk,
    field: Selected['field'],
    nodes: readonly FieldNode[],
    root: Root | undefined,
    beforeStep: (steps: number) => void,
  ) {
    [this.walk, this.field, this.nodes, this.root, this.beforeStep] = [walk, field, nodes, root, beforeStep];
    this.type = root?.by === 'keys' && root.ofLinks ? (walk.schema.getType('Link') as GraphQLObjectType) : getNamedType(field.type);
  }

  /** Reads what `sets` select on `type`. */
  visit(type: GraphQLNamedOutputType, sets: readonly SelectionSetNode[], spot: Spot): void {
    const types = nodeTypes(this.walk, type);
    const shared = isInterfaceType(type) ? type.getFields() : {};
    spot.projection.columns.add('id');
    let most = 0;
    for (const one of types) {
      const fields = one.getFields();
      for (const { extensions } of Object.values(fields)) add(extensions.columns, spot.projection.every);
      const selected = collectFields(this.walk, one, sets);
      most = Math.max(most, selected.size);
      for (const [key, nodes] of selected) {
        this.fields += nodes.reduce((sum, { selectionSet }) => sum + (selectionSet?.selections.length ?? 0), 1);
        const field = fields[nodes[0]!.name.value];
        if (!field) continue; // __typename
        const coordinate = `${(shared[field.name] ? type : one).name}.${field.name}`;
        if (field.extensions.link) this.visitLink({ key, on: one.name, coordinate, field, nodes, among: types.length }, spot);
        add(field.extensions.columns, spot.projection.columns);
      }
    }
    spot.projection.values += most;
  }

  /** A link field: its step, or that of the same field on another kind. */
  private visitLink(link: Selected & { readonly key: string }, { projection, path }: Spot): void {
    const { key, on, field, nodes } = link;
    const twin = stepOf(projection, field.extensions.link!, nodes);
    const step = twin ?? this.addStep(link, below(path, key));
    if (!twin) projection.steps.push(step);
    step.on.add(on);
  }

  addStep(selected: Selected, path: Path, side: LinkSide = selected.field.extensions.link!): Step {
    const { field, nodes } = selected;
    this.beforeStep(this.steps.length);
    const step = new Step(this, side, selected, path);
    this.steps.push(step);
    if (side.gather) step.wants.rows = true;
    else if (field.extensions.part === 'aggregate') this.visitAggregate(step, objectTypeOf(field.type), setsOf(nodes));
    else if (side.gives === 'page') this.visitConnection(step, objectTypeOf(field.type), setsOf(nodes));
    else {
      step.wants.rows = true;
      const inside = side.gives === 'list' ? inList(path) : path;
      this.visit(getNamedType(field.type), setsOf(nodes), { projection: step.target, path: inside });
    }
    return step;
  }

  private visitConnection(step: Step, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): void {
    for (const [key, nodes] of collectFields(this.walk, type, sets)) {
      const field = type.getFields()[nodes[0]!.name.value];
      const sets = setsOf(nodes);
      const path = inList(below(step.path, key));
      switch (field?.extensions.part) {
        case 'totalCount':
          step.wants.total = true;
          break;
        case 'nodeCount':
          addMeasure(step, { field, nodes, coordinate: `${type.name}.${field.name}` });
          break;
        case 'aggregate':
          this.visitAggregate(step, objectTypeOf(field.type), sets);
          break;
        case 'pageInfo':
          this.visitPageInfo(step, objectTypeOf(field.type), sets);
          break;
        case 'nodes':
          step.wants.rows = true;
          this.visit(getNamedType(field.type), sets, { projection: step.target, path });
          break;
        case 'edges':
          step.wants.rows = true;
          this.visitEdges(step, objectTypeOf(field.type), sets, { projection: step.edge, path });
          break;
        default: // __typename
      }
    }
  }

  private visitPageInfo(step: Step, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): void {
    for (const [node] of collectFields(this.walk, type, sets).values()) {
      const name = node!.name.value;
      if (name === 'hasNextPage') step.wants.rows = step.wants.next = true;
      if (name === 'hasPreviousPage') step.wants.rows = step.wants.previous = true;
      if (name === 'startCursor' || name === 'endCursor') step.wants.rows = step.wants.cursor = true;
    }
  }

  private visitAggregate(step: Step, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): void {
    for (const nodes of collectFields(this.walk, type, sets).values()) {
      const field = type.getFields()[nodes[0]!.name.value];
      if (!field) continue; // __typename
      addMeasure(step, { field, nodes, coordinate: `${type.name}.${field.name}` });
    }
  }

  private visitEdges(step: Step, type: GraphQLObjectType, sets: readonly SelectionSetNode[], spot: Spot): void {
    const selected = collectFields(this.walk, type, sets);
    spot.projection.values += selected.size;
    for (const [key, nodes] of selected) {
      const field = type.getFields()[nodes[0]!.name.value];
      if (!field) continue; // __typename
      const { part, link, columns } = field.extensions;
      const node = { projection: step.target, path: below(spot.path, key) };
      if (part === 'node') this.visit(getNamedType(field.type), setsOf(nodes), node);
      if (part === 'link') this.visit(getNamedType(field.type), setsOf(nodes), { ...node, projection: step.edge });
      if (part === 'cursor') step.wants.cursor = true;
      if (link) this.visitLink({ key, on: type.name, coordinate: `${type.name}.${field.name}`, field, nodes, among: 1 }, spot);
      add(columns, spot.projection.columns);
    }
  }

  /** After planning, the first request's variables are forgotten: a plan serves every request of its shape. */
  finish(): this {
    this.walk = { ...this.walk, variables: {} };
    return this;
  }
}

/** A field that measures what a step leads to, and the column for it. */
function addMeasure(step: Step, { field, nodes, coordinate }: Pick<Selected, 'field' | 'nodes' | 'coordinate'>): void {
  const slot = `m${step.index + 1}_${step.measures.length}`;
  const argumentsOf = (variables: Readonly<Record<string, unknown>>) => getArgumentValues(field, nodes[0]!, variables);
  step.measures.push({ coordinate, nodes, measure: field.extensions.measure!, slot, argumentsOf });
}

/** Whether the same is selected: the parsed nodes are the same. */
export const isSame = (a: readonly FieldNode[], b: readonly FieldNode[]): boolean =>
  a.length === b.length && a.every((node, i) => node === b[i]);
/** The step that reads a link field below a projection. */
export const stepOf = ({ steps }: Projection, side: LinkSide, nodes: readonly FieldNode[]): Step | undefined =>
  steps.find((step) => step.side === side && isSame(step.nodes, nodes));
function add(columns: readonly string[] | undefined, to: Set<string>): void {
  for (const column of columns ?? []) to.add(column);
}
