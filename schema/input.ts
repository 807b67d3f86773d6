/** Input types that follow from the model: each is made when it is first asked for, and may refer to itself. */
import type { InputObjectRef, InputTypeParam } from '@pothos/core';
import type { GraphQLInputFieldExtensions } from 'graphql';
import { builder, type Types } from './builder.ts';

export type InputRef = InputObjectRef<Types, object>;

/** A field of an input type: what it takes, what it says, and what the planner makes of it. */
export interface InputField {
  readonly type: InputTypeParam<Types>;
  readonly description: string;
  readonly required?: boolean;
  readonly extensions?: GraphQLInputFieldExtensions & Readonly<Record<string, unknown>>;
}
export type InputFields = Readonly<Record<string, InputField>>;

const refs = new Map<string, InputRef>();
const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** The input type `name`; with `isOneOf` exactly one of its fields is given. */
export function defineInput(name: string, description: string, fieldsOf: (self: InputRef) => InputFields, isOneOf = false): InputRef {
  const known = refs.get(name);
  if (known) return known;
  const ref = builder.inputRef<object>(name);
  refs.set(name, ref);
  ref.implement({
    description,
    isOneOf,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(fieldsOf(ref))
          .toSorted(byName)
          .map(([key, field]) => [key, t.field(field)]),
      ),
  });
  return ref;
}
