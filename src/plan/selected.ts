/** A link field as an operation selects it: what a step of a plan is made of. */
import type { FieldNode, GraphQLField } from 'graphql';

export interface Selected {
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  /** The object type that has it, and how many object types can stand there. */
  readonly on: string;
  readonly among: number;
  /** The schema coordinate by which errors name it, such as `Commitment.parties`. */
  readonly coordinate: string;
}
