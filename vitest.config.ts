/** Tests: one copy of graphql for Yoga, Pothos and ourselves, and nothing to start beforehand. The explorer is tested where there is a browser. Only `-u` records: what is not recorded fails. */
import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { CHROMIUM } from './test/browser/chromium.ts';

const hasChromium = existsSync(CHROMIUM);

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/*.test.ts', ...(hasChromium ? ['test/browser/*.browser.ts'] : [])],
    exclude: ['test/browser/graphiql.browser.ts'],
    setupFiles: 'test/support/setup.ts',
    globalSetup: hasChromium ? ['test/browser/build.ts'] : [],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } }, // a page may be slow to open beside other tests
    pool: 'forks',
    update: 'none',
  },
});
