/** `Node.version`: tells apart, in the stores of clients, what one node is at different times. */
import { Node } from '../model/entity.ts';
import { builder } from './builder.ts';
import { refOf } from './kind.ts';

builder.interfaceField(refOf(Node), 'version', (t) =>
  t.part({
    type: 'String',
    part: 'version',
    description:
      'The time for which the node is given: empty for now, otherwise the time that the operation asks about, such as `knownAt=2026-11-25T00:00:00Z,validOn=2026-05-01`, which the header `Graph-As-Of` takes as it is. A client store that keys nodes by `id` and `version` keeps what a node was apart from what it is.',
  }),
);
