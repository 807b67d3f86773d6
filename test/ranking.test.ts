/** Measures of the whole graph, against plain sums, and how long they are kept. */
import { expect, test } from 'vitest';
import { linkTypes } from '../model/links.ts';
import type { Engine } from '../src/engine/engine.ts';
import { loadSeeds } from './support/load.ts';
import { createRandom } from './support/random.ts';
import { type PlainGraph, type PlainLink, randomGraph } from './support/random-graph.ts';
import { run } from './support/run.ts';
import { seedFrom } from './support/seed-text.ts';
import { openEmpty, openWith } from './support/store.ts';

/** A graph of links that differ in confidence. */
function graphOf(seed: number): PlainGraph {
  const { nodes, links } = randomGraph(seed, 60);
  const random = createRandom(seed);
  const standing = nodes.filter(({ retractedAt }) => !retractedAt);
  const ids = new Set(standing.map(({ id }) => id));
  const joined = links.filter(({ from, to }) => ids.has(from) && ids.has(to)); // no load leaves a link without its ends
  return { nodes: standing, links: joined.map((link) => ({ ...link, confidence: random.pick([0.25, 0.5, 1]) }) as PlainLink) };
}

const partnerLinks = ({ links }: PlainGraph): PlainLink[] =>
  links.filter(({ type, retractedAt }) => !retractedAt && !linkTypes.get(type)!.evidence);
const weightOf = (link: PlainLink): number => link['confidence'] as number;

/** PageRank by repeated walks, over links read both ways. */
function pageRank(links: readonly PlainLink[]): Map<string, number> {
  const ids = [...new Set(links.flatMap(({ from, to }) => [from, to]))];
  const out = new Map(
    ids.map((id) => [id, links.filter(({ from, to }) => from === id || to === id).reduce((sum, link) => sum + weightOf(link), 0)]),
  );
  let scores = new Map(ids.map((id) => [id, 1 / ids.length]));
  for (let round = 0; round < 300; round++) {
    const next = new Map(ids.map((id) => [id, 0.15 / ids.length]));
    for (const link of links)
      for (const [a, b] of [
        [link.from, link.to],
        [link.to, link.from],
      ] as const)
        next.set(b, next.get(b)! + (0.85 * scores.get(a)! * weightOf(link)) / out.get(a)!);
    scores = next;
  }
  return scores;
}

/** Newman and Girvan's modularity of a partition. */
function modularity(links: readonly PlainLink[], communities: readonly (readonly string[])[]): number {
  const all = links.reduce((sum, link) => sum + weightOf(link), 0);
  return communities.reduce((sum, members) => {
    const inside = links
      .filter(({ from, to }) => members.includes(from) && members.includes(to))
      .reduce((total, link) => total + weightOf(link), 0);
    const ends = links.reduce(
      (total, link) => total + weightOf(link) * [link.from, link.to].filter((id) => members.includes(id)).length,
      0,
    );
    return sum + inside / all - (ends / (2 * all)) ** 2;
  }, 0);
}

interface Answer {
  readonly degree: { rank: number; score: number; node: { id: string } }[];
  readonly pagerank: {
    score: number;
    node: { id: string };
    parameters: { entities: number; links: number; truncated: boolean; damping: number };
  }[];
  readonly communities: { size: number; members: { id: string }[]; parameters: { modularity: number } }[];
}
const QUERY = `{ degree: ranking(by: DEGREE, limit: 100) { rank score node { id } } pagerank: ranking(by: PAGERANK, limit: 100) { score node { id } parameters { entities links truncated damping } }
  communities(limit: 100) { size members(limit: 100) { id } parameters { modularity } } }`;

