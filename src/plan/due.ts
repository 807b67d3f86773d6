/** When a node is due: commitments at their end, targets on their due date. */
import type { Time } from './time.ts';

/** The column of an edge that tells when its node is due. */
export const DUE = ':due';

export const dueText = (node: string, { read }: Time): string =>
  `CASE WHEN ${node}:Target THEN ${read(node, 'dueOn')} ELSE ${read(node, 'endsOn')} END`;
