/** The kinds as an enumeration, for the arguments that choose among them. */
import { kinds } from '../model/kinds.ts';
import { builder } from './builder.ts';
import { defineOperators } from './operators.ts';

/** Each kind, known to resolvers and statements by its name, which is its label. */
export const KindEnum = builder.enumType('Kind', {
  description: 'The kinds of node. Every kind has a type of its own in this schema.',
  values: Object.fromEntries([...kinds.values()].map(({ name, description }) => [name.toUpperCase(), { value: name, description }])),
});

export const KindFilter = defineOperators('KindFilter', KindEnum, 'Compares the kinds of nodes.', ['eq', 'ne', 'in', 'notIn']);
