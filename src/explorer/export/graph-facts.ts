/** What nodes and edges have in GraphML and GEXF: the facts of entities and links, with all they rest on as JSON. */
import type { Entity, Link } from '../graph.ts';
import { claimsOf, ENTITY_TYPES, entityFacts, type Fact, LINK_TYPES, linkFacts, type Types } from './facts.ts';
import type { Picture } from './picture.ts';

export const NODE_TYPES: Types = { ...ENTITY_TYPES, values: 'string' };
export const EDGE_TYPES: Types = { type: 'string', ...LINK_TYPES, claims: 'string' };

export function nodeFacts(entity: Entity, picture: Picture): Record<string, Fact> {
  const values = picture.evidence.values.get(entity.id) ?? [];
  return { ...entityFacts(entity, picture), type: entity.type?.toLowerCase() ?? null, values: jsonOf(values) };
}

export const edgeFacts = (link: Link, picture: Picture): Record<string, Fact> => ({
  type: link.type,
  ...linkFacts(link, picture),
  claims: jsonOf(claimsOf(link.id, picture).claims),
});

/** Gephi 0.10 reads INF as infinity within any text: INFERRED would be InfinityERRED, so JSON escapes it, and types are in small letters. */
const jsonOf = (all: readonly unknown[]): string | null => (all.length ? JSON.stringify(all).replaceAll('INF', 'IN\\u0046') : null);
