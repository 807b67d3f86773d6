/** Random seed documents: links of several types, values that disagree, claims that are deprecated or contradict. */
import fc from 'fast-check';
import type { SeedFile } from '../../src/ingest/read.ts';
import { seedFrom } from './seed-text.ts';

const NAMES = ['a', 'b', 'c', 'd'];
const ids = (prefix: string) => NAMES.map((name) => `${prefix}:${name}`);
const BODIES = [...ids('organization'), ...ids('agency')];

const entityOf = (id: string) => ({ id, name: `${id} 警察庁`, ...(id.startsWith('commitment') && { statement: 'It is promised.' }) });
const ENTITIES = [...BODIES, ...ids('commitment'), ...ids('place')].map(entityOf);

const claims = fc.uniqueArray(fc.constantFrom('one', 'two', 'three'), { minLength: 1, maxLength: 3 });
const link = fc.oneof(
  fc.record({
    type: fc.constant('PARTNERS_WITH'),
    from: fc.constantFrom(...BODIES),
    to: fc.constantFrom(...BODIES),
    purpose: fc.constantFrom('x', 'y'),
    claims,
  }),
  fc.record(
    {
      type: fc.constant('UNIT_OF'),
      from: fc.constantFrom(...BODIES),
      to: fc.constantFrom(...BODIES),
      claims,
      since: fc.constantFrom('2025', '2026-03'),
      until: fc.constantFrom('2027', '2026-06-30'),
    },
    { requiredKeys: ['type', 'from', 'to', 'claims'] },
  ),
  fc.record({
    type: fc.constant('PARTY_TO'),
    from: fc.constantFrom(...BODIES),
    to: fc.constantFrom(...ids('commitment')),
    role: fc.constantFrom('FUNDING', 'ACCOUNTABLE'),
    claims,
  }),
  fc.record({
    type: fc.constant('DIRECTED_AT'),
    from: fc.constantFrom(...ids('commitment')),
    to: fc.constantFrom(...ids('place')),
    claims,
  }),
);
type Link = { type: string; from: string; to: string; purpose?: string; role?: string };
/** What tells links apart: those read both ways are one, whichever end is named first. */
const identity = ({ type, from, to, purpose, role }: Link): string =>
  [type, ...(type === 'PARTNERS_WITH' ? [from, to].sort() : [from, to]), purpose ?? role ?? ''].join(' ');
const links = fc.uniqueArray(
  link.filter(({ from, to }) => from !== to),
  { selector: identity as never, maxLength: 8 },
);
const of = fc.constantFrom(...ids('commitment'));
const value = fc.oneof(
  fc.record({ of, property: fc.constant('endsOn'), is: fc.constantFrom('2029', '2030-06'), claims }),
  fc.record({
    of,
    property: fc.constant('amount'),
    is: fc.constantFrom({ value: 5, currency: 'USD' }, { value: 70, currency: 'JPY' }),
    claims,
  }),
  fc.record({ of, property: fc.constant('strength'), is: fc.constantFrom('ANNOUNCED', 'CONTRACTED'), claims }),
);

/** The content of one seed document; its claims are used by a link of their own, so that none is idle. */
export const content = fc.record({
  links,
  values: fc.uniqueArray(value, { selector: ({ of, property, is }) => JSON.stringify([of, property, is]), maxLength: 3 }),
  rank: fc.constantFrom('NORMAL', 'DEPRECATED'),
  stance: fc.constantFrom('SUPPORTS', 'CONTRADICTS'),
});
export type Content = typeof content extends fc.Arbitrary<infer Value> ? Value : never;

export function seedWith({ links: some, values, rank, stance }: Content, source: string, retrievedOn = '2026-11-24'): SeedFile {
  const claimOf = (name: string, more = {}) => ({ statement: `Claim ${name}.`, quote: `words of ${name}`, ...more });
  const named = { one: claimOf('one'), two: claimOf('two', { rank }), three: claimOf('three', { basis: 'INFERRED', stance }) };
  const anchor = { type: 'LOCATED_IN', from: 'organization:a', to: 'place:a', claims: Object.keys(named) };
  return seedFrom(
    { source: { id: source, title: source, retrievedOn }, entities: ENTITIES, claims: named, links: [anchor, ...some], values },
    `${source.slice(7)}.yaml`,
  );
}
