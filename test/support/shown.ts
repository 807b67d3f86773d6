/** Entities and links as the explorer shows them, for tests that need only some of what these have. */
import type { Amount, Entity, Link, Rests } from '../../src/explorer/graph.ts';
import { FIRM } from '../../src/explorer/rests.ts';

export const entity = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'Organization',
  name: id,
  type: null,
  amount: null,
  date: null,
  ...more,
});
export const amount = (value: string, currency: string, qualifier = 'EXACT', rests: Partial<Rests> = {}): Amount => ({
  value,
  currency,
  qualifier,
  rests: { ...FIRM, ...rests },
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
