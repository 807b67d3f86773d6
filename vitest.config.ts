/** Tests: one copy of graphql for Yoga, Pothos and ourselves, and nothing to start beforehand. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: { include: ['test/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, pool: 'forks' },
});
