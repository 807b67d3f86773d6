/** A graph that grows evenly: as many nodes of every kind as are asked for, and as many links of every type, each node with few. */
import { kinds } from '../../model/kinds.ts';
import { linkTypes } from '../../model/links.ts';
import type { PlainGraph, PlainLink, PlainNode } from './random-graph.ts';

const AMOUNTS: Readonly<Record<string, Record<string, unknown>>> = {
  Commitment: { statement: 'S', strength: 'ANNOUNCED', endsOn: '2026', amount: { value: '10', currency: 'USD', qualifier: 'EXACT' } },
  Target: { indicator: 'I', dueOn: '2026', quantity: { value: '10', unit: 'people', qualifier: 'EXACT' } },
  Observation: { indicator: 'I', endsOn: '2025', quantity: { value: '5', unit: 'people', qualifier: 'EXACT' } },
  Source: { title: 'T', sourceType: 'NEWS' },
  Claim: { statement: 'S', basis: 'QUOTED', confidence: 0.9 },
};

/** The id of the `i`th node of a kind. */
export const evenId = (prefix: string, i: number): string => `${prefix}:n${i}`;

/** `size` nodes of each kind; the `i`th of each is linked to the `i`th, or the next one where the kinds are the same. */
export function evenGraph(size: number): PlainGraph {
  const numbers = Array.from({ length: size }, (_, i) => i);
  const nodes = [...kinds.values()].flatMap(({ name, prefix }) =>
    numbers.map((i): PlainNode => ({ name: `N ${i}`, ...AMOUNTS[name], id: evenId(prefix, i), kind: name })),
  );
  const links = [...linkTypes.values()].flatMap(({ name, from, to }) => {
    const [[a], [b]] = [[...from], [...to]];
    return numbers.map((i): PlainLink => {
      const ends = [evenId(a!.prefix, i), evenId(b!.prefix, a === b ? (i + 1) % size : i)].sort((x, y) => (from === to && x < y ? -1 : 0));
      return { id: `link:${name.toLowerCase()}-${i}`, type: name, from: ends[0]!, to: ends[1]!, claimIds: [], independentSourceCount: 1 };
    });
  });
  return { nodes, links };
}
