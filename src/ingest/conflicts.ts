/** What the graph disagrees on: properties of several values, and links of which only one can hold. */
import { kindOf } from '../../model/ids.ts';
import { groupedBy } from '../grouped.ts';
import type { StatedClaim } from './claims.ts';
import { digest, type LinkRow, type NodeRow, plainLink } from './graph.ts';
import type { Origins } from './origins.ts';
import type { Settled } from './values.ts';

/** A contested link, as far as it matters here. */
export interface Contested {
  readonly from: string;
  readonly type: string;
  readonly claims: readonly StatedClaim[];
}

export function conflictRows(
  values: readonly Settled[],
  links: readonly Contested[],
  origins: Origins,
): { nodes: NodeRow[]; links: LinkRow[] } {
  const ofValues = values
    .filter(({ agreement }) => agreement === 'CONTESTED')
    .map(({ of, property, claims }) => conflictNode(of, property, claims, origins));
  const ofLinks = groupedBy(links, ({ from, type }) => `${from} ${type}`).map((rivals) => {
    const [{ from, type }] = rivals as [Contested];
    return conflictNode(
      from,
      type,
      rivals.flatMap(({ claims }) => claims),
      origins,
    );
  });
  const all = [...ofValues, ...ofLinks];
  return {
    nodes: all.map(({ node }) => node),
    links: all.map(({ node, of }) => plainLink('CONFLICT_OF', node.id, of)),
  };
}

function conflictNode(of: string, property: string, claims: readonly StatedClaim[], origins: Origins): { node: NodeRow; of: string } {
  const id = `conflict:${digest([of, property])}`;
  const { sourceCount, independentSourceCount } = origins.weigh(claims);
  return { of, node: { id, kind: 'Conflict', values: { id, property, kind: kindOf(of)!.name, sourceCount, independentSourceCount } } };
}
