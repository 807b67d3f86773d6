/** Tests: one copy of graphql for Yoga, Pothos and ourselves, and nothing to start beforehand. Only `-u` records: what is not recorded fails. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/*.test.ts', 'test/attacks/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    setupFiles: 'test/support/setup.ts',
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } }, // a page may be slow to open beside other tests
    pool: 'forks',
    maxWorkers: '100%',
    update: 'none',
  },
});
