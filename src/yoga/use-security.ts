/** Headers on every answer by which a browser takes nothing for what it is not; pages that need more say so themselves. */
import type { Plugin } from 'graphql-yoga';

export const SECURITY = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

export const useSecurity = (): Plugin => ({
  onResponse({ response: { headers } }) {
    for (const [name, value] of Object.entries(SECURITY)) if (!headers.has(name)) headers.set(name, value);
  },
});
