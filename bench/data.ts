/** The graph that is measured: generated, the same each time, with few nodes of many links and many of few. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { orderOfText } from '../model/folding.ts';
import { MODEL_VERSION } from '../src/engine/store.ts';
import { sealed } from '../src/export/ndjson.ts';
import { createRandom, type Random } from '../test/support/random.ts';

/** How many there are of each kind of node, and of each sort of link. */
export interface Size {
  readonly organizations: number;
  readonly agencies: number;
  readonly commitments: number;
  readonly partners: number;
  readonly agencyPartners: number;
  readonly parties: number;
}

/** What is measured: 55,000 nodes and 210,000 links. */
export const FULL: Size = {
  organizations: 20_000,
  agencies: 5_000,
  commitments: 30_000,
  partners: 100_000,
  agencyPartners: 40_000,
  parties: 70_000,
};
/** Enough to see that all servers answer alike. */
export const SMALL: Size = { organizations: 200, agencies: 50, commitments: 300, partners: 1000, agencyPartners: 400, parties: 700 };

const RECORDED = '2026-01-01T00:00:00Z';
const COUNTRIES = ['JP', 'US', 'DE', 'FR', 'GB', 'IN', 'KR', 'SG'];

const idOf = (kind: string, number: number): string => `${kind}:bench-${number}`;
export const organizationId = (number: number): string => idOf('organization', number);

function* nodesOf({ organizations, agencies, commitments }: Size, random: Random) {
  const node = (kind: string, number: number, values: object) => {
    const id = idOf(kind.toLowerCase(), number);
    const name = `${kind} ${random.int(1e9).toString(36)} ${number}`;
    return { node: { id, kind, values: { id, name, nameOrder: orderOfText(name), recordedAt: RECORDED, ...values } } };
  };
  for (let i = 0; i < organizations; i++)
    yield node('Organization', i, { type: 'COMPANY', country: COUNTRIES[i % 8], summary: `Company ${i}.` });
  for (let i = 0; i < agencies; i++) yield node('Agency', i, { type: 'OFFICE', country: COUNTRIES[i % 8], level: 'NATIONAL' });
  for (let i = 0; i < commitments; i++)
    yield node('Commitment', i, {
      type: 'FINANCIAL',
      strength: 'ANNOUNCED',
      announcedOn: `20${10 + (i % 16)}`,
      statement: `Promise ${i}.`,
    });
}

function* linksOf(size: Size, random: Random) {
  /** The square makes the first hundredth of the nodes ten times as likely as the rest. */
  const pick = (kind: string, count: number): string => idOf(kind, Math.floor(count * (random.int(2 ** 30) / 2 ** 30) ** 2));
  const seen = new Set<string>();
  const link = (type: string, a: string, b: string, values: object = {}) => {
    const id = `link:${String(seen.size).padStart(20, '0')}`;
    return { link: { id, type, from: a, to: b, values: { id, recordedAt: RECORDED, confidence: 0.9, sourceCount: 1, ...values } } };
  };
  function* several(count: number, type: string, ends: () => readonly [string, string], values?: object) {
    for (let i = 0; i < count; ) {
      const [a, b] = ends();
      if (a === b || seen.has(`${a} ${b}`)) continue;
      seen.add(`${a} ${b}`);
      i++;
      yield link(type, a, b, values);
    }
  }
  const organization = () => pick('organization', size.organizations);
  const sorted = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a]);
  yield* several(size.partners, 'PARTNERS_WITH', () => sorted(organization(), organization()));
  yield* several(size.agencyPartners, 'PARTNERS_WITH', () => [pick('agency', size.agencies), organization()]);
  yield* several(size.parties, 'PARTY_TO', () => [organization(), pick('commitment', size.commitments)], { role: 'ACCOUNTABLE' });
}

/** Writes the graph as `import ndjson` reads it. */
export async function writeGraph(file: string, size: Size): Promise<void> {
  const random = createRandom(1);
  function* lines(): Generator<object> {
    yield { format: 'pledgegraph', modelVersion: MODEL_VERSION };
    yield* nodesOf(size, random);
    yield* linksOf(size, random);
  }
  await pipeline(sealed(lines()), createWriteStream(file));
}
