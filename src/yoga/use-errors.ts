/** Gives every error a code. What the client is not meant to read is masked, and logged under the id of its request. */
import { randomUUID } from 'node:crypto';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { EngineError } from '../engine/engine.ts';
import { graphError } from '../errors.ts';

const HEADER = 'x-request-id';
/** What a client may send as the id of its request; anything else is replaced. */
const GIVEN = /^[\w.:-]{1,100}$/;

export function useErrors(log: Logger): Plugin {
  const ids = new WeakMap<Request, string>();
  return {
    onRequest({ request }) {
      const given = request.headers.get(HEADER) ?? '';
      ids.set(request, GIVEN.test(given) ? given : randomUUID());
    },
    onResponse({ request, response }) {
      const id = ids.get(request);
      if (id) response.headers.set(HEADER, id);
    },
    onResultProcess({ request, result, setResult }) {
      const { errors } = result as ExecutionResult;
      if (errors) setResult({ ...result, errors: errors.map((error) => present(error, ids.get(request) ?? '', log)) });
    },
  };
}

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

/** What an error began with: a GraphQLError of ours was made for the client. */
function causeOf(error: GraphQLError): Error {
  const { originalError } = error;
  return originalError instanceof GraphQLError ? causeOf(originalError) : (originalError ?? error);
}
