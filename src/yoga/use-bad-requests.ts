/** Says in GraphQL's own form what is wrong with a request that is no GraphQL over HTTP, where Yoga says nothing or calls it a mistake of ours. */
import type { Plugin } from 'graphql-yoga';
import { graphError } from '../errors.ts';

const REFUSALS: Readonly<Record<number, string>> = {
  406: 'The answer can be had as application/graphql-response+json or application/json (Accept).',
  415: 'A request is application/json, application/graphql or application/x-www-form-urlencoded (Content-Type).',
};

export const useBadRequests = (): Plugin => ({
  onRequestParse({ requestParser, setRequestParser }) {
    if (requestParser) setRequestParser((request) => Promise.resolve(request).then(requestParser).catch(explain));
  },
  onResponse({ response, setResponse, fetchAPI }) {
    const message = REFUSALS[response.status];
    if (!message || response.body) return;
    const errors = [{ message, extensions: { code: 'BAD_REQUEST' } }];
    setResponse(fetchAPI.Response.json({ errors }, { status: response.status, headers: response.headers }));
  },
});

/** Variables and extensions in an address or a form are JSON, too. */
function explain(error: unknown): never {
  if (!(error instanceof SyntaxError)) throw error;
  throw graphError('BAD_REQUEST', `The variables or extensions are no JSON: ${error.message}.`, { extensions: { http: { status: 400 } } });
}
