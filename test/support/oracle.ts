/** An independent answer: the printed schema over plain data in memory; no planner, no Cypher, no resolver of ours. */
import {
  buildSchema,
  defaultFieldResolver,
  execute,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  parse,
  printSchema,
} from 'graphql';
import { orderOfDecimal } from '../../model/decimal.ts';
import { kinds } from '../../model/kinds.ts';
import { linkTypes } from '../../model/links.ts';
import { schema } from '../../schema/index.ts';
import { completenessOf, deliveryOf, isOnTrackOn, isOverdueOn, latestOf, progressOf } from './delivery.ts';
import { putTogether } from './exact.ts';
import { type Along, compareTerms, compareText, fits, type Pair, type Term, termsOf, textTerms, type World } from './predicate.ts';
import type { PlainGraph, PlainLink, PlainNode } from './random-graph.ts';

interface Args {
  readonly first?: number;
  readonly last?: number;
  readonly where?: Record<string, unknown>;
  readonly orderBy?: readonly Record<string, unknown>[];
  readonly kinds?: readonly string[];
  readonly types?: readonly string[];
  readonly direction?: string;
  readonly distinct?: boolean;
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
  /** Links of any type but evidence, whichever end the node is. */
  const anyLinks = ({ id }: PlainNode): Pair[] =>
    live
      .filter(({ type, from, to }) => !linkTypes.get(type)!.evidence && (from === id || to === id))
      .map((link) => ({ link, node: anyById.get(link.from === id ? link.to : link.from)! }));
  /** What is derived of claims is in no plain graph. */
  const alongAll: Along = (field, node) => (field === 'links' ? anyLinks(node) : field === 'values' ? [] : along(field, node));
  const sourcesOf = (node: PlainNode): Pair[] => {
    const claims = live.filter(({ type, to }) => type === 'ABOUT' && to === node.id).map(({ from }) => from);
    const sources = new Set(live.filter(({ type, from }) => type === 'SUPPORTED_BY' && claims.includes(from)).map(({ to }) => to));
    return [...sources].flatMap((id) => (byId.has(id) ? [{ link: undefined, node: byId.get(id)! }] : []));
  };
  const entitiesOf = (source: PlainNode): Pair[] => {
    const claims = live.filter(({ type, to }) => type === 'SUPPORTED_BY' && to === source.id).map(({ from }) => from);
    const ids = new Set(live.filter(({ type, from }) => type === 'ABOUT' && claims.includes(from)).map(({ to }) => to));
    return [...ids].flatMap((id) => (byId.has(id) ? [{ link: undefined, node: byId.get(id)! }] : []));
  };
  const claimsOf = (link: PlainLink): Pair[] =>
    link.claimIds.flatMap((id) => (byId.has(id) ? [{ link: undefined, node: byId.get(id)! }] : []));
  const all = (kind: string): Pair[] => [...byId.values()].filter((node) => node.kind === kind).map((node) => ({ link: undefined, node }));
  const countOf = ({ id }: PlainNode, type: string, links: string): number =>
    live.filter((link) => link.type === type && ((links !== 'IN' && link.from === id) || (links !== 'OUT' && link.to === id))).length;
  const linkById = new Map(
    live.filter(({ type }) => !linkTypes.get(type)!.evidence).map((link) => [link.id, { ...link, __typename: 'Link' }]),
  );
  return { byId, linkById, along: alongAll, anyLinks, sourcesOf, entitiesOf, claimsOf, all, countOf };
}

/** Which way a link leads to `end`. */
const directionOf = ({ type, to }: PlainLink, end: PlainNode): string =>
  linkTypes.get(type)!.symmetric ? 'BOTH' : to === end.id ? 'OUT' : 'IN';

/** The latest first where links lead to commitments alone; otherwise by name, or what stands for one. */
const usual = (node: PlainNode, latestFirst: boolean) => [
  ...(latestFirst ? [{ value: (node['announcedOn'] ?? null) as string | null, isDescending: true }] : []),
  ...textTerms(node[kinds.get(node.kind)!.order] as string, false),
];

