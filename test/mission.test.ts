/** The mission: from a company to a police agency to its unit, and all of a pledge, with their evidence, in one statement among all seeds. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { type Answer, run } from './support/run.ts';
import { openAllSeeds } from './support/seeded.ts';

/** To the letter as it was promised: no argument, name or page is ours to change. */
const MISSION = `{ organization(id: "organization:microsoft") { name
    partners(kinds: [AGENCY]) { edges { purpose node { name units { edges { contested confidence node { name } claims { nodes { statement } } } } }
      claims { nodes { statement attributedTo { nodes { name } } evidence { edges { quote start end node { title url } } } } } } }
    commitments { edges { role node { id name amount { value currency } endsOn targets { nodes { indicator population quantity { value unit qualifier } dueOn } } parties { edges { role node { id name } } } } } } } }`;

interface Unit {
  readonly contested: boolean;
  readonly confidence: number;
  readonly node: { readonly name: string };
  readonly claims: { readonly nodes: readonly { readonly statement: string }[] };
}
interface Partner {
  readonly purpose: string;
  readonly node: { readonly name: string; readonly units: { readonly edges: readonly Unit[] } };
  readonly claims: { readonly nodes: readonly object[] };
}
interface Commitment {
  readonly id: string;
  readonly amount: object | null;
  readonly targets: { readonly nodes: readonly object[] };
  readonly parties: { readonly edges: readonly { readonly role: string; readonly node: { readonly id: string } }[] };
}
interface Mission {
  readonly name: string;
  readonly partners: { readonly edges: readonly Partner[] };
  readonly commitments: { readonly edges: readonly { readonly role: string; readonly node: Commitment }[] };
}

let engine: Engine;
let answer: Answer;
let mission: Mission;
beforeAll(async () => {
  engine = await openAllSeeds();
  answer = await run(engine, MISSION);
  mission = (answer.data as { organization: Mission }).organization;
});
afterAll(() => engine.close());

test('is one statement', () => {
  expect(answer.errors).toBeUndefined();
  expect(answer.executed).toHaveLength(1);
});

describe('Microsoft, the National Police Agency, its unit', () => {
  const police = () =>
    mission.partners.edges.find(({ node, purpose }) => node.name === 'National Police Agency' && purpose.startsWith('disrupt'))!;

  test('are linked for a purpose, on claims with speakers, quotes and sources', () => {
    expect(mission.name).toBe('Microsoft');
    expect(police().purpose).toBe('disrupt cybercrime and improve resilience');
    expect(police().claims.nodes).toContainEqual({
      statement: 'The National Police Agency and Microsoft join forces against cybercrime.',
      attributedTo: { nodes: [{ name: 'Microsoft' }] },
      evidence: {
        edges: [
          {
            quote: 'work with the National Police Agency',
            start: 1705,
            end: 1741,
            node: { title: 'Microsoft Pledges $10 Billion to Expand AI Infrastructure in Japan', url: null },
          },
        ],
      },
    });
  });

  test('and whose unit it is, is contested', () => {
    const unit = police().node.units.edges.find(({ node }) => node.name === 'Digital Crime Unit')!;
    expect(unit).toMatchObject({ contested: true, confidence: 0.4 });
    expect(unit.claims.nodes.map(({ statement }) => statement)).toEqual([expect.stringContaining('names the National Police Agency')]);
  });
});

const PLEDGE = 'commitment:microsoft-japan-2026';
/** The whole and its parts: who has which part in each, beside Microsoft, which answers for all. */
const PARTIES: Readonly<Record<string, readonly string[]>> = {
  [PLEDGE]: ['ANNOUNCING person:brad-smith', 'ANNOUNCING person:satya-nadella', 'FUNDING organization:microsoft'],
  [`${PLEDGE}-infrastructure`]: [],
  [`${PLEDGE}-training`]: ['fujitsu', 'hitachi', 'nec', 'ntt-data', 'softbank'].map((name) => `COOPERATING organization:${name}`),
  [`${PLEDGE}-nco-cooperation`]: ['COOPERATING agency:jp-national-cybersecurity-office'],
  [`${PLEDGE}-npa-cooperation`]: ['COOPERATING agency:jp-national-police-agency', 'IMPLEMENTING agency:digital-crime-unit'],
  [`${PLEDGE}-research-grant`]: ['BENEFITING organization:japanese-research-institutions', 'FUNDING organization:microsoft'],
  [`${PLEDGE}-fellowship`]: ['BENEFITING organization:japanese-research-institutions'],
  [`${PLEDGE}-gpu-partnership`]: ['SUPPLYING organization:sakura-internet', 'SUPPLYING organization:softbank'],
  [`${PLEDGE}-data-residency`]: [],
};

describe('the pledge of April 2026', () => {
  const commitments = () => new Map(mission.commitments.edges.map(({ node }) => [node.id, node]));

  test.each(Object.entries(PARTIES))('%s has its parties, each with its role', (id, expected) => {
    const found = commitments()
      .get(id)!
      .parties.edges.map(({ role, node }) => `${role} ${node.id}`);
    expect(found).toEqual(expect.arrayContaining(['ACCOUNTABLE organization:microsoft', ...expected]));
    const roles = mission.commitments.edges.flatMap(({ role, node }) => (node.id === id ? [role] : []));
    expect(roles).toContain('ACCOUNTABLE');
  });

  test('is worth ten billion dollars by 2029', () => {
    expect(commitments().get(PLEDGE)).toMatchObject({ amount: { value: '10000000000', currency: 'USD' }, endsOn: '2029' });
  });

  test('trains a million people by 2030', () => {
    expect(commitments().get(`${PLEDGE}-training`)!.targets.nodes).toEqual([
      {
        indicator: 'people trained',
        population: 'engineers and developers',
        quantity: { value: '1000000', unit: 'people', qualifier: 'EXACT' },
        dueOn: '2030',
      },
    ]);
  });
});
