/** Connections of Relay over links: one connection, and one edge, a field name, whichever kinds and links share it. */
import type { ObjectRef } from '@pothos/core';
import {
  resolveAggregate,
  resolveCursor,
  resolveEdges,
  resolveNode,
  resolveNodeCount,
  resolveNodes,
  resolvePageInfo,
  resolveTotalCount,
} from '../src/plan/page.ts';
import { claimsOf } from '../src/plan/patterns.ts';
import { resolveLink } from '../src/plan/resolve.ts';
import type { Row } from '../src/plan/rows.ts';
import { aggregateOf } from './aggregate.ts';
import { builder } from './builder.ts';
import { capitalized, type End, type Properties } from './fields.ts';
import { filterOf } from './filter.ts';
import { kinds, propertyFields } from './kind.ts';
import { KindEnum } from './kinds.ts';
import { orderOf } from './order.ts';

export const PageInfo = builder
  .objectRef<{ hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }>('PageInfo')
  .implement({
    description: 'Whether there is more before and after a page, and the cursors at its ends.',
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether the list goes on after this page.' }),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
        description: 'Whether the list has anything before this page.',
      }),
      startCursor: t.exposeString('startCursor', {
        nullable: true,
        description: 'The cursor of the first edge: give it as `before` for the previous page.',
      }),
      endCursor: t.exposeString('endCursor', {
        nullable: true,
        description: 'The cursor of the last edge: give it as `after` for the next page.',
      }),
    }),
  });

interface ConnectionOptions {
  readonly target: End;
  readonly description: string;
  readonly properties: Properties;
  /** Whether edges are links, with an id. */
  readonly linked: boolean;
  /** Whether those links rest on claims. */
  readonly claims: boolean;
  /** Whether there is an aggregate of them; it is where this is left out. */
  readonly isCounted?: boolean;
  /** Fields that the edges have beside. */
  // biome-ignore lint/suspicious/noExplicitAny: as for the fields of properties
  readonly edgeFields?: ((t: any) => object) | undefined;
}

/** The type of the edges: cursor, node, and what is told of their links. */
const defineEdge = (name: string, { target, properties, linked, claims, edgeFields }: ConnectionOptions) =>
  builder.objectRef<Row>(name).implement({
    description: 'A link with the node at its other end, as it is seen from the node that has the list.',
    fields: (t) =>
      ({
        cursor: t.string({
          description: 'The place of the edge in the list, to be given as `after` or `before`.',
          extensions: { part: 'cursor' },
          resolve: resolveCursor,
        }),
        node: t.field({
          type: target.ref as never,
          description: 'The node at the other end.',
          extensions: { part: 'node' },
          resolve: resolveNode as never,
        }),
        ...(linked
          ? {
              linkId: t.string({
                nullable: true,
                description: 'The id of the link, by which `node` finds it. The edge itself has no id: a link is read from both its ends.',
                extensions: { columns: ['id'], decode: ([id]) => id },
                resolve: (row) => row['id'] as string,
              }),
            }
          : {}),
        ...propertyFields(t, properties),
        ...(claims ? { claims: t.field(claimsField(t)) } : {}),
        ...edgeFields?.(t),
      }) as never,
  });

