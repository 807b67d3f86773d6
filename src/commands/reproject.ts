/** `reproject`: writes anew what does not agree with the documents, and nothing else. */
import { reprojectStore } from '../ingest/reproject.ts';
import { verifyStore } from '../ingest/verify.ts';
import { withGraph } from './prepare.ts';

export const reproject = (): Promise<void> =>
  withGraph(async (engine) => {
    const { written, forgotten } = await reprojectStore(engine);
    await verifyStore(engine);
    process.stdout.write(`${written} written, ${forgotten} forgotten\n`);
  });
