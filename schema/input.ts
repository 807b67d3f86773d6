/** Input types that follow from the model: each is made when it is first asked for, and may refer to itself. */
import type { InputObjectRef } from '@pothos/core';
import { builder } from './builder.ts';

export type InputRef = InputObjectRef<typeof builder.$inferSchemaTypes, object>;

/** A field of an input type: what it takes, what it says, and what the planner makes of it. */
export interface InputField<Extensions> {
  readonly type: unknown;
  readonly description: string;
  readonly required?: boolean;
  readonly extensions?: Extensions;
}

const refs = new Map<string, InputRef>();
const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** The input type `name`; with `isOneOf` exactly one of its fields is given. */
export function defineInput<Extensions>(
  name: string,
  description: string,
  fieldsOf: (self: InputRef) => Readonly<Record<string, InputField<Extensions>>>,
  isOneOf = false,
): InputRef {
  const known = refs.get(name);
  if (known) return known;
  const ref = builder.inputRef<object>(name) as unknown as InputRef;
  refs.set(name, ref);
  (ref as unknown as { implement(options: object): void }).implement({
    description,
    isOneOf,
    // biome-ignore lint/suspicious/noExplicitAny: Pothos cannot name the types of fields made in a loop
    fields: (t: any) =>
      Object.fromEntries(
        Object.entries(fieldsOf(ref))
          .toSorted(byName)
          .map(([key, field]) => [key, t.field(field)]),
      ),
  });
  return ref;
}