/** The connection type `name`: edges, nodes, pageInfo, totalCount and an aggregate. */
export function defineConnection(name: string, options: ConnectionOptions): ObjectRef<typeof builder.$inferSchemaTypes, unknown> {
  const { target, description, claims, isCounted = true } = options;
  const edge = defineEdge(name.replace(/Connection$/, 'Edge'), options);
  return builder.objectRef<unknown>(name).implement({
    description,
    fields: (t) =>
      ({
        edges: t.field({
          type: [edge],
          description: 'The links on this page, each with the node at its other end.',
          extensions: { part: 'edges' },
          resolve: resolveEdges as never,
        }),
        nodes: t.field({
          type: [target.ref] as never,
          description:
            'The nodes of `edges`, in the same order. A node that several links lead to is listed several times, so that nodes, edges and cursors match; with `distinct: true` it is listed once.',
          extensions: { part: 'nodes' },
          resolve: resolveNodes as never,
        }),
        pageInfo: t.field({
          type: PageInfo,
          description: 'Where this page is in the list.',
          extensions: { part: 'pageInfo' },
          resolve: resolvePageInfo as never,
        }),
        ...(isCounted
          ? {
              aggregate: t.field({
                type: aggregateOf(target, claims) as never,
                description: 'Counts, sums and facets over the whole list, not only this page.',
                extensions: { part: 'aggregate' },
                resolve: resolveAggregate as never,
              }),
            }
          : {}),
        nodeCount: t.int({
          description:
            'The number of nodes at the other ends, on all pages. A node that several links lead to counts once; in `totalCount` it counts once for each link.',
          extensions: { part: 'nodeCount', measure: { by: 'nodeCount' } },
          resolve: resolveNodeCount as never,
        }),
        totalCount: t.int({
          description: 'The number of edges on all pages: of links, or of nodes where no link lies between.',
          extensions: { part: 'totalCount' },
          resolve: resolveTotalCount as never,
        }),
      }) as never,
  });
}

/** The input types by which a list is chosen and ordered. */
export interface Choices {
  readonly where: unknown;
  readonly orderBy: unknown;
}

export const nodeChoices = (target: End): Choices => ({ where: filterOf(target), orderBy: orderOf(target) });

// biome-ignore lint/suspicious/noExplicitAny: Pothos' field builder is generic over the parent, which a loop over fields cannot name
export const pagingArguments = (t: any): Record<string, never> => ({
  first: t.arg.int({
    description: 'How many to give from the start of the list, or after the cursor: 20 by default, at most 100.',
  }) as never,
  after: t.arg.string({ description: 'Starts after this cursor; an empty one starts at the beginning.' }) as never,
  last: t.arg.int({ description: 'How many to give from the end of the list, or before the cursor: at most 100.' }) as never,
  before: t.arg.string({ description: 'Ends before this cursor; an empty one ends at the end of the list.' }) as never,
});
// biome-ignore lint/suspicious/noExplicitAny: as above
export const kindsArgument = (t: any): Record<string, never> => ({
  kinds: t.arg({ type: [KindEnum], description: 'Only nodes of these kinds; an empty list matches nothing.' }) as never,
});

// biome-ignore lint/suspicious/noExplicitAny: as above
export function pageArguments(t: any, { where, orderBy }: Choices, polymorphic: boolean): Record<string, never> {
  return {
    ...pagingArguments(t),
    ...(polymorphic ? kindsArgument(t) : {}),
    where: t.arg({ type: where, description: 'Only what this filter matches.' }),
    orderBy: t.arg({
      type: [orderBy],
      description:
        'The order, each item breaking the ties of those before it. Without it, or where the list is empty, the default order of the field.',
    }),
  } as unknown as Record<string, never>;
}

// biome-ignore lint/suspicious/noExplicitAny: as above
export const claimsField = (t: any, { of, what, regardless = false }: ClaimsOptions = { of: 'edge', what: 'link' }) => ({
  type: linkClaims(),
  description: `The claims that the ${what} rests on.`,
  args: pageArguments(t, nodeChoices(kinds.get('Claim')!), false),
  extensions: { link: { ...claimsOf(of), regardless }, question: `${capitalized(what)}Claims` },
  resolve: resolveLink,
});
/** Whether claims hang on a link or on a node, and what that is. */
interface ClaimsOptions {
  readonly of: 'from' | 'edge';
  readonly what: string;
  /** Those that were taken back, too. */
  readonly regardless?: boolean;
}
let linkClaimsRef: ReturnType<typeof defineConnection> | undefined;
function linkClaims(): ReturnType<typeof defineConnection> {
  linkClaimsRef ??= defineConnection('LinkClaimsConnection', {
    target: kinds.get('Claim')!,
    description: 'The claims that a link or value rests on.',
    properties: {},
    linked: false,
    claims: false,
  });
  return linkClaimsRef;
}
