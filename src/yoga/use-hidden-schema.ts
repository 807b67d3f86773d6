/** Tells nothing of the schema to who does not know it: neither by introspection nor by what is wrong with a guess. */
import { type ExecutionResult, type GraphQLError, NoSchemaIntrospectionCustomRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { graphError } from '../errors.ts';

const isGuess = ({ extensions }: GraphQLError): boolean => extensions['code'] !== 'QUERY_TOO_COMPLEX';
/** What graphql-js says of a variable names types and fields, and what comes near to them. */
const OF_VARIABLES = /^Variable "\$/;

export const useHiddenSchema = (): Plugin => ({
  onValidate({ addValidationRule }) {
    addValidationRule(NoSchemaIntrospectionCustomRule);
    return ({ result, setResult }) => {
      if ((result as readonly GraphQLError[]).some(isGuess))
        setResult([graphError('GRAPHQL_VALIDATION_FAILED', 'The document does not fit the schema.')]);
    };
  },
  onResultProcess({ result }) {
    for (const one of [result].flat() as ExecutionResult[]) {
      const { errors } = one;
      if (errors?.some(({ message }) => OF_VARIABLES.test(message)))
        Object.assign(one, { errors: [graphError('BAD_USER_INPUT', 'The variables do not fit the schema.')] });
    }
  },
});
