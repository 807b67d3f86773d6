/** Paths and surroundings, against a plain breadth-first search over random graphs, and by hand. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkTypes } from '../schema/model.ts';
import type { Engine } from '../src/engine/engine.ts';
import { type Budget, type Ends, type Expand, Explorer } from '../src/traverse/explorer.ts';
import { findNeighborhood } from '../src/traverse/find-neighborhood.ts';
import { findPaths } from '../src/traverse/find-paths.ts';
import { createRandom, type Random } from './support/random.ts';
import { type PlainGraph, type PlainLink, randomGraph } from './support/random-graph.ts';
import { run } from './support/run.ts';
import { openSeeded } from './support/seeded.ts';
import { openWith } from './support/store.ts';

const GRAPHS = 300;
const QUESTIONS = 3;

/** A graph whose links differ in confidence; what was retracted has no links, as no load would leave any. */
function graphOf(seed: number): PlainGraph {
  const { nodes, links } = randomGraph(seed, 44);
  const standing = nodes.filter(({ retractedAt }) => !retractedAt);
  const ids = new Set(standing.map(({ id }) => id));
  const random = createRandom(seed);
  const sure = () => ({ confidence: random.pick([0.25, 0.5, 0.5, 0.9, 1]), independentSourceCount: random.int(3) });
  return {
    nodes: standing,
    links: links.filter(({ from, to }) => ids.has(from) && ids.has(to)).map((link) => ({ ...link, ...sure() }) as PlainLink),
  };
}

interface Question {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly limit: number;
  readonly depth: number;
  readonly size: number;
  readonly types?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly directions?: readonly { type: string; direction: string }[] | undefined;
  readonly minConfidence?: number | undefined;
  readonly minSources?: number | undefined;
}

const walked = [...linkTypes.values()].filter(({ evidence }) => !evidence).map(({ name }) => name);

function questionOf({ nodes }: PlainGraph, random: Random): Question {
  const entities = nodes.filter(({ kind }) => !['Claim', 'Source'].includes(kind));
  const some = <Value>(share: number, value: () => Value) => (random.chance(share) ? value() : undefined);
  const [from, to] = [random.pick(entities).id, random.pick(entities).id];
  return {
    from,
    to: to === from ? entities.find(({ id }) => id !== from)!.id : to,
    maxHops: 1 + random.int(5),
    limit: 1 + random.int(12),
    depth: random.int(4),
    size: 3 + random.int(20),
    types: some(0.2, () => Array.from({ length: 6 }, () => random.pick(walked))),
    kinds: some(0.2, () => ['ORGANIZATION', 'AGENCY', 'COMMITMENT', 'PLACE']),
    directions: some(0.3, () => [{ type: random.pick(walked), direction: random.pick(['OUT', 'IN']) }]),
    minConfidence: some(0.2, () => 0.5),
    minSources: some(0.1, () => 1),
  };
}

/** The links of a node that a question allows to follow from it. */
function hopsFrom({ nodes, links }: PlainGraph, question: Question, named: readonly string[]) {
  const kindOf = new Map(nodes.map(({ id, kind }) => [id, kind.toUpperCase()]));
  const { types = walked, kinds, directions = [], minConfidence = 0, minSources = 0 } = question;
  const allowed = links.filter(
    (link) =>
      !link['retractedAt'] &&
      walked.includes(link.type) &&
      types.includes(link.type) &&
      (link['confidence'] as number) >= minConfidence &&
      (link['independentSourceCount'] as number) >= minSources,
  );
  return (id: string): { link: PlainLink; other: string }[] =>
    allowed
      .filter(({ from, to }) => from === id || to === id)
      .filter(({ type, from }) =>
        directions.every((one) => one.type !== type || linkTypes.get(type)!.symmetric || (one.direction === 'OUT') === (from === id)),
      )
      .map((link) => ({ link, other: link.from === id ? link.to : link.from }))
      .filter(({ other }) => !kinds || named.includes(other) || kinds.includes(kindOf.get(other)!));
}

