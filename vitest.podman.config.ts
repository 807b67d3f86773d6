/** The image of the Dockerfile, and docs/operations.md on an empty Debian, in containers of Podman; and what hadolint says of the Dockerfile. */
import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['test/podman/*.test.ts'],
    globalSetup: [],
    maxWorkers: 1, // what is built uses all there is
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
});
