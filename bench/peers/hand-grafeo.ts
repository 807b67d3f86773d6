/** (e) The hand-written statement on the embedded engine. */
import { join } from 'node:path';
import grafeo from '@grafeo-db/js';
import { STATEMENT, serve } from './hand.ts';

const db = grafeo.GrafeoDB.create(join(process.env['DATA_DIR']!, 'graph.grafeo'));

serve(async (ids) => {
  const result = await db.executeCypher(STATEMENT, { ids });
  return result.toArray().map((row) => row['organization']);
});
