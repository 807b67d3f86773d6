/** The shared suite on Neo4j: one database, so one file after the other. */
import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

const SHARED = [
  'direct',
  'linked',
  'queries',
  'mission',
  'planner',
  'random-queries',
  'clock',
  'paging',
  'wrong-arguments',
  'wrong-questions',
  'seeds',
  'engine',
  'as-of',
  'one-document',
  'as-of-by-hand',
  'claims',
  'changes',
  'delivery',
  'delivery-by-hand',
  'totals',
  'traversal',
  'traversal-by-hand',
  'search',
  'edge-values',
  'lists',
  'ranking',
  'stories',
  'backup',
  'verify',
  'generations',
  'killed-anywhere',
];

export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: [...SHARED.map((name) => `test/${name}.test.ts`), 'test/neo4j/*.test.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
  },
});
