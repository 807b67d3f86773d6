/** `Node.version`: tells apart, in the stores of clients, what one node is at different times. */
import { resolveVersion } from '../src/plan/resolve.ts';
import { builder } from './builder.ts';
import { Node } from './entity.ts';

builder.interfaceField(Node.ref, 'version', (t) =>
  t.string({
    description:
      'The time that the operation asks about, as the header `Graph-As-Of` takes it, such as `knownAt=2026-11-25T00:00:00Z,validOn=2026-05-01`; empty for now. Client stores that key a node by `id` and `version` keep what it was apart from what it is.',
    extensions: { part: 'version' },
    resolve: resolveVersion,
  }),
);
