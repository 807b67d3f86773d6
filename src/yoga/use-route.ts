/** Only the endpoint is GraphQL, and its answers vary by what was asked for in headers; Yoga takes any address that ends like its own. */
import type { Plugin } from 'graphql-yoga';

/** Of a request to the endpoint, which is noted in its context. */
interface Asked {
  readonly isAsked: true;
}

export const useRoute = (path: string): Plugin => ({
  onRequest({ url, serverContext, fetchAPI, endResponse }) {
    if (url.pathname === path || url.pathname === `${path}/`) Object.assign(serverContext, { isAsked: true } satisfies Asked);
    else endResponse(new fetchAPI.Response(null, { status: 404 }));
  },
  onResponse({ serverContext, response }) {
    if ('isAsked' in serverContext) response.headers.append('vary', 'accept, graph-as-of, graph-cost');
  },
});
