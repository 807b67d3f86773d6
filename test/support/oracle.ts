/** An independent answer: the printed schema over plain data in memory; no planner, no Cypher, no resolver of ours. */
import { buildSchema, defaultFieldResolver, execute, type GraphQLFieldResolver, parse, printSchema } from 'graphql';
import { schema } from '../../schema/index.ts';
import { kinds, linkTypes } from '../../schema/model.ts';
import { type Along, compareTerms, compareText, fits, type Pair, termsOf } from './predicate.ts';
import type { PlainGraph, PlainLink, PlainNode } from './random-graph.ts';

interface Args {
  readonly first?: number;
  readonly last?: number;
  readonly where?: Record<string, unknown>;
  readonly orderBy?: readonly Record<string, unknown>[];
  readonly kinds?: readonly string[];
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly by?: { readonly id?: string };
}

const plainSchema = buildSchema(printSchema(schema));
const oneOf = new Map([...kinds.values()].map((kind) => [kind.one, kind]));
const manyOf = new Map([...kinds.values()].map((kind) => [kind.many, kind]));

/** How the graph is read: links by field, as the model declares them. */
function reader({ nodes, links }: PlainGraph) {
  const byId = new Map(nodes.filter((node) => !node.retractedAt).map((node) => [node.id, node]));
  const anyById = new Map(nodes.map((node) => [node.id, node]));
  const live = links.filter((link) => !link['retractedAt']);
  const along = (field: string, node: PlainNode): Pair[] | undefined => {
    const found: Pair[] = [];
    let isLink = false;
    for (const { name, from, to, out, in: back, inOne, symmetric } of linkTypes.values()) {
      const kind = kinds.get(node.kind)!;
      const [leads, comes] = [
        field === out && from.has(kind),
        (field === back || field === inOne || (symmetric && field === out)) && to.has(kind),
      ];
      isLink ||= leads || comes;
      const ofType = live.filter(({ type }) => type === name);
      if (leads) found.push(...ofType.filter((link) => link.from === node.id).map((link) => ({ link, node: anyById.get(link.to)! })));
      if (comes) found.push(...ofType.filter((link) => link.to === node.id).map((link) => ({ link, node: anyById.get(link.from)! })));
    }
    return isLink ? found : undefined;
  };
  const sourcesOf = (node: PlainNode): Pair[] => {
    const claims = live.filter(({ type, to }) => type === 'ABOUT' && to === node.id).map(({ from }) => from);
    const sources = new Set(live.filter(({ type, from }) => type === 'SUPPORTED_BY' && claims.includes(from)).map(({ to }) => to));
    return [...sources].flatMap((id) => (byId.has(id) ? [{ link: undefined, node: byId.get(id)! }] : []));
  };
  const claimsOf = (link: PlainLink): Pair[] =>
    link.claimIds.flatMap((id) => (byId.has(id) ? [{ link: undefined, node: byId.get(id)! }] : []));
  const all = (kind: string): Pair[] => [...byId.values()].filter((node) => node.kind === kind).map((node) => ({ link: undefined, node }));
  const countOf = ({ id }: PlainNode, type: string, links: string): number =>
    live.filter((link) => link.type === type && ((links !== 'IN' && link.from === id) || (links !== 'OUT' && link.to === id))).length;
  return { byId, along, sourcesOf, claimsOf, all, countOf };
}

const orderOf = ({ kind }: PlainNode): string => kinds.get(kind)!.order;
/** What a list depends on beside its rows. */
interface World {
  readonly along: Along;
  readonly countOf: (node: PlainNode, type: string, links: string) => number;
}

function connection(
  pairs: readonly Pair[],
  { first, last, kinds: chosen, where, orderBy }: Args,
  linked: boolean,
  { along, countOf }: World,
) {
  const size = first ?? last ?? 20;
  const keysOf = (pair: Pair) => [
    ...(orderBy?.length
      ? orderBy.flatMap((item) => termsOf(item, linked ? pair : { ...pair, link: undefined }, countOf))
      : [ascending(pair.node[orderOf(pair.node)])]),
    ascending(pair.node.id),
    ...(linked ? [ascending(pair.link!.id)] : []),
  ];
  const sorted = pairs
    .filter(({ node }) => !chosen || chosen.includes(node.kind.toUpperCase()))
    .filter((pair) => fits(where, pair, along))
    .map((pair) => ({ pair, keys: keysOf(pair) }))
    .toSorted((a, b) =>
      a.keys.reduce((result, { value, isDescending }, i) => result || compareTerms(value, b.keys[i]!.value, isDescending), 0),
    );
  const page = last == null ? sorted.slice(0, size) : sorted.slice(Math.max(0, sorted.length - size));
  const edges = page.map(({ pair, keys }) => ({
    ...pair.link,
    __typename: undefined,
    cursor: JSON.stringify(keys.map(({ value }) => value)),
    node: pair.node,
    linkId: pair.link?.id,
    pair,
  }));
  return {
    totalCount: sorted.length,
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: last == null && sorted.length > size,
      hasPreviousPage: last != null && sorted.length > size,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
const ascending = (value: unknown) => ({ value: value as string, isDescending: false });

/** Answers queries over a plain graph. Cursors are the plain sort values. */
export function createOracle(graph: PlainGraph) {
  const { byId, along, sourcesOf, claimsOf, all, countOf } = reader(graph);
  const world = { along, countOf };
  const root = (field: string, args: Args): unknown => {
    const kind = oneOf.get(field);
    if (kind) return byId.get(args.id!)?.kind === kind.name ? byId.get(args.id!) : null;
    if (manyOf.has(field)) return connection(all(manyOf.get(field)!.name), args, false, world);
    if (field === 'node') return byId.get(args.id!) ?? null;
    if (field === 'nodes') return args.ids!.map((id) => byId.get(id) ?? null);
    if (field === 'entity') return kinds.get(byId.get(args.by!.id!)?.kind ?? '')?.isEntity ? byId.get(args.by!.id!) : null;
    throw new Error(`The oracle knows no root field ${field}.`);
  };
  const resolve: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
    const { fieldName, parentType } = info;
    if (parentType.name === 'Query') return root(fieldName, args as Args);
    const { pair } = source as { pair?: Pair };
    if (pair && fieldName === 'claims') return connection(claimsOf(pair.link!), args as Args, false, world);
    const node = source as PlainNode;
    if (!kinds.has(parentType.name)) return defaultFieldResolver(source, args, context, info);
    if (fieldName === 'sources') return connection(sourcesOf(node), args as Args, false, world);
    const pairs = along(fieldName, node);
    if (pairs && fieldName === 'commitment')
      return (
        pairs.toSorted((a, b) => compareText(a.node['name'] as string, b.node['name'] as string) || compareText(a.node.id, b.node.id))[0]
          ?.node ?? null
      );
    if (pairs) return connection(pairs, args as Args, true, world);
    return node[fieldName] ?? (/^\[/.test(String(info.returnType)) ? [] : null);
  };
  return async (query: string, variableValues: Record<string, unknown>) => {
    const result = await execute({
      schema: plainSchema,
      document: parse(query),
      variableValues,
      fieldResolver: resolve,
      typeResolver: (value) => (value as { kind?: string; __typename?: string }).__typename ?? (value as PlainNode).kind,
    });
    return JSON.parse(JSON.stringify(result)) as { data: Record<string, unknown> | null; errors?: { message: string }[] };
  };
}