/** Every simple path, in the order that is promised. */
function allPaths(graph: PlainGraph, question: Question) {
  const { from, to, maxHops, limit } = question;
  const hops = hopsFrom(graph, question, [from, to]);
  const found: PlainLink[][] = [];
  const walk = (at: string, met: readonly string[], path: readonly PlainLink[]): void => {
    if (at === to) return void found.push([...path]);
    if (path.length === maxHops) return;
    for (const { link, other } of hops(at)) if (!met.includes(other)) walk(other, [...met, other], [...path, link]);
  };
  walk(from, [from], []);
  const sure = (path: readonly PlainLink[]) => path.reduce((product, link) => product * (link['confidence'] as number), 1);
  const key = (path: readonly PlainLink[]) => path.map(({ id }) => id);
  const compareKeys = (a: string[], b: string[]) => a.reduce((result, one, i) => result || (one < b[i]! ? -1 : one > b[i]! ? 1 : 0), 0);
  return found
    .toSorted((a, b) => a.length - b.length || Math.round((sure(b) - sure(a)) * 1e12) || compareKeys(key(a), key(b)))
    .slice(0, limit)
    .map((path) => ({ length: path.length, confidence: sure(path), links: key(path) }));
}

function surroundings(graph: PlainGraph, question: Question) {
  const { from, to, depth, size } = question;
  const hops = hopsFrom(graph, question, [from, to]);
  const kept = [from, to];
  let [frontier, isCut] = [kept as readonly string[], false];
  for (let level = 1; level <= depth && !isCut; level++) {
    const met = [...new Set(frontier.flatMap((id) => hops(id).map(({ other }) => other)))].filter((id) => !kept.includes(id));
    const ties = new Map(
      met.map((id) => [
        id,
        new Set(
          kept.flatMap((one) =>
            hops(one)
              .filter(({ other }) => other === id)
              .map(({ link }) => link.id),
          ),
        ).size,
      ]),
    );
    isCut = met.length > size - kept.length;
    frontier = isCut
      ? met.toSorted((a, b) => ties.get(b)! - ties.get(a)! || (a < b ? -1 : 1)).slice(0, size - kept.length)
      : met.toSorted();
    kept.push(...frontier);
  }
  const links = new Set(
    kept.flatMap((id) =>
      hops(id)
        .filter(({ other }) => kept.includes(other))
        .map(({ link }) => link.id),
    ),
  );
  return { nodes: kept, links: [...links].toSorted(), truncated: isCut };
}

const QUERY = `query($from: ID!, $to: ID!, $both: [ID!]!, $maxHops: Int, $limit: Int, $depth: Int, $size: Int, $types: [LinkType!], $kinds: [Kind!], $directions: [TypeDirection!], $minConfidence: Float, $minSources: Int) {
  paths(from: $from, to: $to, maxHops: $maxHops, limit: $limit, types: $types, kinds: $kinds, directions: $directions, minConfidence: $minConfidence, minSources: $minSources) {
    truncated paths { length confidence nodes { id } hops { from { id } to { id } direction link { id from { id } to { id } } } weakestHop { link { id } } } }
  path(from: $from, to: $to, maxHops: $maxHops, types: $types, kinds: $kinds, directions: $directions, minConfidence: $minConfidence, minSources: $minSources) { paths { hops { link { id } } } }
  neighborhood(of: $both, depth: $depth, limit: $size, types: $types, kinds: $kinds, directions: $directions, minConfidence: $minConfidence, minSources: $minSources) {
    truncated nodes { id } links { id } }
  commonPartners(of: $both, minShared: 1, limit: 100, types: $types, kinds: $kinds, directions: $directions, minConfidence: $minConfidence, minSources: $minSources) {
    partners { node { id } sharedCount sharedWith { id } links { id } } }
  partnerNetwork(kinds: $kinds, minShared: 1, limit: 1000, minConfidence: $minConfidence, minSources: $minSources) {
    nodes { id } edges { source { id } target { id } weight commitments { id } } }
}`;

