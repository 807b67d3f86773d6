/** Small graphs of commitments by hand, one a rule of delivery: what is aimed at, by when, and what was seen of it. */
import type { PlainGraph, PlainLink, PlainNode } from './random-graph.ts';

interface Seen {
  readonly value: string;
  readonly unit?: string;
  readonly qualifier?: string;
  readonly endsOn?: string;
}
interface Aim {
  readonly goal?: string;
  readonly qualifier?: string;
  readonly baseline?: string;
  readonly dueOn?: string;
  readonly seen?: readonly Seen[];
}

const quantity = (value: string, { unit = 'people', qualifier = 'EXACT' }: Partial<Seen> = {}) => ({ value, unit, qualifier });

/** A commitment with its targets, and what was observed of them. */
export function promise(id: string, aims: readonly Aim[], values: object = {}): PlainGraph {
  const commitment: PlainNode = { id: `commitment:${id}`, kind: 'Commitment', name: id, statement: 'S', ...values };
  return joined({ nodes: [commitment], links: [] }, ...aims.map((aim, i) => targetOf(commitment.id, `${id}-${i}`, aim)));
}

function targetOf(commitment: string, id: string, { goal, qualifier, baseline, dueOn, seen = [] }: Aim): PlainGraph {
  const target: PlainNode = {
    ...{ id: `target:${id}`, kind: 'Target', name: id, indicator: 'I' },
    ...(goal && { quantity: quantity(goal, { ...(qualifier && { qualifier }) }) }),
    ...(baseline && { baseline: quantity(baseline) }),
    ...(dueOn && { dueOn }),
  };
  const observations = seen.map(({ endsOn, ...amount }, i): PlainNode => {
    const name = `${id}-${i}`;
    const values = { quantity: quantity(amount.value, amount), ...(endsOn && { endsOn }) };
    return { id: `observation:${name}`, kind: 'Observation', name, indicator: 'I', ...values };
  });
  const links = observations.map(({ id: to }) => linked('OBSERVED_AS', target.id, to));
  return { nodes: [target, ...observations], links: [linked('HAS_TARGET', commitment, target.id), ...links] };
}

/** A link, which is told apart by all that is said of it. */
export const linked = (type: string, from: string, to: string, values: object = {}): PlainLink => ({
  ...{ id: `link:${[type, from, to, ...Object.values(values)].join('-')}`, type, from, to, claimIds: [] },
  ...values,
});

export const joined = (...graphs: readonly PlainGraph[]): PlainGraph => ({
  nodes: graphs.flatMap(({ nodes }) => nodes),
  links: graphs.flatMap(({ links }) => links),
});
