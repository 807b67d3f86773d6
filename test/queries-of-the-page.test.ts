/** The queries of the page are written with their types for the schema as it is; `npm run record` writes them anew. */
import { expect, test } from 'vitest';
import { printedSchema } from '../schema/print.ts';
import { inProject } from '../src/root.ts';
import { typedQueries } from './support/typed-queries.ts';

test('what the page asks has the types of the schema', async () => {
  await expect(await typedQueries(printedSchema())).toMatchFileSnapshot(inProject('src', 'explorer', 'queries.ts'));
});