/** Who both ends of a question are linked to. */
function commonOf(graph: PlainGraph, question: Question) {
  const of = [question.from, question.to];
  const hops = hopsFrom(graph, question, []);
  const met = of.flatMap((id) => hops(id).map((hop) => ({ ...hop, id }))).filter(({ other }) => !of.includes(other));
  return [...new Set(met.map(({ other }) => other))]
    .map((id) => {
      const own = met.filter(({ other }) => other === id);
      return { id, sharedWith: of.filter((one) => own.some((hop) => hop.id === one)), links: own.map(({ link }) => link.id).toSorted() };
    })
    .toSorted((a, b) => b.sharedWith.length - a.sharedWith.length || b.links.length - a.links.length || (a.id < b.id ? -1 : 1))
    .slice(0, 100);
}

/** Pairs of actors that have parts in the same commitments. */
function sharedIn({ nodes, links }: PlainGraph, { kinds, minConfidence = 0, minSources = 0 }: Question) {
  const kindOf = new Map(nodes.map(({ id, kind }) => [id, kind.toUpperCase()]));
  const parts = links.filter(
    (link) =>
      link.type === 'PARTY_TO' &&
      !link['retractedAt'] &&
      (link['confidence'] as number) >= minConfidence &&
      (link['independentSourceCount'] as number) >= minSources &&
      (!kinds || kinds.includes(kindOf.get(link.from)!)),
  );
  const actors = [...new Set(parts.map(({ from }) => from))].toSorted();
  const shared = (a: string, b: string) =>
    [...new Set(parts.filter(({ from }) => from === a).map(({ to }) => to))]
      .filter((to) => parts.some((one) => one.from === b && one.to === to))
      .toSorted();
  return actors
    .flatMap((a, i) => actors.slice(i + 1).map((b) => ({ source: a, target: b, commitments: shared(a, b) })))
    .filter(({ commitments }) => commitments.length > 0)
    .toSorted((a, b) => b.commitments.length - a.commitments.length || (`${a.source} ${a.target}` < `${b.source} ${b.target}` ? -1 : 1));
}

interface Answer {
  readonly paths: {
    readonly truncated: boolean;
    readonly paths: {
      length: number;
      confidence: number;
      nodes: { id: string }[];
      hops: { from: { id: string }; to: { id: string }; link: { id: string } }[];
    }[];
  };
  readonly commonPartners: {
    readonly partners: { node: { id: string }; sharedCount: number; sharedWith: { id: string }[]; links: { id: string }[] }[];
  };
  readonly partnerNetwork: {
    readonly nodes: { id: string }[];
    readonly edges: { source: { id: string }; target: { id: string }; weight: number; commitments: { id: string }[] }[];
  };
  readonly path: { readonly paths: { hops: { link: { id: string } }[] }[] };
  readonly neighborhood: { readonly truncated: boolean; readonly nodes: { id: string }[]; readonly links: { id: string }[] };
}

