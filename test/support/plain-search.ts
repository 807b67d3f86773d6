/** Paths, surroundings and what is shared, by plain searches over plain data. */
import { linkTypes } from '../../model/links.ts';
import type { PlainGraph, PlainLink, PlainNode } from './random-graph.ts';

export interface Question {
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

export const walked = [...linkTypes.values()].filter(({ evidence }) => !evidence).map(({ name }) => name);

/** Whether a link stands, and is as sure as a question wants it. */
const isSure = (link: PlainLink, { minConfidence = 0, minSources = 0 }: Question): boolean =>
  !link['retractedAt'] && (link['confidence'] as number) >= minConfidence && (link['independentSourceCount'] as number) >= minSources;

const kindsOf = (nodes: readonly PlainNode[]) => new Map(nodes.map(({ id, kind }) => [id, kind.toUpperCase()]));

type Hops = (id: string) => { readonly link: PlainLink; readonly other: string }[];

/** The links of a node that a question allows to follow from it; what it names may be of any kind. */
function hopsFrom({ nodes, links }: PlainGraph, question: Question, named: readonly string[]): Hops {
  const kindOf = kindsOf(nodes);
  const { types = walked, kinds, directions = [] } = question;
  const allowed = links.filter((link) => walked.includes(link.type) && types.includes(link.type) && isSure(link, question));
  return (id) =>
    allowed
      .filter(({ from, to }) => from === id || to === id)
      .filter(({ type, from }) =>
        directions.every((one) => one.type !== type || linkTypes.get(type)!.symmetric || (one.direction === 'OUT') === (from === id)),
      )
      .map((link) => ({ link, other: link.from === id ? link.to : link.from }))
      .filter(({ other }) => !kinds || named.includes(other) || kinds.includes(kindOf.get(other)!));
}

function simplePaths({ from, to, maxHops }: Question, hops: Hops): PlainLink[][] {
  const found: PlainLink[][] = [];
  const walk = (at: string, met: readonly string[], path: readonly PlainLink[]): void => {
    if (at === to) return void found.push([...path]);
    if (path.length === maxHops) return;
    for (const { link, other } of hops(at)) if (!met.includes(other)) walk(other, [...met, other], [...path, link]);
  };
  walk(from, [from], []);
  return found;
}

/** Every simple path, in the order that is promised. */
export function allPaths(graph: PlainGraph, question: Question) {
  const { from, to, limit } = question;
  const sure = (path: readonly PlainLink[]) => path.reduce((product, link) => product * (link['confidence'] as number), 1);
  const key = (path: readonly PlainLink[]) => path.map(({ id }) => id);
  const compareKeys = (a: string[], b: string[]) => a.reduce((result, one, i) => result || (one < b[i]! ? -1 : one > b[i]! ? 1 : 0), 0);
  return simplePaths(question, hopsFrom(graph, question, [from, to]))
    .toSorted((a, b) => a.length - b.length || Math.round((sure(b) - sure(a)) * 1e12) || compareKeys(key(a), key(b)))
    .slice(0, limit)
    .map((path) => ({ length: path.length, confidence: sure(path), links: key(path) }));
}

const linksBetween = (some: readonly string[], others: readonly string[], hops: Hops): Set<string> =>
  new Set(
    some.flatMap((id) =>
      hops(id)
        .filter(({ other }) => others.includes(other))
        .map(({ link }) => link.id),
    ),
  );

/** What is near both ends of a question; where a level is cut, those with the most links to what is nearer are kept. */
export function surroundings(graph: PlainGraph, question: Question) {
  const { from, to, depth, size } = question;
  const hops = hopsFrom(graph, question, [from, to]);
  const kept = [from, to];
  let [frontier, isCut] = [kept as readonly string[], false];
  for (let level = 1; level <= depth && !isCut; level++) {
    const met = [...new Set(frontier.flatMap((id) => hops(id).map(({ other }) => other)))].filter((id) => !kept.includes(id));
    const ties = new Map(met.map((id) => [id, linksBetween(kept, [id], hops).size]));
    const room = size - kept.length;
    isCut = met.length > room;
    frontier = isCut ? met.toSorted((a, b) => ties.get(b)! - ties.get(a)! || (a < b ? -1 : 1)).slice(0, room) : met.toSorted();
    kept.push(...frontier);
  }
  return { nodes: kept, links: [...linksBetween(kept, kept, hops)].toSorted(), truncated: isCut };
}

/** Who both ends of a question are linked to. */
export function commonOf(graph: PlainGraph, question: Question) {
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
export function sharedIn({ nodes, links }: PlainGraph, question: Question) {
  const kindOf = kindsOf(nodes);
  const isActor = (id: string) => !question.kinds || question.kinds.includes(kindOf.get(id)!);
  const parts = links.filter((link) => link.type === 'PARTY_TO' && isSure(link, question) && isActor(link.from));
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
