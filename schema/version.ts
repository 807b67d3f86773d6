/** `Node.version`: tells apart, in the stores of clients, what one node is at different times. */
import { resolveVersion } from '../src/plan/resolve.ts';
import { builder } from './builder.ts';
import { Node } from './entity.ts';

builder.interfaceField(Node.ref, 'version', (t) =>
  t.string({
    description:
      'The time for which the node is given: empty for now, otherwise the time that the operation asks about, such as `knownAt=2026-11-25T00:00:00Z,validOn=2026-05-01`, which the header `Graph-As-Of` takes as it is. A client store that keys nodes by `id` and `version` keeps what a node was apart from what it is.',
    extensions: { part: 'version' },
    resolve: resolveVersion,
  }),
);