test('paths and surroundings are those of a plain search', async () => {
  let [found, cut] = [0, 0];
  for (let seed = 1; seed <= GRAPHS; seed++) {
    const graph = graphOf(seed);
    const engine = await openWith(graph);
    const random = createRandom(seed);
    for (let i = 0; i < QUESTIONS; i++) {
      const question = questionOf(graph, random);
      const { data, errors } = await run(engine, QUERY, { ...question, both: [question.from, question.to] }, i % 2 ? 'levels' : 'single');
      expect(errors, `seed ${seed}`).toBeUndefined();
      const { paths, path, neighborhood } = data as unknown as Answer;
      const want = allPaths(graph, question);
      const got = paths.paths.map(({ length, confidence, hops }) => ({
        length,
        confidence: Number(confidence.toFixed(12)),
        links: hops.map(({ link }) => link.id),
      }));
      expect(got, `seed ${seed} ${JSON.stringify(question)}`).toEqual(
        want.map((one) => ({ ...one, confidence: Number(one.confidence.toFixed(12)) })),
      );
      for (const { nodes, hops } of paths.paths)
        expect(nodes.map(({ id }) => id)).toEqual([hops[0]!.from.id, ...hops.map(({ to }) => to.id)]);
      expect(path.paths.map(({ hops }) => hops.map(({ link }) => link.id))).toEqual(want.slice(0, 1).map(({ links }) => links));
      const around = { ...neighborhood, nodes: neighborhood.nodes.map(({ id }) => id), links: neighborhood.links.map(({ id }) => id) };
      expect(around, `seed ${seed} ${JSON.stringify(question)}`).toEqual(surroundings(graph, question));
      const common = (data as unknown as Answer).commonPartners.partners;
      const commonIds = common.map(({ node, sharedWith, links }) => ({
        id: node.id,
        sharedWith: sharedWith.map(({ id }) => id),
        links: links.map(({ id }) => id).toSorted(),
      }));
      expect(commonIds, `seed ${seed} ${JSON.stringify(question)}`).toEqual(commonOf(graph, question));
      const { nodes, edges } = (data as unknown as Answer).partnerNetwork;
      const network = edges.map(({ source, target, commitments }) => ({
        source: source.id,
        target: target.id,
        commitments: commitments.map(({ id }) => id),
      }));
      expect(network, `seed ${seed} ${JSON.stringify(question)}`).toEqual(sharedIn(graph, question));
      expect(nodes.map(({ id }) => id)).toEqual([...new Set(network.flatMap(({ source, target }) => [source, target]))].toSorted());
      found += want.length;
      cut += neighborhood.truncated ? 1 : 0;
    }
    await engine.close();
  }
  expect(
    [found, cut].every((count) => count > GRAPHS / 4),
    `${found} paths, ${cut} cut`,
  ).toBe(true);
});

describe('a budget', () => {
  /** A hub with many leaves, each tied to the next hub. */
  const expand =
    (width: number): Expand =>
    async (ids, _way, most, skip) => {
      const linksOf = (id: string): string[] => {
        const [kind, level] = id.split(' ') as [string, string];
        const at = Number(level);
        if (kind === 'hub')
          return Array.from({ length: width }, (_, i) => [`leaf ${at} ${i}`, ...(at > 0 ? [`leaf ${at - 1} ${i}`] : [])]).flat();
        return [`hub ${at}`, `hub ${at + 1}`];
      };
      const endsOf = (id: string): Ends => {
        const others = linksOf(id).slice(skip, skip + most);
        return [others.map((other) => [id, other].sort().join('-')), others, others.map(() => 1)];
      };
      return new Map(ids.map((id) => [id, endsOf(id)]));
    };
  const explore = (budget: Partial<Budget>, width = 50) =>
    new Explorer(expand(width), false, { links: 1e6, nodes: 1e6, milliseconds: 60_000, ...budget });
  const far = { from: 'hub 0', to: 'hub 4', maxHops: 8, limit: 3 };

  test('that suffices changes nothing', async () => {
    const explorer = explore({});
    expect(await findPaths(explorer, far)).toHaveLength(3);
    expect(explorer.reason).toBeUndefined();
  });

  test.each([
    [{ links: 120 }, 'It read 120 links.'],
    [{ nodes: 60 }, 'It met 60 entities.'],
    [{ milliseconds: 0 }, 'It took 0 milliseconds.'],
  ])('%j ends the search, and says so', async (budget, reason) => {
    const explorer = explore(budget);
    expect(await findPaths(explorer, far)).toEqual([]);
    expect(explorer.reason).toBe(reason);
    const around = await findNeighborhood(explore(budget), { of: ['hub 0'], depth: 4, limit: 1000 });
    expect(around.reason).toBe(reason);
  });

  test('entities that are read together round by round have each link once', async () => {
    const [size, reach] = [600, 60];
    const id = (i: number): string => `e${(i + size) % size}`;
    const around = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach).filter((step) => step !== 0);
    const ring: Expand = async (ids, _way, most, skip) =>
      new Map(
        ids.map((one) => {
          const others = around.map((step) => id(Number(one.slice(1)) + step)).slice(skip, skip + most);
          return [one, [others.map((other) => [one, other].sort().join('-')), others, others.map(() => 1)]];
        }),
      );
    for (const isOneWay of [false, true]) {
      const explorer = new Explorer(ring, isOneWay, { links: 1e6, nodes: 1e6, milliseconds: 60_000 });
      const all = Array.from({ length: size }, (_, i) => explorer.known.numberOf(id(i)));
      await explorer.read(all);
      for (const at of all) expect([explorer.known.count(at), explorer.known.linksOf(at, 'on').size]).toEqual([2 * reach, 2 * reach]);
    }
  });

  test('a very wide graph ends in time', async () => {
    const explorer = explore({ links: 30_000 }, 20_000);
    await findPaths(explorer, far);
    expect(explorer.reason).toBe('It read 30000 links.');
  });
});

