/** The limits of what clients may take, all settings: generous for people and code generators, small for machines that mean harm. */
import { z } from 'zod';

/** The longest time that a timer of node takes, and as good as no limit for everything else. */
const MOST = 2 ** 31 - 1;
export const count = z.coerce.number().int().min(0).max(MOST);
export const positive = z.coerce.number().int().min(1).max(MOST);

export const limits = {
  MAX_COST: positive
    .default(50_000)
    .describe(
      'The most that an operation may cost. A row that it may return counts 1; a row that is only read on the way counts a twentieth.',
    ),
  MAX_TOKENS: positive.default(5000).describe('How many tokens a document may have.'),
  MAX_BRACKETS: positive.default(150).describe('How deep brackets may nest in a document.'),
  MAX_DEPTH: positive.default(30).describe('How deep the fields of an operation may nest.'),
  MAX_FIELDS: positive.default(1000).describe('How many fields an operation may select, with its fragments spread out.'),
  MAX_ALIASES: positive.default(100).describe('How many aliases an operation may have, with its fragments spread out.'),
  MAX_DIRECTIVES: positive.default(50).describe('How many directives an operation may have, with its fragments spread out.'),
  MAX_INTROSPECTIONS: positive.default(10).describe('How often an operation may ask for the schema.'),
  MAX_VARIABLE_DEPTH: positive.default(50).describe('How deep variables may nest.'),
  MAX_BATCH: positive.default(10).describe('How many operations a request may have; each has a cost and a time of its own.'),
  MAX_BODY_BYTES: positive.default(100_000).describe('How many bytes the body of a request may have.'),
  MAX_RESPONSE_BYTES: positive
    .default(5_000_000)
    .describe('How many bytes the answers to a request may have; a longer one is refused and not written to its end.'),
  MAX_CONCURRENT: positive.default(32).describe('How many operations are executed at once.'),
  MAX_QUEUED: count.default(128).describe('How many operations may wait to be executed; more are refused.'),
  RATE_LIMIT: count
    .default(6000)
    .describe('How many requests a client may send within a minute; a batch counts each of its operations. 0 sets no limit.'),
  TRUST_PROXY: count
    .default(0)
    .describe(
      'How many proxies of yours a request passes before it comes here. With 0 a client is known by its address; with 1 or more by what that many proxies wrote into `X-Forwarded-For`.',
    ),
  MAX_CONNECTIONS: positive.default(1000).describe('How many connections may be open; more are closed at once.'),
  MAX_PIPELINED: positive.default(20).describe('How many requests may be under way on one connection.'),
  HEADERS_TIMEOUT_MS: positive.default(10_000).describe('How long the headers of a request may take to arrive, in milliseconds.'),
  REQUEST_TIMEOUT_MS: positive.default(30_000).describe('How long a whole request may take to arrive, in milliseconds.'),
  REPLY_TIMEOUT_MS: positive
    .default(60_000)
    .describe('How long a client may take to read what it is sent, in milliseconds; then its connection is closed.'),
  MAX_UNREAD_BYTES: positive
    .default(64_000_000)
    .describe('How many bytes may wait for clients to read them, all connections together; beyond, those with the most are closed.'),
  KEEP_ALIVE_MS: positive
    .default(5000)
    .describe('How long a connection stays open without a request, in milliseconds; behind a proxy, longer than the proxy keeps it.'),
  CACHE_BYTES: positive
    .default(64_000_000)
    .describe('How much memory may be kept for the next request: documents, their plans and statements, and persisted queries.'),
};
