/** What might hang on the day or the place: recorded answers, documents, what is judged on a day, dates, the command line, and the pages in a browser. */
import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

const HANGING = [
  'queries',
  'stories',
  'documents',
  'clock',
  'delivery',
  'delivery-by-hand',
  'claims',
  'changes',
  'as-of-by-hand',
  'totals',
  'seeds',
  'editorial',
  'model',
  'explorer',
  'cli',
];

/** The pages that show days, or write them into files and addresses. */
const PAGES = ['look', 'share', 'values', 'exports'];

export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: [...HANGING.map((name) => `test/${name}.test.ts`), ...PAGES.map((name) => `test/browser/${name}.browser.ts`)],
    globalSetup: ['test/support/build.ts', 'test/browser/build.ts'],
  },
});
