/** Turns the rows of a statement into the object of the answer, keyed by response keys: one tree of closures a plan. */
import {
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isNonNullType,
  type SelectionSetNode,
} from 'graphql';
import { typeNameOf } from '../../model/ids.ts';
import type { Bound } from './bind.ts';
import { measuredValue } from './measure.ts';
import { cursorOf, type Page, pageAt, pageInfoOf } from './page.ts';
import { listOf, objectOf, type Shape, type Values } from './plain.ts';
import { isSame, type Plan, type Projection, type Step, stepOf } from './plan.ts';
import type { Selected } from './selected.ts';
import { collectFields, nodeTypes, objectTypeOf, setsOf, type Walk } from './selection.ts';
import { type Depth, edgeColumns, nodeColumns, slotsOf } from './statement.ts';

type Sets = readonly SelectionSetNode[];
type Selection = Pick<Selected, 'field' | 'nodes'>;
type Make<Value> = (selected: Selection) => Shape<Value>;

/** A row whose fields are shaped: of a node, or an edge of a step, whose node was read so deep. */
interface Source {
  readonly projection: Projection;
  readonly columns: readonly string[];
  readonly depth: Depth;
  readonly edgeOf?: Step;
}

/** A link field that its statement did not read: the executor asks for it in a batch. */
export class Unread {
  readonly step: Step;
  readonly id: string;
  /** Whether the whole statement is being planned meanwhile. */
  readonly waits: boolean;
  constructor(step: Step, id: string, { waits = false }: Bound) {
    [this.step, this.id, this.waits] = [step, id, waits];
  }
}

/** Where the executor finds the type of a node: no response key is such. */
export const TYPE = ':type';

/** For the executor, which serializes values for itself, and tells what is not as it should be. */
export class Shapes {
  protected readonly walk: Walk;
  private readonly depth: Depth;
  private readonly links = new Map<Step, Shape>();
  constructor(walk: Walk, depth: Depth) {
    [this.walk, this.depth] = [walk, depth];
  }

  /** Of a plan that finds nodes by keys: the row of one. Of any other: the values of its step's slots. */
  of({ field, nodes, type, root, top }: Plan): Shape {
    if (root?.by === 'keys') return this.node(type, setsOf(nodes), top, root.ofLinks ? 'deep' : this.depth);
    const [step] = top.steps as [Step];
    if (field.extensions.part === 'aggregate') return this.aggregate(step, { field, nodes }, slotsOf(step));
    return this.link(step, slotsOf(step), this.depth);
  }

  /** A value that is no row, such as decoding gives. */
  protected value(_type: GraphQLOutputType, _sets: Sets): Shape<unknown> {
    return (value) => value;
  }
  /** A field that has a resolver of its own. */
  protected unplanned(): Shape<unknown> {
    return () => undefined;
  }
  /** What stands in place of what has to be there. */
  protected missing(): unknown {
    return undefined;
  }
  /** The name of a node's type, beside its fields. */
  protected typeMember({ name }: GraphQLObjectType): readonly (readonly [string, Shape])[] {
    return [[TYPE, () => name]];
  }

  protected object<Value>(
    type: GraphQLObjectType,
    sets: Sets,
    make: Make<Value>,
    beside: Iterable<readonly [string, Shape<Value>]> = [],
  ): Shape<Value> {
    const members = new Map(beside);
    for (const [key, nodes] of collectFields(this.walk, type, sets)) {
      const field = type.getFields()[nodes[0]!.name.value];
      members.set(key, field ? make({ field, nodes }) : () => type.name);
    }
    return objectOf(members);
  }

  private node(type: GraphQLNamedOutputType, sets: Sets, projection: Projection, depth: Depth): Shape {
    const columns = nodeColumns(projection, depth);
    const types = nodeTypes(this.walk, type).map((one) => [one.name, this.fields(one, sets, { projection, columns, depth })] as const);
    if (!isAbstractType(type)) return types[0]![1];
    const [byType, id] = [new Map(types), columns.indexOf('id')];
    return (row, bound) => {
      const shape = byType.get(typeNameOf(row[id] as string) ?? '');
      return shape ? shape(row, bound) : this.missing();
    };
  }

  /** The fields of a node, or of an edge: properties, links, and the parts of an edge. */
  private fields(type: GraphQLObjectType, sets: Sets, source: Source): Shape {
    const { projection, columns, depth, edgeOf } = source;
    const make: Make<Values> = ({ field, nodes }) => {
      const { part, link, columns: own, decode } = field.extensions;
      const step = link && stepOf(projection, link, nodes)!;
      if (step) return depth === 'flat' && !edgeOf ? unread(step, columns) : this.link(step, columns, 'deep');
      if (own && decode)
        return property(
          this.value(field.type, setsOf(nodes)),
          decode,
          own.map((name) => columns.indexOf(name)),
        );
      if (part === 'version') return (_row, { version }) => version;
      if (edgeOf && part === 'link') return this.fields(objectTypeOf(field.type), setsOf(nodes), source);
      if (edgeOf && part === 'node') return this.end(edgeOf, { field, nodes }, depth);
      if (edgeOf && part === 'cursor') return cursorOf(edgeOf);
      return this.unplanned();
    };
    return this.object(type, sets, make, edgeOf ? [] : this.typeMember(type));
  }