describe('the seed', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openSeeded();
  });
  afterAll(() => engine.close());

  test('the path the project is named for, with its evidence', async () => {
    const { data, errors } = await run(
      engine,
      `{ paths(from: "organization:microsoft", to: "agency:digital-crime-unit", maxHops: 2, types: [PARTNERS_WITH, UNIT_OF]) { truncated reason
         paths { length confidence nodes { name } weakestHop { link { type contested confidence } } hops { direction link { type claims { nodes { evidence { edges { quote } } } } } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      paths: {
        truncated: false,
        reason: null,
        paths: [
          {
            length: 1,
            confidence: 0.9,
            nodes: [{ name: 'Microsoft' }, { name: 'Digital Crime Unit' }],
            weakestHop: { link: { type: 'UNIT_OF', contested: true, confidence: 0.9 } },
            hops: [
              {
                direction: 'IN',
                link: { type: 'UNIT_OF', claims: { nodes: [{ evidence: { edges: [{ quote: 'its Digital Crime Unit' }] } }] } },
              },
            ],
          },
          {
            length: 2,
            confidence: 0.38,
            nodes: [{ name: 'Microsoft' }, { name: 'National Police Agency' }, { name: 'Digital Crime Unit' }],
            weakestHop: { link: { type: 'UNIT_OF', contested: true, confidence: 0.4 } },
            hops: [
              {
                direction: 'BOTH',
                link: {
                  type: 'PARTNERS_WITH',
                  claims: {
                    nodes: [
                      { evidence: { edges: [{ quote: 'work with the National Police Agency' }] } },
                      { evidence: { edges: [{ quote: 'disrupt cybercrime' }] } },
                    ],
                  },
                },
              },
              {
                direction: 'IN',
                link: {
                  type: 'UNIT_OF',
                  claims: { nodes: [{ evidence: { edges: [{ quote: 'National Police Agency through its Digital Crime Unit' }] } }] },
                },
              },
            ],
          },
        ],
      },
    });
  });

  test('who shares commitments with whom, with what these promise', async () => {
    const { data } = await run(
      engine,
      '{ partnerNetwork(minShared: 2, kinds: [ORGANIZATION]) { truncated reason edges { basis weight source { name } target { name } amounts { currency minimum maximum } commitments { name } } } trained: partnerNetwork(types: [TRAINING], limit: 2) { truncated reason nodes { name } } }',
    );
    expect(data).toEqual({
      partnerNetwork: {
        truncated: false,
        reason: null,
        edges: [
          {
            basis: 'DERIVED',
            weight: 2,
            source: { name: 'Research institutions in Japan' },
            target: { name: 'Microsoft' },
            amounts: [{ currency: 'USD', minimum: '1000000', maximum: '1000000' }],
            commitments: [
              { name: 'Fellowship program for research institutions in Japan' },
              { name: 'Research grant program of $1 million in Japan' },
            ],
          },
          {
            basis: 'DERIVED',
            weight: 2,
            source: { name: 'Microsoft' },
            target: { name: 'SoftBank Corp.' },
            amounts: [],
            commitments: [
              { name: 'GPU computing from domestic providers through Azure' },
              { name: 'One million engineers and developers trained in Japan' },
            ],
          },
        ],
      },
      trained: {
        truncated: true,
        reason: 'There are more than 2 pairs.',
        nodes: [{ name: 'Fujitsu' }, { name: 'Hitachi' }, { name: 'Microsoft' }],
      },
    });
  });

  test('what nobody knew yet is on no path', async () => {
    const { errors } = await run(
      engine,
      '{ path(from: "organization:microsoft", to: "agency:digital-crime-unit", asOf: {knownAt: "2026-01-01T00:00:00Z"}) { truncated } }',
    );
    expect(errors).toMatchObject([
      { message: 'Query.path(from:) names no entity: "organization:microsoft".', extensions: { code: 'NOT_FOUND' } },
    ]);
  });

  test.each([
    [
      'path(from: "organization:x", to: "organization:nec") { truncated }',
      'NOT_FOUND',
      'Query.path(from:) names no entity: "organization:x".',
    ],
    ['path(from: "organization:nec", to: "source:seed-microsoft-japan-10b") { truncated }', 'NOT_FOUND', 'Query.path(to:) names no entity'],
    ['path(from: "organization:nec", to: "organization:nec") { truncated }', 'BAD_USER_INPUT', 'Query.path(to:) is where it begins'],
    [
      'paths(from: "organization:nec", to: "organization:x", maxHops: 9) { truncated }',
      'BAD_USER_INPUT',
      'Query.paths(maxHops:) is from 1 to 8, not 9.',
    ],
    [
      'paths(from: "organization:nec", to: "organization:x", limit: 0) { truncated }',
      'BAD_USER_INPUT',
      'Query.paths(limit:) is from 1 to 100, not 0.',
    ],
    [
      'path(from: "organization:nec", to: "organization:x", types: []) { truncated }',
      'BAD_USER_INPUT',
      'Query.path(types:) is an empty list.',
    ],
    [
      'path(from: "organization:nec", to: "organization:x", types: [ABOUT]) { truncated }',
      'BAD_USER_INPUT',
      'Query.path(types:) names ABOUT, which is evidence and never walked.',
    ],
    ['neighborhood(of: []) { truncated }', 'BAD_USER_INPUT', 'Query.neighborhood(of:) is an empty list.'],
    ['neighborhood(of: ["organization:x"]) { truncated }', 'NOT_FOUND', 'Query.neighborhood(of:) names no entity'],
    [
      'neighborhood(of: ["organization:nec"], depth: 5) { truncated }',
      'BAD_USER_INPUT',
      'Query.neighborhood(depth:) is from 0 to 4, not 5.',
    ],
    [
      'commonPartners(of: ["organization:nec", "organization:nec"]) { truncated }',
      'BAD_USER_INPUT',
      'Query.commonPartners(of:) names from 2 to 100 entities, not 1.',
    ],
    ['commonPartners(of: ["organization:nec", "organization:x"]) { truncated }', 'NOT_FOUND', 'Query.commonPartners(of:) names no entity'],
    [
      'commonPartners(of: ["organization:nec", "organization:x"], minShared: 3) { truncated }',
      'BAD_USER_INPUT',
      'Query.commonPartners(minShared:) is from 1 to 2, not 3.',
    ],
    ['partnerNetwork(types: []) { truncated }', 'BAD_USER_INPUT', 'Query.partnerNetwork(types:) is an empty list.'],
    ['partnerNetwork(limit: 0) { truncated }', 'BAD_USER_INPUT', 'Query.partnerNetwork(limit:) is from 1 to 2000, not 0.'],
    [
      'neighborhood(of: ["organization:nec"], limit: 2001) { truncated }',
      'BAD_USER_INPUT',
      'Query.neighborhood(limit:) is from 1 to 2000, not 2001.',
    ],
  ])('%s is refused', async (query, code, message) => {
    const { errors } = await run(engine, `{ ${query} }`);
    expect(errors).toMatchObject([{ message: expect.stringContaining(message), extensions: { code } }]);
  });
});
