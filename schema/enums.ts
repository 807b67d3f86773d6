/** The enumerations of the model as GraphQL types, and the filters that choose by them. */
import type { EnumRef } from '@pothos/core';
import type { Enumeration } from '../model/enums.ts';
import { builder, type Types } from './builder.ts';
import type { InputRef } from './input.ts';
import { defineOperators, EQUALS } from './operators.ts';

function defineRef({ name, description, meanings }: Enumeration): EnumRef<Types, string> {
  const values = Object.fromEntries(Object.entries(meanings).map(([word, meaning]) => [word, { description: meaning }]));
  return builder.enumType(name, { description, values });
}

const refs = new Map<Enumeration, EnumRef<Types, string>>();
const filters = new Map<Enumeration, InputRef>();

/** The GraphQL type of an enumeration. */
export function enumOf<Word extends string>(enumeration: Enumeration<Word>): EnumRef<Types, Word> {
  const ref = refs.get(enumeration) ?? defineRef(enumeration);
  refs.set(enumeration, ref);
  return ref as EnumRef<Types, Word>;
}

/** The filter by an enumeration; made when it is first asked for, since not every enumeration is chosen by. */
export function enumFilterOf(enumeration: Enumeration): InputRef {
  const { name } = enumeration;
  const filter =
    filters.get(enumeration) ??
    defineOperators(`${name}Filter`, enumOf(enumeration), `Compares values of the enumeration \`${name}\`.`, EQUALS);
  filters.set(enumeration, filter);
  return filter;
}
