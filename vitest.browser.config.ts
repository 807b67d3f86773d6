/** Tests in a real browser: they need Chromium, so that they stand apart from `npm test`. */
import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  defineConfig({ test: { include: ['test/browser/*.browser.ts'] } }),
);
