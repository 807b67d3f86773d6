/** Refuses requests of a client that sends more operations than it may within a minute. */
import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { graphError } from '../errors.ts';
import { clientOf } from './client-of.ts';
import type { ServerPlugin } from './server-plugin.ts';

/** How many clients are remembered: those beyond take the place of whoever was not seen for longest. */
const MOST_CLIENTS = 20_000;

/** A request counts one, and a batch as many as it has operations. */
export function useRate(points: number, proxies: number): ServerPlugin {
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  const forget = (_: true, client: string) => void limiter.delete(client);
  const clients = new LRUCache<string, true>({ max: MOST_CLIENTS, dispose: forget });
  /** Counts `count` more. Gives how many seconds the client has to wait, where that is more than it may send. */
  async function wait(request: IncomingMessage, count: number): Promise<number> {
    const client = clientOf(request, proxies);
    clients.set(client, true);
    return limiter.consume(client, count).then(
      () => 0,
      ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000)),
    );
  }
  const messageOf = (seconds: number) => `A client may send ${points} requests a minute (RATE_LIMIT); the next in ${seconds} s.`;
  const headersOf = (seconds: number) => ({ 'retry-after': String(seconds), 'cache-control': 'no-store' });
  return {
    async onRequest({ request, serverContext, fetchAPI, endResponse }) {
      if (request.method === 'OPTIONS') return;
      const seconds = await wait(serverContext.req, 1);
      if (!seconds) return;
      const errors = [{ message: messageOf(seconds), extensions: { code: 'RATE_LIMITED' } }];
      endResponse(fetchAPI.Response.json({ errors }, { status: 429, headers: headersOf(seconds) }));
    },
    onRequestParse: ({ serverContext }) => ({
      async onRequestParseDone({ requestParserResult }) {
        const more = Array.isArray(requestParserResult) ? requestParserResult.length - 1 : 0;
        const seconds = more > 0 ? await wait(serverContext.req, more) : 0;
        if (seconds)
          throw graphError('RATE_LIMITED', messageOf(seconds), { extensions: { http: { status: 429, headers: headersOf(seconds) } } });
      },
    }),
  };
}