function connection(
  pairs: readonly Pair[],
  { first, last, kinds: chosen, where, orderBy, distinct = false }: Args,
  hasLinks: boolean,
  world: World,
  latestFirst = false,
) {
  const linked = hasLinks && !distinct;
  const size = first ?? last ?? 20;
  const keysOf = (pair: Pair): Term[] => [
    ...(orderBy?.length
      ? orderBy.flatMap((item) => termsOf(item, hasLinks ? pair : { ...pair, link: undefined }, world))
      : usual(pair.node, latestFirst)),
    ascending(pair.node.id),
    ...(linked ? [ascending(pair.link!.id)] : []),
  ];
  const chosenPairs = pairs
    .filter(({ node }) => !chosen || chosen.includes(node.kind.toUpperCase()))
    .filter((pair) => fits(where, pair, world.along));
  const listed = distinct ? chosenPairs.filter(({ node }, i) => chosenPairs.findIndex((one) => one.node === node) === i) : chosenPairs;
  const sorted = listed
    .map((pair) => ({ pair, keys: keysOf(pair) }))
    .toSorted((a, b) => a.keys.reduce((result, one, i) => result || compareTerms(one, b.keys[i]!), 0));
  const page = last == null ? sorted.slice(0, size) : sorted.slice(Math.max(0, sorted.length - size));
  const edges = page.map(({ pair, keys }) => ({
    ...pair.link,
    __typename: undefined,
    cursor: JSON.stringify(keys.map(({ value, isDecimal }) => (isDecimal && value !== null ? orderOfDecimal(value as string) : value))),
    node: pair.node,
    linkId: pair.link?.id,
    pair,
  }));
  return {
    totalCount: sorted.length,
    nodeCount: new Set(chosenPairs.map(({ node }) => node)).size,
    aggregate: aggregate(chosenPairs),
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
/** An aggregate as its fields are read: each by its name and arguments. */
const aggregate = (pairs: readonly Pair[]) => ({ pairs });

function measure(all: readonly Pair[], name: string, { by = 'TYPE', limit = 100 }: { by?: string; limit?: number }): unknown {
  if (name === 'count') return all.length;
  if (name === 'nodeCount') return new Set(all.map(({ node }) => node)).size;
  const column = by.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const word = name === 'byType' ? 'type' : name === 'facets' ? column : name;
  const isOfLinks = all.some(({ link }) => link && !linkTypes.get(link.type)!.evidence) && LINK_PROPERTIES.has(word);
  // Of nodes each is measured once.
  const pairs = isOfLinks ? all : all.filter(({ node }, i) => all.findIndex((one) => one.node === node) === i);
  const held = ({ link, node }: Pair): unknown => (isOfLinks ? link![word] : node[word]);
  if (name === 'byType' || name === 'facets') {
    const values = pairs.flatMap((pair) => held(pair) ?? []) as (string | boolean)[];
    return [...new Set(values)]
      .map((value) => ({ value: String(value), count: values.filter((one) => one === value).length }))
      .toSorted((a, b) => b.count - a.count || compareText(a.value, b.value))
      .slice(0, limit);
  }
  const values = pairs.map(held).filter((value) => value != null);
  if (!AMOUNTS.includes(name)) return numbers(values as number[]);
  const unitOf = (value: unknown) => (value as { currency?: string }).currency ?? (value as { unit: string }).unit;
  return [...new Set(values.map(unitOf))].toSorted(compareText).map((unit) => ({
    unit,
    ...putTogether(values.filter((one) => unitOf(one) === unit).map((one) => (one as { value: string }).value)),
  }));
}
const AMOUNTS = ['amount', 'quantity', 'baseline'];
const LINK_PROPERTIES = new Set([
  ...['confidence', 'sourceCount', 'independentSourceCount', 'contested'],
  ...[...linkTypes.values()].filter(({ evidence }) => !evidence).flatMap(({ properties }) => Object.keys(properties)),
]);
const numbers = (values: readonly number[]) => {
  const sum = values.reduce((a, b) => a + b, 0);
  const [min, max] = values.length ? [Math.min(...values), Math.max(...values)] : [null, null];
  return { count: values.length, sum, min, max, avg: values.length ? sum / values.length : null };
};

interface Derived {
  readonly of: string;
  readonly value: (node: PlainNode, on: string, along: Along) => unknown;
}
const DERIVED: Readonly<Record<string, Derived>> = {
  delivery: { of: 'Commitment', value: deliveryOf },
  isOverdue: { of: 'Commitment', value: isOverdueOn },
  completeness: { of: 'Commitment', value: (node, _, along) => completenessOf(node, along) },
  latest: { of: 'Target', value: (node, _, along) => latestOf(node, along)[0] ?? null },
  progress: { of: 'Target', value: (node, _, along) => progressOf(node, along) },
  onTrack: { of: 'Target', value: isOnTrackOn },
};

const ascending = (value: unknown): Term => ({ value: value as string, isDescending: false });

const leadsToCommitments = (type: GraphQLOutputType): boolean =>
  String((getNamedType(type) as GraphQLObjectType).getFields()['nodes']!.type) === '[Commitment!]!';

/** Answers queries over a plain graph. Cursors are the plain sort values. */
export function createOracle(graph: PlainGraph) {
  const { byId, linkById, along, anyLinks, sourcesOf, entitiesOf, claimsOf, all, countOf } = reader(graph);
  const world = { along, countOf };
  const anyOf = (id: string): unknown => byId.get(id) ?? linkById.get(id) ?? null;
  const root = (field: string, args: Args): unknown => {
    const kind = oneOf.get(field);
    if (kind) return byId.get(args.id!)?.kind === kind.name ? byId.get(args.id!) : null;
    if (manyOf.has(field)) return connection(all(manyOf.get(field)!.name), args, false, world);
    const ofAll = manyOf.get(field.replace(/Aggregate$/, ''));
    if (ofAll) return aggregate(all(ofAll.name).filter((pair) => fits(args.where, pair, along)));
    if (field === 'node') return anyOf(args.id!);
    if (field === 'nodes') return args.ids!.map(anyOf);
    if (field === 'entity') return kinds.get(byId.get(args.by!.id!)?.kind ?? '')?.isEntity ? byId.get(args.by!.id!) : null;
    throw new Error(`The oracle knows no root field ${field}.`);
  };
  const linkField = (link: PlainLink, name: string, args: Args): unknown => {
    if (name === 'claims') return connection(claimsOf(link), args, false, world);
    return name === 'from' || name === 'to' ? byId.get(link[name]) : (link[name] ?? null);
  };
  const linkCounts = (node: PlainNode): unknown => {
    const found = anyLinks(node).map(({ link, node: end }) => `${link!.type} ${directionOf(link!, end)}`);
    return [...new Set(found)].toSorted().map((one) => ({
      type: one.split(' ')[0],
      direction: one.split(' ')[1],
      count: found.filter((other) => other === one).length,
    }));
  };
  const resolve: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
    const { fieldName, parentType } = info;
    if (parentType.name === 'Query') return root(fieldName, args as Args);
    const { pair, pairs: measured } = source as { pair?: Pair; pairs?: Pair[] };
    if (measured) return measure(measured, fieldName, args);
    if (fieldName === 'version') return ''; // what is asked of a plain graph is asked of now
    if (parentType.name === 'Link') return linkField(source as PlainLink, fieldName, args as Args);
    if (pair && parentType.name === 'LinksEdge' && fieldName === 'link') return { ...pair.link, __typename: 'Link' };
    if (pair && fieldName === 'direction') return directionOf(pair.link!, pair.node);
    if (pair && fieldName === 'claims') return connection(claimsOf(pair.link!), args as Args, false, world);
    const node = source as PlainNode;
    if (fieldName === 'linkCounts') return linkCounts(node);
    if (fieldName === 'links' && kinds.has(parentType.name)) {
      const { types, direction = 'BOTH' } = args as Args;
      const leads = (pair: Pair) => direction === 'BOTH' || [direction, 'BOTH'].includes(directionOf(pair.link!, pair.node));
      const found = anyLinks(node).filter((pair) => (!types || types.includes(pair.link!.type)) && leads(pair));
      return connection(found, args as Args, true, world);
    }
    if (!kinds.has(parentType.name)) return defaultFieldResolver(source, args, context, info);
    if (fieldName === 'entities') return connection(entitiesOf(node), args as Args, false, world);
    if (fieldName === 'history') return connection([], args as Args, false, world);
    if (fieldName === 'values' || fieldName === 'unknowns') return [];
    const derive = DERIVED[fieldName];
    if (derive && parentType.name === derive.of) return derive.value(node, (args as { on: string }).on, along);
    if (fieldName === 'sources') return connection(sourcesOf(node), args as Args, false, world);
    const pairs = along(fieldName, node);
    if (pairs && fieldName === 'commitment') return connection(pairs, {}, true, world, true).nodes[0] ?? null;
    if (pairs) return connection(pairs, args as Args, true, world, leadsToCommitments(info.returnType));
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
