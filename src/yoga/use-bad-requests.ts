/** Says in GraphQL's own form what is wrong with a request that is not GraphQL over HTTP, and repeats nothing of it. */
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { badRequest } from '../errors.ts';

const REFUSALS: Readonly<Record<number, string>> = {
  406: 'The answer can be had as application/graphql-response+json or application/json (Accept).',
  415: 'A request is application/json, application/graphql or application/x-www-form-urlencoded (Content-Type).',
};

/** `others` are parameters that plugins read, beside those of GraphQL. */
export const useBadRequests = (others: readonly string[] = []): Plugin => ({
  onRequestParse({ requestParser, setRequestParser }) {
    if (requestParser) setRequestParser((request) => Promise.resolve(request).then(requestParser).catch(explain));
  },
  onParams({ params, setParams }) {
    if (!isOperation(params, others)) throw badRequest(400, SHAPE);
    const { operationName, ...unnamed } = params;
    if (operationName === '') setParams(unnamed);
  },
  onResponse({ response, setResponse, fetchAPI }) {
    const message = REFUSALS[response.status];
    if (!message || response.body) return;
    const errors = [{ message, extensions: { code: 'BAD_REQUEST' } }];
    setResponse(fetchAPI.Response.json({ errors }, { status: response.status, headers: response.headers }));
  },
});

/** Variables and extensions in an address or a form are JSON, too; parsers repeat what is not. */
function explain(error: unknown): never {
  if (error instanceof SyntaxError) throw badRequest(400, 'The variables or extensions are not JSON.');
  if (error instanceof GraphQLError && error.extensions['originalError']) throw badRequest(400, 'The body is not JSON.');
  throw error;
}

const SHAPE =
  'A request is an object with `query` and, where wanted, `operationName`, both text, and the objects `variables` and `extensions`.';

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => value == null || typeof value === 'string';

function isOperation(given: unknown, others: readonly string[]): boolean {
  if (!isMap(given)) return false;
  const { query, operationName, variables, extensions, ...rest } = given;
  const isKnown = (name: string): boolean => rest[name] == null || others.includes(name);
  return [query, operationName].every(isText) && [variables ?? {}, extensions ?? {}].every(isMap) && Object.keys(rest).every(isKnown);
}
