/** The HTTP status of an answer without data, which no cache keeps: as `application/json` it is 200 where the request was GraphQL over HTTP at all. */
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Codes whose status is the same in every media type. */
const ALWAYS: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400,
  RATE_LIMITED: 429,
  SERVER_BUSY: 503,
  ENGINE_UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};
/** Codes of an engine that failed, whose status proxies and monitors are to see. */
const ENGINE: Readonly<Record<string, number>> = { ENGINE_TIMEOUT: 504, ENGINE_UNAVAILABLE: 503 };

export const useStatus = (): Plugin => ({
  onResultProcess({ result }) {
    const { errors } = result as ExecutionResult;
    if (!errors?.length) return;
    const { data } = result as ExecutionResult;
    if (data === undefined) for (const error of errors) giveStatus(error, ALWAYS[codeOf(error)]);
    else if (isNothing(data) && errors.every((error) => codeOf(error) in ENGINE)) for (const error of errors) giveStatus(error);
  },
});

const codeOf = ({ extensions }: GraphQLError): string => String(extensions['code']);

/** Whether each root field is `null`. */
const isNothing = (data: ExecutionResult['data']): boolean => Object.values(data ?? {}).every((one) => one === null);

/** Yoga reads it from the error; `spec` is its word for what `application/json` answers with 200. */
function giveStatus(error: GraphQLError, always?: number): void {
  const given = (error.extensions['http'] ?? {}) as { status?: number; headers?: Record<string, string> };
  const headers = { ...given.headers, 'cache-control': 'no-store' };
  error.extensions['http'] = { headers, status: always ? (given.status ?? always) : (ENGINE[codeOf(error)] ?? 400), spec: !always };
}
