/** What is due when, as a pattern: commitments by their end, targets by their due date. */
import { periodOf } from '../../model/date.ts';
import { dueText } from '../plan/due.ts';
import type { LinkSide } from '../plan/extensions.ts';
import { ascending } from '../plan/order.ts';
import { everyNode } from '../plan/patterns.ts';
import type { Time } from '../plan/time.ts';

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
