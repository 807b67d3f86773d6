/** Exports in the programs that others open them with: Python with networkx and igraph, and Gephi's toolkit, installed on the way. */
import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

export default defineConfig({ ...base, test: { ...base.test, include: ['test/readers/*.test.ts'] } });