  /** A link field, made once however many kinds have it: what is below it would be made once for each of them, at every level. */
  private link(step: Step, columns: readonly string[], depth: Depth): Shape {
    const shape = this.links.get(step) ?? this.makeLink(step, columns, depth);
    this.links.set(step, shape);
    return shape;
  }

  /** Its rows and total stand in the row of its parent, under the names of its step. */
  private makeLink(step: Step, columns: readonly string[], depth: Depth): Shape {
    const { side, field, nodes, index } = step;
    if (side.gives === 'page') return this.connection(step, columns, depth);
    const at = columns.indexOf(step.rows);
    const { gathered } = side;
    if (gathered) return property(this.value(field.type, setsOf(nodes)), ([held]) => gathered(held), [at]);
    const shape = this.node(getNamedType(field.type), setsOf(nodes), step.target, depth);
    const all = listOf(shape);
    if (side.gives === 'list') return (row, bound) => all((row[at] as Values[]).slice(0, bound.clauses[index]!.size), bound);
    const absent = isNonNullType(field.type) ? () => this.missing() : () => null;
    return (row, bound) => {
      const [node] = row[at] as Values[];
      return node ? shape(node, bound) : absent();
    };
  }

  private connection(step: Step, columns: readonly string[], depth: Depth): Shape {
    const total = columns.indexOf(step.total);
    const make: Make<Page> = (selected) => {
      const { field, nodes } = selected;
      switch (field.extensions.part) {
        case 'totalCount':
          return ({ row }) => row[total];
        case 'nodeCount':
          return ofRow(this.measure(step, selected, columns));
        case 'aggregate':
          return ofRow(this.aggregate(step, selected, columns));
        case 'pageInfo': {
          const [made, shape] = [pageInfoOf(step), this.value(field.type, setsOf(nodes))];
          return (page, bound) => shape(made(page, bound), bound);
        }
        case 'nodes':
          return ofRows(listOf(this.end(step, selected, depth)));
        case 'edges': {
          const source = { projection: step.edge, columns: edgeColumns(step), depth, edgeOf: step };
          return ofRows(listOf(this.fields(objectTypeOf(field.type), setsOf(nodes), source)));
        }
        default:
          return this.unplanned();
      }
    };
    const [open, shape] = [pageAt(step, columns), this.object(objectTypeOf(step.field.type), setsOf(step.nodes), make)];
    return (row, bound) => shape(open(row, bound), bound);
  }

  private aggregate(step: Step, { field, nodes }: Selection, columns: readonly string[]): Shape {
    return this.object(objectTypeOf(field.type), setsOf(nodes), (selected) => this.measure(step, selected, columns));
  }

  private measure({ measures }: Step, { field, nodes }: Selection, columns: readonly string[]): Shape {
    const { measure, slot } = measures.find((one) => isSame(one.nodes, nodes))!;
    return property(this.value(field.type, setsOf(nodes)), ([held]) => measuredValue(measure, held), [columns.indexOf(slot)]);
  }

  /** The node at the other end, given the row of an edge. */
  private end(step: Step, { field, nodes }: Selection, depth: Depth): Shape {
    const shape = this.node(getNamedType(field.type), setsOf(nodes), step.target, depth);
    return step.hasEdges ? (row, bound) => shape(row.at(-1) as Values, bound) : shape;
  }
}

const ofRow =
  (shape: Shape): Shape<Page> =>
  ({ row }, bound) =>
    shape(row, bound);
const ofRows =
  (shape: Shape<readonly Values[]>): Shape<Page> =>
  ({ rows }, bound) =>
    shape(rows, bound);

function property(shape: Shape<unknown>, decode: (values: Values) => unknown, at: readonly number[]): Shape {
  const [first, ...more] = at;
  if (more.length === 0) return (row, bound) => shape(decode([row[first!]]), bound);
  return (row, bound) => shape(decode(at.map((i) => row[i])), bound);
}

function unread(step: Step, columns: readonly string[]): Shape {
  const id = columns.indexOf('id');
  return (row, bound) => new Unread(step, row[id] as string, bound);
}

const made = new WeakMap<Plan, Partial<Record<Depth, Shape>>>();
/** What the executor gets of what a plan reads; made once. */
export function executorShape(plan: Plan, walk: Walk, depth: Depth): Shape {
  const known = made.get(plan) ?? {};
  made.set(plan, known);
  known[depth] ??= new Shapes(walk, depth).of(plan);
  return known[depth];
}
