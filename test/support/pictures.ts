/** Pictures to export: one that has everything a format could stumble over, an empty one, and any text. */
import fc from 'fast-check';
import type { Entity, Link, Picture } from '../../src/explorer/graph.ts';
import { amount, entity, link } from './shown.ts';

export const picture = (entities: readonly Entity[], links: readonly Link[] = [], more: Partial<Picture> = {}): Picture => ({
  entities,
  links,
  positions: new Map(entities.map(({ id }, i) => [id, { x: 100 * i, y: 30 * i * i }])),
  looks: new Map(entities.map(({ id }) => [id, { color: '#0a6', size: 9, shape: 'circle' }])),
  lineColors: new Map(),
  title: 'Partners & “friends”',
  url: 'https://example.org/explore?at=a&depth=2',
  asOf: null,
  isDark: false,
  ...more,
});

export const NASTY = '株式会社 "さくら" <&> \'x\' ]]> \u0000\u000b\ud800 😀\nnext\r\n\tend';
export const CLEAN = NASTY.replace(/[\0\v\ud800]/g, '');
const PLEDGE = { kind: 'Commitment', amount: amount('10000000000.5', 'USD', 'UP_TO', { isContested: true }), date: '2026-04-03' };
const FULL = {
  confidence: 0.75,
  independentSourceCount: 2,
  contested: true,
  since: '2025',
  until: '2026-06',
  role: 'FUNDING',
  purpose: NASTY,
};
export const rich = picture(
  [
    entity('agency:a', { kind: 'Agency', name: NASTY, type: 'MINISTRY' }),
    entity('commitment:b', PLEDGE),
    entity('person:c', { kind: 'Person' }),
  ],
  [
    link('link:1', 'agency:a', 'commitment:b', FULL),
    link('link:2', 'agency:a', 'commitment:b', { role: 'LEAD' }),
    link('link:3', 'commitment:b', 'agency:a', { type: 'PARTNERS_WITH', isSelfReported: true }),
  ],
);
export const EMPTY = picture([]);

export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",\'&<>]aあ\0\ud800\uffff 1.') }),
);
