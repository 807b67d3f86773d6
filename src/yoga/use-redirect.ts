/** Sends a browser from one path to another. */
import type { Plugin } from 'graphql-yoga';

export const useRedirect = (from: string, to: string): Plugin => ({
  onRequest({ request, url, fetchAPI, endResponse }) {
    if ((request.method === 'GET' || request.method === 'HEAD') && url.pathname === from)
      endResponse(new fetchAPI.Response(null, { status: 302, headers: { location: to } }));
  },
});
