/** Answers 404 wherever there is nothing: Yoga takes any address that ends like its own for its own. */
import type { Plugin } from 'graphql-yoga';

export const useRoute = (path: string): Plugin => ({
  onRequest({ url, fetchAPI, endResponse }) {
    if (url.pathname !== path && url.pathname !== `${path}/`) endResponse(new fetchAPI.Response(null, { status: 404 }));
  },
});
