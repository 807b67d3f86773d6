/** Tests in a real browser alone; unlike in `npm test`, that there is no Chromium is an error. */
import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

export default mergeConfig(
  { ...base, test: { ...base.test, include: [], exclude: [] } },
  defineConfig({ test: { include: ['test/browser/*.browser.ts'] } }),
);
