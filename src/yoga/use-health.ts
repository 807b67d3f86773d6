/** `/health` tells that the process lives, `/ready` that the engine answers. */
import type { Plugin } from 'graphql-yoga';

export const useHealth = (isReady: () => Promise<boolean>): Plugin => ({
  onRequest({ request, url, fetchAPI, endResponse }) {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    const answer = (status: number, text: string) => endResponse(fetchAPI.Response.json({ status: text }, { status }));
    if (url.pathname === '/health') answer(200, 'alive');
    if (url.pathname !== '/ready') return undefined;
    return isReady().then((ready) => (ready ? answer(200, 'ready') : answer(503, 'the engine does not answer')));
  },
});
