/** What is due when, as a pattern: commitments by their end, targets by their due date. */
import { periodOf } from '../../../schema/date.ts';
import type { LinkSide } from '../extensions.ts';
import { ascending } from '../order.ts';
import { everyNode } from '../patterns.ts';
import type { Time } from '../time.ts';

/** The column of an edge that tells when its node is due. */
export const DUE = ':due';

export const dueText = (node: string, { read }: Time): string =>
  `CASE WHEN ${node}:Target THEN ${read(node, 'dueOn')} ELSE ${read(node, 'endsOn')} END`;

/** A partial date is due on its last day. */
const lastOf = (node: string, time: Time): string => `(${dueText(node, time)} + '~')`;

export const dueBetween: LinkSide = {
  ...everyNode('Entity', 'name'),
  polymorphic: true,
  usual: (node, time) => [ascending(lastOf(node, time))],
  conditions: (node, { from, to }, { add, fail, time }) => {
    const last = lastOf(node, time);
    const end = to == null ? null : periodOf(to as string).end;
    if (from != null && end !== null && end < (from as string)) fail('to')('BAD_USER_INPUT', `is ${to}, before ${from}`);
    return [
      `(${node}:Commitment OR ${node}:Target)`,
      `${dueText(node, time)} IS NOT NULL`,
      ...(from == null ? [] : [`${last} >= ${add(from)}`]),
      ...(end === null ? [] : [`${last} <= ${add(end)}`]),
    ];
  },
};
