/** Entities and links as the explorer shows them, for tests that need only some of what these have. */
import type { Entity, Link } from '../../src/explorer/graph.ts';

export const entity = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'Organization',
  name: id,
  type: null,
  amount: null,
  date: null,
  ...more,
});
export const link = (id: string, from: string, to: string, more: Partial<Link> = {}): Link => ({
  id,
  type: 'PARTY_TO',
  from,
  to,
  confidence: null,
  independentSourceCount: null,
  contested: false,
  isSelfReported: false,
  since: null,
  until: null,
  role: null,
  purpose: null,
  ...more,
});
