/** Refuses requests of a client that sends more than it may within a minute. */
import type { IncomingMessage } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { clientOf } from './client-of.ts';

/** How many clients are remembered: those beyond take the place of whoever was not seen for longest. */
const MOST_CLIENTS = 20_000;

export function useRate(points: number, proxies: number): Plugin {
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  const forget = (_: true, client: string) => void limiter.delete(client);
  const clients = new LRUCache<string, true>({ max: MOST_CLIENTS, dispose: forget });
  return {
    async onRequest({ request, serverContext, fetchAPI, endResponse }) {
      if (request.method === 'OPTIONS') return;
      const client = clientOf((serverContext as unknown as { req: IncomingMessage }).req, proxies);
      clients.set(client, true);
      const refused = await limiter.consume(client).then(
        () => undefined,
        (result: RateLimiterRes) => result,
      );
      if (!refused) return;
      const seconds = String(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
      const message = `A client may send ${points} requests a minute (RATE_LIMIT); the next in ${seconds} s.`;
      const errors = [{ message, extensions: { code: 'RATE_LIMITED' } }];
      endResponse(fetchAPI.Response.json({ errors }, { status: 429, headers: { 'retry-after': seconds, 'cache-control': 'no-store' } }));
    },
  };
}
