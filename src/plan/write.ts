/** Writes the JSON of a selection straight from the rows of its statement: closures made once a plan, in the order of the response. */
import {
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  type SelectionSetNode,
} from 'graphql';
import type { Bound } from './bind.ts';
import { encodeCursor } from './cursor.ts';
import { leafOf, listOf, type Member, misfit, objectOf, type Write } from './json.ts';
import { measuredValue } from './measure.ts';
import { openPage } from './page.ts';
import type { Plan, Projection, Step } from './plan.ts';
import type { Place } from './rows.ts';
import { collectFields, nodeTypes, setsOf, type Walk } from './selection.ts';
import { edgeColumns, nodeColumns, slotsOf } from './statement.ts';

type Values = readonly unknown[];
/** A page as its members are written. */
type Page = ReturnType<typeof openPage> & { readonly total: unknown; readonly row: Values };
/** The link fields, and with them all below, are found by the names their statement gives to values. */
export class Writers {
  private readonly walk: Walk;
  private readonly kindOf: (id: string) => string;
  private readonly links = new Map<Step, Write<Values>>();
  constructor(walk: Walk, kindOf: (id: string) => string) {
    [this.walk, this.kindOf] = [walk, kindOf];
  }

  /** A root field that finds nodes by keys, given the row of one. */
  ofNode({ field, nodes, place, top }: Plan): Write<Values> {
    return this.node(getNamedType(field.type), setsOf(nodes), place, top);
  }

  /** A root field that pages over all nodes, given the values of its step's slots. */
  ofPage({ field, nodes, top }: Plan): Write<Values> {
    const [step, ...beside] = top.steps as [Step, ...Step[]];
    if (beside.length) return misfit(); // its resolver puts them together
    const type = getNamedType(field.type) as GraphQLObjectType;
    if (field.extensions.part === 'aggregate') return this.aggregate(type, setsOf(nodes), step.place, slotsOf(step));
    return this.link(step, field.type, setsOf(nodes), slotsOf(step));
  }

  private node(type: GraphQLNamedOutputType, sets: readonly SelectionSetNode[], place: Place, projection: Projection): Write<Values> {
    const columns = nodeColumns(projection, 'deep');
    if (!isAbstractType(type)) return this.fields(type as GraphQLObjectType, sets, place, columns);
    const byKind = new Map(nodeTypes(this.walk, type).map((one) => [one.name, this.fields(one, sets, place, columns)] as const));
    const id = columns.indexOf('id');
    return (row, bound) => (byKind.get(this.kindOf(row[id] as string)) ?? misfit())(row, bound);
  }

  /** The fields of a node, or of an edge of `step`: properties, links, and the parts of an edge. */
  private fields(
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    place: Place,
    columns: readonly string[],
    step?: Step,
  ): Write<Values> {
    return objectOf(
      this.members(type, sets, (key, field, below): Write<Values> => {
        const { part, link, columns: own, decode } = field.extensions;
        if (link) return this.link(place.step(type.name, key) ?? misfit(), field.type, below, columns);
        if (own && decode)
          return this.property(
            field.type,
            below,
            decode,
            own.map((name) => columns.indexOf(name)),
          );
        if (part === 'version') return (_row, bound) => JSON.stringify(bound.version);
        if (step && part === 'link')
          return this.fields(getNamedType(field.type) as GraphQLObjectType, below, place.below(key) ?? misfit(), columns, step);
        if (step && part === 'node') return this.end(step, getNamedType(field.type), below, place.below(key) ?? misfit());
        if (step && part === 'cursor') return (row, bound) => cursorOf(step, row[columns.indexOf('cursor')], bound);
        return misfit();
      }),
    );
  }

  private members<Value>(
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    write: (key: string, field: Plan['field'], below: readonly SelectionSetNode[]) => Write<Value>,
  ): Member<Value>[] {
    return [...collectFields(this.walk, type, sets)].map(([key, nodes]) => {
      const field = type.getFields()[nodes[0]!.name.value];
      const name = JSON.stringify(type.name);
      return [key, field ? write(key, field, setsOf(nodes)) : () => name];
    });
  }

  private property(
    type: GraphQLOutputType,
    sets: readonly SelectionSetNode[],
    decode: (values: Values) => unknown,
    at: readonly number[],
  ): Write<Values> {
    const write = this.value(type, sets);
    const [first, ...more] = at;
    if (more.length === 0) return (row, bound) => write(decode([row[first!]]), bound);
    return (row, bound) => write(decode(at.map((i) => row[i])), bound);
  }

