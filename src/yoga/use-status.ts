/** The HTTP status of an answer without data, which no cache keeps: as `application/json` it is 200 where the request was GraphQL over HTTP at all. */
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Codes whose status is the same in every media type. */
const ALWAYS: Readonly<Record<string, number>> = { BAD_REQUEST: 400, ENGINE_UNAVAILABLE: 503, INTERNAL_SERVER_ERROR: 500 };

export const useStatus = (): Plugin => ({
  onResultProcess({ result }) {
    if (!('data' in result)) (result as ExecutionResult).errors?.forEach(giveStatus);
  },
});

/** Yoga reads it from the error; `spec` is its word for what `application/json` answers with 200. */
function giveStatus({ extensions }: GraphQLError): void {
  const given = (extensions['http'] ?? {}) as { status?: number; headers?: Record<string, string> };
  const always = ALWAYS[String(extensions['code'])];
  const headers = { ...given.headers, 'cache-control': 'no-store' };
  extensions['http'] = { headers, status: always ? (given.status ?? always) : 400, spec: !always };
}
