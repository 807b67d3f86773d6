/** Graphs of commitments with targets and observations, so few that many are met. */
import { createRandom, type Random } from './random.ts';
import type { PlainGraph, PlainLink, PlainNode } from './random-graph.ts';

const DATES = ['2025', '2026-04', '2026-06-15', '2027-12', '2028', '2030-06-30'];
const QUALIFIERS = ['EXACT', 'ABOUT', 'AT_LEAST', 'MORE_THAN', 'UP_TO', 'LESS_THAN'];

/** Numbers of which a float would make one the other. */
const NUMBERS = ['0', '1', '9007199254740992', '9007199254740993'];

const maybe = <Value>(random: Random, share: number, value: () => Value): Value | undefined => (random.chance(share) ? value() : undefined);
const quantity = (random: Random) => ({
  value: random.pick(NUMBERS),
  unit: random.pick(['people', 'people', 'people', 'USD']),
  qualifier: random.pick(QUALIFIERS),
});
const known = (values: Record<string, unknown>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const some = (prefix: string, kind: string, count: number, values: () => Record<string, unknown>): PlainNode[] =>
  Array.from({ length: count }, (_, i) => ({ name: `${prefix} ${i}`, ...known(values()), id: `${prefix}:n${i}`, kind }) as PlainNode);

const commitmentsOf = (random: Random, date: () => string): PlainNode[] =>
  some('commitment', 'Commitment', 20, () => ({
    statement: 'S',
    strength: random.pick(['ANNOUNCED', 'LAW', 'ANNOUNCED', 'WITHDRAWN']),
    amount: maybe(random, 0.3, () => ({ value: random.pick(NUMBERS), currency: 'USD', qualifier: random.pick(QUALIFIERS) })),
    announcedOn: maybe(random, 0.6, date),
    startsOn: maybe(random, 0.4, date),
    endsOn: maybe(random, 0.5, date),
  }));
const targetsOf = (random: Random, date: () => string): PlainNode[] =>
  some('target', 'Target', 20, () => ({
    indicator: 'I',
    quantity: maybe(random, 0.8, () => quantity(random)),
    baseline: maybe(random, 0.4, () => quantity(random)),
    dueOn: maybe(random, 0.7, date),
  }));
const observationsOf = (random: Random, date: () => string): PlainNode[] =>
  some('observation', 'Observation', 30, () => ({
    indicator: 'I',
    quantity: maybe(random, 0.9, () => quantity(random)),
    startsOn: maybe(random, 0.4, date),
    endsOn: maybe(random, 0.7, date),
  }));

/** Links between any two of what they may lead from and to, numbered in the order they are asked for; none from a node to itself. */
function linker(random: Random) {
  let number = 0;
  const link = (type: string, from: readonly PlainNode[], to: readonly PlainNode[], values: () => object): PlainLink | undefined => {
    const ends = [random.pick(from), random.pick(to)] as const;
    const independentSourceCount = random.int(2);
    const rest = { claimIds: [], independentSourceCount, ...(random.chance(0.1) && { retractedAt: '2026-01-01T00:00:00Z' }) };
    return ends[0] === ends[1] ? undefined : { ...values(), ...rest, id: `link:${++number}`, type, from: ends[0].id, to: ends[1].id };
  };
  return (count: number, type: string, from: readonly PlainNode[], to: readonly PlainNode[], values: () => object = () => ({})) =>
    Array.from({ length: count }, () => link(type, from, to, values)).filter((one) => one !== undefined);
}

export function denseGraph(seed: number): PlainGraph {
  const random = createRandom(seed);
  const date = () => random.pick(DATES);
  const [commitments, targets, observations] = [commitmentsOf(random, date), targetsOf(random, date), observationsOf(random, date)];
  const actors = some('organization', 'Organization', 4, () => ({}));
  const link = linker(random);
  const links = [
    ...link(24, 'HAS_TARGET', commitments, targets),
    ...link(40, 'OBSERVED_AS', [...targets, ...commitments.slice(0, 6)], observations),
    ...link(4, 'SUPERSEDES', commitments, commitments),
    ...link(30, 'PARTY_TO', actors, commitments, () => ({ role: random.pick(['ACCOUNTABLE', 'FUNDING', 'BENEFITING']) })),
  ];
  return { nodes: [...commitments, ...targets, ...observations, ...actors], links };
}
