/** Gives every error a code. What the client is not meant to read is masked, and logged under the id of its request. */
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { EngineError } from '../engine/engine.ts';
import { graphError } from '../errors.ts';
import { REQUEST_ID, requestIdOf } from './request-id.ts';

export const useErrors = (log: Logger): Plugin => ({
  onResponse({ request, response }) {
    response.headers.set(REQUEST_ID, requestIdOf(request));
  },
  onResultProcess({ request, result, setResult }) {
    const presented = (one: ExecutionResult): ExecutionResult =>
      one.errors ? { ...one, errors: one.errors.map((error) => present(error, requestIdOf(request), log)) } : one;
    setResult(Array.isArray(result) ? result.map(presented) : presented(result as ExecutionResult));
  },
});

function present(error: GraphQLError, requestId: string, log: Logger): GraphQLError {
  const cause = causeOf(error);
  if (cause instanceof EngineError) log.warn({ requestId, path: error.path, code: cause.code }, cause.message);
  if (cause instanceof GraphQLError || cause instanceof EngineError) {
    error.extensions['code'] ??= 'BAD_USER_INPUT';
    return error;
  }
  log.error({ requestId, path: error.path, err: error.originalError ?? error }, 'unexpected error');
  const { nodes, path } = error;
  return graphError('INTERNAL_SERVER_ERROR', 'Unexpected error: it is logged under the request id.', {
    ...(nodes && { nodes }),
    ...(path && { path }),
    extensions: { requestId },
  });
}

/** The code by which the client knows an error. */
export function codeOf(error: GraphQLError): string {
  const isOurs = causeOf(error) instanceof GraphQLError || causeOf(error) instanceof EngineError;
  return isOurs ? String(error.extensions['code'] ?? 'BAD_USER_INPUT') : 'INTERNAL_SERVER_ERROR';
}

/** What an error began with: a GraphQLError of ours was made for the client. */
function causeOf(error: GraphQLError): Error {
  const { originalError } = error;
  return originalError instanceof GraphQLError ? causeOf(originalError) : (originalError ?? error);
}