test('ranks and communities are those of plain sums', async () => {
  for (const seed of [1, 2, 3]) {
    const graph = graphOf(seed);
    const links = partnerLinks(graph);
    const engine = await openWith(graph);
    const { data, errors } = await run(engine, QUERY);
    expect(errors).toBeUndefined();
    const { degree, pagerank, communities } = data as unknown as Answer;
    const degreeOf = (id: string) => links.filter(({ from }) => from === id).length + links.filter(({ to }) => to === id).length;
    const ids = [...new Set(links.flatMap(({ from, to }) => [from, to]))];
    expect(degree.map(({ node, score }) => [node.id, score])).toEqual(
      ids.map((id) => [id, degreeOf(id)] as const).toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
    );
    expect(degree.map(({ rank }) => rank)).toEqual(ids.map((_, i) => i + 1));
    const scores = pageRank(links);
    for (const { node, score } of pagerank) expect(score, `${seed} ${node.id}`).toBeCloseTo(scores.get(node.id)!, 4);
    expect(pagerank[0]!.parameters).toEqual({ entities: ids.length, links: links.length, truncated: false, damping: 0.85 });
    const members = communities.map((one) => one.members.map(({ id }) => id));
    expect(members.flat().toSorted()).toEqual(ids.toSorted());
    expect(communities.map(({ size }) => size)).toEqual(members.map(({ length }) => length));
    expect(modularity(links, members)).toBeCloseTo(communities[0]!.parameters.modularity, 6);
    expect(communities[0]!.parameters.modularity).toBeGreaterThan(modularity(links, [ids]));
    await engine.close();
  }
});

test('links that nobody is sure of weigh nothing', async () => {
  const engine = await openEmpty();
  const doubtful = seedFrom({
    source: { id: 'source:s', title: 's', retrievedOn: '2026-05-01' },
    entities: ['a', 'b', 'c'].map((id) => ({ id: `organization:${id}`, name: id })),
    claims: { no: { statement: 'S.', quote: 'q', confidence: 0 } },
    links: ['b', 'c'].map((to) => ({
      type: 'PARTNERS_WITH',
      from: 'organization:a',
      to: `organization:${to}`,
      purpose: 'x',
      claims: ['no'],
    })),
  });
  await loadSeeds(engine, [doubtful]);
  const { data, errors } = await run(engine, '{ ranking(by: PAGERANK) { score } communities { size parameters { modularity } } }');
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    ranking: [{ score: 1 / 3 }, { score: 1 / 3 }, { score: 1 / 3 }],
    communities: Array.from({ length: 3 }, () => ({ size: 1, parameters: { modularity: null } })),
  });
  await engine.close();
});

const loaded = (others: readonly string[]) =>
  seedFrom({
    source: { id: 'source:s', title: 's', retrievedOn: '2026-05-01' },
    entities: ['a', 'b', 'c'].map((id) => ({ id: `organization:${id}`, name: id })),
    claims: { said: { statement: 'S.', quote: 'q' } },
    links: others.map((to) => ({
      type: 'PARTNERS_WITH',
      from: 'organization:a',
      to: `organization:${to}`,
      purpose: 'x',
      claims: ['said'],
    })),
  });

test('a measure is kept until the graph changes; of nothing there is none', async () => {
  const empty = await openEmpty();
  let reads = 0;
  const engine: Engine = {
    ...empty,
    read: (...given) => {
      reads++;
      return empty.read(...given);
    },
  };
  const statements = async (query: string): Promise<[unknown, number]> => {
    const before = reads;
    const { data } = await run(engine, query);
    return [data, reads - before];
  };
  const query = '{ ranking(by: DEGREE) { score node { name } } }';
  expect((await statements(query))[0]).toEqual({ ranking: [] });
  expect((await statements('{ communities { size } pagerank: ranking(by: PAGERANK) { score } }'))[0]).toEqual({
    communities: [],
    pagerank: [],
  });
  await loadSeeds(engine, [loaded(['b'])]);
  const one = {
    ranking: [
      { score: 1, node: { name: 'a' } },
      { score: 1, node: { name: 'b' } },
    ],
  };
  const [first, many] = await statements(query);
  expect(first).toEqual(one);
  expect(await statements(query)).toEqual([one, many - 1]);
  await loadSeeds(engine, [loaded(['b', 'c'])]);
  expect((await statements(query))[0]).toMatchObject({ ranking: [{ score: 2, node: { name: 'a' } }, { score: 1 }, { score: 1 }] });
  expect((await statements(query.replace('DEGREE', 'DEGREE, asOf: {knownAt: "2026-01-01T00:00:00Z"}')))[0]).toEqual({ ranking: [] });
  await engine.close();
});

test.each([
  ['ranking(by: DEGREE, limit: 0) { score }', 'Query.ranking(limit:) is from 1 to 100, not 0.'],
  ['communities(limit: 101) { size }', 'Query.communities(limit:) is from 1 to 100, not 101.'],
])('%s is refused', async (query, message) => {
  const engine: Engine = await openEmpty();
  const { errors } = await run(engine, `{ ${query} }`);
  expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  await engine.close();
});
