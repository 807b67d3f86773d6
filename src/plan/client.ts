/** Shapes for a client that no executor stands before: values as their types serialize them, ready to be written as JSON. */
import {
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  type SelectionSetNode,
} from 'graphql';
import type { Row } from '../engine/engine.ts';
import { listOf, type Shape, take, type Values } from './plain.ts';
import type { Plan } from './plan.ts';
import { objectTypeOf, setsOf, type Walk } from './selection.ts';
import { Shapes } from './shape.ts';

/** Something here is not as it should be: the executor has to say what. */
export class Misfit extends Error {}
const misfit = (): never => {
  throw new Misfit();
};

type Sets = readonly SelectionSetNode[];

class ClientShapes extends Shapes {
  protected override unplanned(): never {
    return misfit();
  }
  protected override missing(): never {
    return misfit();
  }
  protected override typeMember(): readonly [] {
    return [];
  }

  override of(plan: Plan): Shape {
    const { root } = plan;
    return root?.by === 'page' && root.beside ? misfit() : super.of(plan); // its resolver puts them together
  }

  protected override value(type: GraphQLOutputType, sets: Sets): Shape<unknown> {
    const absent = isNonNullType(type) ? misfit : () => null;
    const shape = this.present(isNonNullType(type) ? type.ofType : type, sets);
    return (value, bound) => (value == null ? absent() : shape(value, bound));
  }

  private present(type: GraphQLOutputType, sets: Sets): Shape<unknown> {
    if (isLeafType(type)) return leafOf(type);
    if (isListType(type)) {
      const shape = listOf(this.value(type.ofType, sets));
      return (value, bound) => shape(value as Values, bound);
    }
    if (!isAbstractType(type)) return this.record(objectTypeOf(type), sets);
    const byName = new Map(this.walk.schema.getPossibleTypes(type).map((one) => [one.name, this.record(one, sets)] as const));
    return (value, bound) => (byName.get((value as { __typename: string }).__typename) ?? misfit)(value, bound);
  }

  /** A plain value: its members are named like its fields. */
  private record(type: GraphQLObjectType, sets: Sets): Shape<unknown> {
    return this.object(type, sets, ({ field, nodes }) => {
      const shape = this.value(field.type, setsOf(nodes));
      return (value, bound) => shape((value as Row)[field.name], bound);
    });
  }
}

/** A scalar or word as its type serializes it. */
function leafOf(type: GraphQLLeafType): Shape<unknown> {
  if (type.name !== 'ID' && type.name !== 'String') return (value) => type.serialize(value);
  return (value, { room }) => {
    if (typeof value !== 'string') return misfit();
    take(room, value.length);
    return value;
  };
}

const made = new WeakMap<Plan, Shape | null>();
/** What a client gets of what a plan reads, made once; null where that is for the executor. */
export function clientShape(plan: Plan, walk: Walk): Shape | null {
  const known = made.get(plan);
  if (known !== undefined) return known;
  const shape = attempt(() => new ClientShapes(walk, 'deep').of(plan));
  made.set(plan, shape);
  return shape;
}

function attempt(make: () => Shape): Shape | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof Misfit) return null;
    throw error;
  }
}
