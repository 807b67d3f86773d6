/** What is measured of a graph as a whole: PageRank, degrees, communities (Louvain); pure, and run in a worker. */
import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import pagerankModule from 'graphology-metrics/centrality/pagerank.js';

// These are CommonJS: what Node imports is what their types call the default.
const louvain = louvainModule as unknown as typeof louvainModule.default;
const pagerank = pagerankModule as unknown as typeof pagerankModule.default;

/** A graph as numbers: the ends of each link by their places among the nodes, and how sure it is. */
export interface Projection {
  readonly nodes: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weights: Float64Array;
}
export type Metric = 'DEGREE' | 'PAGERANK' | 'COMMUNITIES';
export interface Measured {
  /** A number for each node: its score, or the number of its community. */
  readonly values: Float64Array;
  /** How the measure was taken. */
  readonly parameters: Readonly<Record<string, number>>;
}

/** Brin and Page's damping factor, how near two rounds have to come, and how many there may be. */
const PAGERANK = { damping: 0.85, tolerance: 1e-6, maxIterations: 500 } as const;
/** Resolution of the modularity (Newman and Girvan); where the random walk of Louvain starts. */
const LOUVAIN = { resolution: 1, seed: 1 } as const;

export const MEASURES: Readonly<Record<Metric, (projection: Projection) => Measured>> = {
  DEGREE: ({ nodes, from, to }) => {
    const values = new Float64Array(nodes);
    for (const ends of [from, to]) for (const node of ends) values[node]! += 1;
    return { values, parameters: {} };
  },
  PAGERANK: (projection) => {
    const { damping: alpha, tolerance, maxIterations } = PAGERANK;
    const graph = graphOf(projection);
    if (graph.size === 0) return { values: new Float64Array(projection.nodes).fill(1 / projection.nodes), parameters: PAGERANK };
    const scores = pagerank(graph, { alpha, tolerance, maxIterations, getEdgeWeight: 'weight' });
    return { values: valuesOf(projection, scores), parameters: PAGERANK };
  },
  COMMUNITIES: (projection) => {
    const { resolution, seed } = LOUVAIN;
    const graph = graphOf(projection);
    // Without links that weigh anything each is a community of its own.
    if (graph.size === 0) return { values: Float64Array.from({ length: projection.nodes }, (_, i) => i), parameters: LOUVAIN };
    const { communities, modularity } = louvain.detailed(graph, {
      resolution,
      rng: randomFrom(seed),
      getEdgeWeight: 'weight',
    });
    return { values: valuesOf(projection, communities), parameters: { resolution, seed, modularity } };
  },
};

const valuesOf = ({ nodes }: Projection, scores: Readonly<Record<string, number>>): Float64Array =>
  Float64Array.from({ length: nodes }, (_, i) => scores[i] ?? 0);

/** Links are read both ways, and those between the same two nodes are one, as sure as they are together. */
function graphOf({ nodes, from, to, weights }: Projection): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (let i = 0; i < nodes; i++) graph.addNode(String(i));
  for (let i = 0; i < from.length; i++)
    if (from[i] !== to[i] && weights[i]! > 0)
      graph.updateUndirectedEdge(String(from[i]), String(to[i]), ({ weight = 0 }) => ({ weight: weight + weights[i]! }));
  return graph;
}

/** Mulberry32: the same numbers for the same seed, so that an answer can be had again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
