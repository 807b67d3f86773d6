/** Only the endpoint is GraphQL, and its answers vary by what was asked for in headers; Yoga takes any address that ends like its own. */
import type { Plugin } from 'graphql-yoga';

export function useRoute(path: string): Plugin {
  const asked = new WeakSet<Request>();
  return {
    onRequest({ request, url, fetchAPI, endResponse }) {
      if (url.pathname === path || url.pathname === `${path}/`) asked.add(request);
      else endResponse(new fetchAPI.Response(null, { status: 404 }));
    },
    onResponse({ request, response }) {
      if (asked.has(request)) response.headers.append('vary', 'accept, graph-as-of, graph-cost');
    },
  };
}
