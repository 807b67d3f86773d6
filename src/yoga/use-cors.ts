/** Which pages of other sites may read answers: those of the origins given, and never with cookies. */
import type { Plugin } from 'graphql-yoga';
import { REQUEST_ID } from './request-id.ts';

/** How long a browser may keep the answer to its question whether it may ask: as long as any of them does. */
const MAX_AGE_S = 86_400;
const PREFLIGHT = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': `content-type, graph-as-of, graph-cost, authorization, apollo-require-preflight, ${REQUEST_ID}`,
  'access-control-max-age': String(MAX_AGE_S),
};

/** `origins` may hold `*` for all. */
export function useCors(origins: readonly string[]): Plugin {
  const isOpen = origins.includes('*');
  const allowedOf = (origin: string): string | undefined => (isOpen ? '*' : origins.find((one) => one === origin));
  return {
    onRequest({ request, fetchAPI, endResponse }) {
      if (request.method === 'OPTIONS')
        endResponse(new fetchAPI.Response(null, { status: 204, headers: { allow: 'GET, HEAD, POST, OPTIONS' } }));
    },
    onResponse({ request, response: { headers } }) {
      if (origins.length && !isOpen) headers.append('vary', 'origin');
      const origin = allowedOf(request.headers.get('origin') ?? '');
      if (!origin) return;
      headers.set('access-control-allow-origin', origin);
      headers.set('access-control-expose-headers', REQUEST_ID);
      if (request.method === 'OPTIONS') for (const [name, value] of Object.entries(PREFLIGHT)) headers.set(name, value);
    },
  };
}
