/** The recipes of CONTRIBUTING.md, applied to a copy of the project: apart from `npm test`, since the copy runs tests of its own. */
import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

export default defineConfig({ ...base, test: { ...base.test, include: ['test/recipes/*.test.ts'], globalSetup: [] } });
