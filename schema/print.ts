/** The schema as it is printed and committed: in the order of names. */
import { GraphQLOneOfDirective, lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './index.ts';

/** graphql-js prints no directive that is specified; tools that are older than `@oneOf` would not know what it is. */
const ONE_OF = `"""${GraphQLOneOfDirective.description}"""
directive @oneOf on ${GraphQLOneOfDirective.locations.join(' | ')}`;

export const printedSchema = (): string => `${ONE_OF}\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