  /** A plain value, such as decoding gives: its members are named like its fields. */
  private value(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Write<unknown> {
    if (isNonNullType(type)) {
      const write = this.value(type.ofType, sets);
      return (value, bound) => (value == null ? misfit() : write(value, bound));
    }
    const write = this.present(type, sets);
    return (value, bound) => (value == null ? 'null' : write(value as never, bound));
  }

  private present(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Write<never> {
    if (isListType(type)) return listOf(this.value(type.ofType, sets));
    if (isLeafType(type)) return leafOf(type);
    const named = getNamedType(type);
    if (!isAbstractType(named)) return this.record(named as GraphQLObjectType, sets);
    const byName = new Map(this.walk.schema.getPossibleTypes(named).map((one) => [one.name, this.record(one, sets)] as const));
    return (value: { __typename: string }, bound) => (byName.get(value.__typename) ?? misfit())(value, bound);
  }

  private record(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Write<object> {
    return objectOf(
      this.members(type, sets, (_key, field, below) => {
        const write = this.value(field.type, below);
        return (value, bound) => write((value as Record<string, unknown>)[field.name], bound);
      }),
    );
  }

  /** A link field, made once however many kinds have it: what is below it would be made once for each of them, at every level. */
  private link(step: Step, type: GraphQLOutputType, sets: readonly SelectionSetNode[], columns: readonly string[]): Write<Values> {
    const write = this.links.get(step) ?? this.makeLink(step, type, sets, columns);
    this.links.set(step, write);
    return write;
  }

  /** Its rows and total stand in the row of its parent, under the names of its step. */
  private makeLink(step: Step, type: GraphQLOutputType, sets: readonly SelectionSetNode[], columns: readonly string[]): Write<Values> {
    const named = getNamedType(type);
    const [rows, total, behind] = [step.rows, step.total, step.behind].map((name) => columns.indexOf(name)) as [number, number, number];
    if (step.side.gives === 'page') {
      const write = this.connection(step, named as GraphQLObjectType, sets, columns);
      return (row, bound) => {
        const { rows: page, hasNextPage, hasPreviousPage } = openPage(step, (row[rows] ?? []) as Values[], row[behind], bound);
        return write({ rows: page, hasNextPage, hasPreviousPage, total: row[total], row }, bound);
      };
    }
    const { gathered } = step.side;
    if (gathered) {
      const write = this.value(type, sets);
      return (row, bound) => write(gathered(row[rows]), bound);
    }
    const write = this.node(named, sets, step.place, step.target);
    if (step.side.gives === 'list') {
      const writeAll = listOf(write);
      return (row, bound) => writeAll(((row[rows] ?? []) as Values[]).slice(0, bound.clauses[step.index]!.size), bound);
    }
    const absent = isNonNullType(type) ? misfit : () => 'null';
    return (row, bound) => {
      const [node] = row[rows] as Values[];
      return node ? write(node, bound) : absent();
    };
  }

  private connection(step: Step, type: GraphQLObjectType, sets: readonly SelectionSetNode[], columns: readonly string[]): Write<Page> {
    return objectOf(
      this.members(type, sets, (key, field, below): Write<Page> => {
        const inner = getNamedType(field.type);
        const place = step.place.below(key);
        switch (field.extensions.part) {
          case 'totalCount':
            return ({ total }) => JSON.stringify(total);
          case 'nodeCount': {
            const at = columns.indexOf(step.place.measure(key) ?? misfit());
            return ({ row }) => JSON.stringify(row[at]);
          }
          case 'aggregate': {
            const write = this.aggregate(inner as GraphQLObjectType, below, place ?? misfit(), columns);
            return ({ row }, bound) => write(row, bound);
          }
          case 'pageInfo':
            return this.pageInfo(step, inner as GraphQLObjectType, below);
          case 'nodes':
            return ofRows(listOf(this.end(step, inner, below, place ?? misfit())));
          case 'edges':
            return ofRows(listOf(this.fields(inner as GraphQLObjectType, below, place ?? misfit(), edgeColumns(step), step)));
          default:
            return misfit();
        }
      }),
    );
  }

  private aggregate(type: GraphQLObjectType, sets: readonly SelectionSetNode[], place: Place, columns: readonly string[]): Write<Values> {
    return objectOf(
      this.members(type, sets, (key, field, below): Write<Values> => {
        const write = this.value(field.type, below);
        const [at, measure] = [columns.indexOf(place.measure(key) ?? ''), field.extensions.measure ?? misfit()];
        return (row, bound) => write(measuredValue(measure, row[at]), bound);
      }),
    );
  }

  /** The node at the other end, given the row of an edge. */
  private end(step: Step, type: GraphQLNamedOutputType, sets: readonly SelectionSetNode[], place: Place): Write<Values> {
    const write = this.node(type, sets, place, step.target);
    return step.hasEdges ? (row, bound) => write(row.at(-1) as Values, bound) : write;
  }

  private pageInfo(step: Step, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Write<Page> {
    const cursor = edgeColumns(step).indexOf('cursor');
    const cursorAt = (row: Values | undefined, bound: Bound): string => (row ? cursorOf(step, row[cursor], bound) : 'null');
    const writers: Readonly<Record<string, Write<Page>>> = {
      hasNextPage: ({ hasNextPage }) => String(hasNextPage),
      hasPreviousPage: ({ hasPreviousPage }) => String(hasPreviousPage),
      startCursor: ({ rows }, bound) => cursorAt(rows[0], bound),
      endCursor: ({ rows }, bound) => cursorAt(rows.at(-1), bound),
    };
    return objectOf(this.members(type, sets, (_key, { name }) => writers[name] ?? misfit()));
  }
}

const ofRows =
  (write: Write<readonly Values[]>): Write<Page> =>
  ({ rows }, bound) =>
    write(rows, bound);

const cursorOf = (step: Step, values: unknown, bound: Bound): string =>
  `"${encodeCursor(bound.clauses[step.index]!.question, values as Values)}"`;
