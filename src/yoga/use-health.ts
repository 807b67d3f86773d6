/** `/health` tells that the process lives, `/ready` that the engine answers. */
import type { Plugin } from 'graphql-yoga';

/** `readiness` tells `ready`, or why not. */
export const useHealth = (readiness: () => Promise<string>): Plugin => ({
  onRequest({ request, url, fetchAPI, endResponse }) {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    const answer = (status: number, text: string) => endResponse(fetchAPI.Response.json({ status: text }, { status }));
    if (url.pathname === '/health') answer(200, 'alive');
    if (url.pathname !== '/ready') return undefined;
    return readiness().then((text) => answer(text === 'ready' ? 200 : 503, text));
  },
});
