/** Every error a client can meet, by code; `docs/errors.md` is printed from them. */
import { GraphQLError, type GraphQLErrorOptions } from 'graphql';

/** Error codes, each with what it means. */
export const CODES = {
  BAD_USER_INPUT: 'An argument, variable or header has a wrong value; the message names it.',
  NOT_FOUND: 'An id names nothing that exists at the time asked about.',
  CURSOR_MISMATCH: 'The cursor belongs to another field, order, filter or time.',
  QUERY_TOO_COMPLEX: 'The operation is too long, too deep, selects too much or costs too much.',
  BAD_REQUEST: 'The request is not GraphQL over HTTP: its address, method, headers, length or form are not what they must be.',
  OPERATION_RESOLUTION_FAILURE: 'The document has no operation of that name, or it has several and the request names none.',
  GRAPHQL_PARSE_FAILED: 'The document is not valid GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  PERSISTED_QUERY_NOT_FOUND: 'No document is known by this hash or id.',
  PERSISTED_QUERY_MISMATCH: 'The hash is not that of the document it came with.',
  PERSISTED_QUERY_REQUIRED: 'The server answers only documents that it knows, by their ids (`PERSISTED_ONLY`).',
  RESPONSE_TOO_LARGE: 'The answer has more bytes than the server sends at once; ask for less at once.',
  RATE_LIMITED: 'The client sends more requests than it may; `Retry-After` tells when it may send the next.',
  SERVER_BUSY: 'The server executes as many operations as it can, and as many wait; try again later.',
  ENGINE_TIMEOUT: 'The database took too long; ask for less at once.',
  ENGINE_UNAVAILABLE: 'The database does not answer; try again later.',
  INTERNAL_SERVER_ERROR: 'An internal error; the log has an entry under the request id that comes with it.',
} as const;

export type Code = keyof typeof CODES;

/** An error that the client is meant to read. */
export function graphError(code: Code, message: string, options: GraphQLErrorOptions = {}): GraphQLError {
  return new GraphQLError(message, { ...options, extensions: { ...options.extensions, code } });
}

/** The answer is longer than it may be. */
export const tooLong = (bytes: number): GraphQLError =>
  graphError('RESPONSE_TOO_LARGE', `The answer has more than ${bytes} bytes (MAX_RESPONSE_BYTES); ask for smaller pages or fewer fields.`);

/** Throws BAD_USER_INPUT. */
export function refuse(message: string, options?: GraphQLErrorOptions): never {
  throw graphError('BAD_USER_INPUT', message, options);
}

/** An error of a request that is not read as GraphQL at all, with its HTTP status. */
export function badRequest(status: number, message: string): GraphQLError {
  return graphError('BAD_REQUEST', message, { extensions: { http: { status } } });
}
