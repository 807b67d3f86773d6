/** What is not known, and why, where no claim has to say so: what is measured later, and what does not apply. */
import type { Row } from '../engine/engine.ts';
import type { NodeRow } from './graph.ts';
import { type Settled, valueNode } from './values.ts';

interface Link {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

/** Nothing stands behind it but the model: no claim, no source. */
const DERIVED = { isProjected: false, confidence: 1, sourceCount: 0, independentSourceCount: 0, position: 0 };

/**
 * A target that nothing was observed of is not yet due, or no evidence was found: which one, its due date tells when
 * it is read. An assurance is a promise of how, so that no amount applies.
 */
export function expectedNodes(entities: readonly NodeRow[], links: readonly Link[], settled: readonly Settled[]): NodeRow[] {
  const observed = new Set(links.filter(({ type }) => type === 'OBSERVED_AS').map(({ from }) => from));
  const ends = new Map(entities.map(({ id, values }) => [id, values['endsOn']]));
  const commitments = new Map(links.filter(({ type }) => type === 'HAS_TARGET').map(({ from, to }) => [to, from]));
  const isStated = (of: string, property: string): boolean => settled.some((one) => one.of === of && one.property === property);
  return entities.flatMap(({ id, kind, values }) => {
    const due = values['dueOn'] ?? ends.get(commitments.get(id) ?? '');
    if (kind === 'Target' && due && !observed.has(id)) return [unknown(id, 'observations', { reason: 'BY_DUE_DATE', due })];
    if (kind === 'Commitment' && values['type'] === 'ASSURANCE' && !isStated(id, 'amount'))
      return [unknown(id, 'amount', { reason: 'NOT_APPLICABLE' })];
    return [];
  });
}

const unknown = (of: string, property: string, given: Row): NodeRow => valueNode(of, property, undefined, { ...DERIVED, ...given });
