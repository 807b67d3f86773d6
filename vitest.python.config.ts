/** Tests that run Python, which installs what they need: apart, since `npm test` needs no network. */
import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  defineConfig({ test: { include: ['test/python/*.test.ts'], testTimeout: 300_000 } }),
);
