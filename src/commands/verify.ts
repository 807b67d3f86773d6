/** `verify`: compares all that is stored with what the documents say, while it serves too. */
import { markOf, refuseOthers } from '../engine/store.ts';
import { verifyStore } from '../ingest/verify.ts';
import { withStored } from './prepare.ts';

export const verify = (): Promise<void> =>
  withStored(async (engine) => {
    refuseOthers(await markOf(engine));
    const { nodes, links, documents } = await verifyStore(engine);
    process.stdout.write(`${nodes} nodes and ${links} links are what ${documents} documents say\n`);
  });
