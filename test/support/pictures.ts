/** Pictures to export: one that has everything a format could stumble over, an empty one, and any text. */
import fc from 'fast-check';
import { type ClaimFacts, NO_EVIDENCE, type ValueFacts } from '../../src/explorer/evidence.ts';
import type { Picture } from '../../src/explorer/export/picture.ts';
import type { Entity, Link } from '../../src/explorer/graph.ts';
import { FIRM } from '../../src/explorer/rests.ts';
import { en } from '../../src/explorer/text/en.ts';
import { amount, entity, link } from './shown.ts';

export const picture = (entities: readonly Entity[], links: readonly Link[] = [], more: Partial<Picture> = {}): Picture => ({
  entities,
  links,
  positions: new Map(entities.map(({ id }, i) => [id, { x: 100 * i, y: 30 * i * i }])),
  looks: new Map(entities.map(({ id }) => [id, { color: '#0a6', size: 9, shape: 'circle' }])),
  lineColors: new Map(),
  legend: [],
  notes: [],
  evidence: NO_EVIDENCE,
  title: 'Partners & “friends”',
  url: 'https://example.org/explore?at=a&depth=2',
  asOf: '2026-05-01',
  asOfMeans: 'both',
  madeOn: '2026-11-30',
  isDark: false,
  text: en,
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

export const claim = (id: string, more: Partial<ClaimFacts> = {}): ClaimFacts => ({
  id,
  statement: `Said by ${id}.`,
  basis: 'QUOTED',
  rank: 'NORMAL',
  review: 'UNVERIFIED',
  confidence: 0.9,
  isSelfReported: false,
  saidBy: [],
  evidence: [],
  ...more,
});
const SOURCE = { id: 'source:s', title: NASTY, url: 'https://example.org/s?a=1&b=2', publisher: 'Paper', publishedOn: '2026-04' };
const QUOTED = [{ quote: '=“up to $10 bn”', stance: 'SUPPORTS', source: { ...SOURCE, language: 'en', licence: null } }];
export const stated = (property: string, value: ValueFacts['value'], more: Partial<ValueFacts> = {}): ValueFacts => ({
  property,
  value,
  stands: true,
  agreement: 'SINGLE_SOURCE',
  independentSourceCount: 1,
  confidence: 0.9,
  since: null,
  until: null,
  rests: FIRM,
  claims: [],
  claimCount: 0,
  ...more,
});

/** The rich picture with what it rests on: a contested amount, a date on the promiser's own word, a link with two claims. */
export const founded: Picture = {
  ...rich,
  evidence: {
    values: new Map([
      [
        'commitment:b',
        [
          stated(
            'amount',
            { value: '10000000000.5', currency: 'USD', qualifier: 'UP_TO' },
            {
              agreement: 'CONTESTED',
              rests: { ...FIRM, isContested: true },
              claims: [claim('claim:1', { statement: NASTY, evidence: QUOTED })],
              claimCount: 1,
            },
          ),
          stated('announcedOn', { date: '2026-04-03' }, { rests: { ...FIRM, isSelfReported: true } }),
        ],
      ],
    ]),
    links: new Map([
      [
        'link:1',
        { claims: [claim('claim:1', { statement: NASTY, evidence: QUOTED }), claim('claim:2', { saidBy: ['A', 'B'] })], claimCount: 2 },
      ],
    ]),
  },
};

export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",\'&<>]aあ\0\ud800\uffff 1.') }),
);
