/** Refuses documents that are too long, too deep or ask too much at once, and variables that are too deep, before they are executed. */
import { type ASTNode, type DocumentNode, type FragmentDefinitionNode, type GraphQLError, type GraphQLSchema, Kind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Config } from '../config.ts';
import { graphError } from '../errors.ts';
import { type Measure, measureWith } from './measure-document.ts';
import { parseWithin } from './parse-within.ts';

const tooMuch = (message: string, nodes?: readonly ASTNode[]) => graphError('QUERY_TOO_COMPLEX', message, { ...(nodes && { nodes }) });

export const useLimits = (config: Config): Plugin => ({
  onParams({ params }) {
    if (isDeeper(params.variables, config.MAX_VARIABLE_DEPTH))
      throw graphError('BAD_USER_INPUT', `The variables are nested more than ${config.MAX_VARIABLE_DEPTH} deep.`);
  },
  onParse: ({ setParseFn }) => setParseFn(parseWithin({ tokens: config.MAX_TOKENS, brackets: config.MAX_BRACKETS })),
  onValidate: ({ validateFn, setValidationFn }) =>
    setValidationFn((schema: GraphQLSchema, document: DocumentNode, ...rest: unknown[]) => {
      const excesses = findExcesses(document, config);
      return excesses.length ? excesses : (validateFn as Validate)(schema, document, ...rest).map(tellAbort);
    }),
});

type Validate = (schema: GraphQLSchema, document: DocumentNode, ...rest: unknown[]) => readonly GraphQLError[];

/** So graphql-js ends a comparison of fields that may be one in the answer. */
const tellAbort = (error: GraphQLError): GraphQLError =>
  error.message === 'Validation aborted.' ? tooMuch('The operation selects too many fields of the same name.') : error;

const isDeeper = (value: unknown, depth: number): boolean =>
  value !== null && typeof value === 'object' && (depth === 0 || Object.values(value).some((one) => isDeeper(one, depth - 1)));

const TOLD: readonly (readonly [keyof Measure, keyof Config, (count: number) => string])[] = [
  ['depth', 'MAX_DEPTH', (count) => `is ${count} fields deep`],
  ['fields', 'MAX_FIELDS', (count) => `selects ${count} fields`],
  ['aliases', 'MAX_ALIASES', (count) => `has ${count} aliases`],
  ['directives', 'MAX_DIRECTIVES', (count) => `has ${count} directives`],
  ['introspections', 'MAX_INTROSPECTIONS', (count) => `asks ${count} times for the schema`],
];

function findExcesses(document: DocumentNode, config: Config): GraphQLError[] {
  const isFragment = (one: ASTNode): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION;
  const measure = measureWith(new Map(document.definitions.filter(isFragment).map((one) => [one.name.value, one])));
  return document.definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? excessesOf(one, measure(one), config) : []));
}

const excessesOf = (operation: ASTNode, measured: Measure, config: Config): GraphQLError[] =>
  TOLD.flatMap(([name, setting, tell]) => {
    const most = config[setting] as number;
    return measured[name] > most
      ? [tooMuch(`The operation ${tell(measured[name])}; at most ${most} are allowed (${setting}).`, [operation])]
      : [];
  });
