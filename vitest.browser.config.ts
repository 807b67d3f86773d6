/** Tests of the pages in a real Chromium. */
import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  defineConfig({
    test: {
      include: ['test/browser/*.browser.ts'],
      globalSetup: ['test/browser/build.ts'],
      env: { SEQUENCES: process.env['SEQUENCES'] ?? '200' },
    },
  }),
);
