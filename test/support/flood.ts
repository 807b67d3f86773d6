/** Floods a server of its own with documents, each like no other: `flood.ts NAME CACHE_BYTES`. */
import { createHash } from 'node:crypto';
import { serve } from './serve.ts';
import { openEmpty } from './store.ts';

const many = (count: number, each: (i: number) => string): string => Array.from({ length: count }, (_, i) => each(i)).join(' ');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Requests, and how many of them are far more than the heap. */
const FLOODS: Readonly<Record<string, { readonly count: number; readonly ask: (i: number) => object }>> = {
  documents: { count: 250, ask: (i) => ({ query: `query q${i}{nodes(ids:[${'1 '.repeat(4980)}]){id}}` }) },
  'documents that do not fit': { count: 2800, ask: (i) => ({ query: `query q${i}{a}` }) },
  'documents that are not GraphQL': { count: 700, ask: (i) => ({ query: `query q${i}{nodes(ids:[${'1 '.repeat(4980)}]){id}` }) },
  plans: { count: 400, ask: (i) => ({ query: `query q${i}{nodes(ids:["x"]){${many(100, (j) => `a${j}:id`)}}}` }) },
  'stored documents': {
    count: 3000,
    ask: (i) => {
      const query = `{__typename} # ${i} ${'x'.repeat(90_000)}`;
      return { query, extensions: { persistedQuery: { version: 1, sha256Hash: sha256(query) } } };
    },
  },
};

const [name, bytes] = process.argv.slice(2);
const { count, ask } = FLOODS[name!]!;
const server = await serve({ CACHE_BYTES: bytes!, RATE_LIMIT: '0', LOG_LEVEL: 'silent' }, { ...(await openEmpty()), read: async () => [] });
for (let i = 0; i < count; i++) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(ask(i)) });
  await response.arrayBuffer();
}
process.stdout.write('survived\n');
process.exit();
