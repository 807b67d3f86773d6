/** Connections of Relay over links: one connection, and one edge, a field name, whichever kinds and links share it. */
import type { FieldMap, InputFieldMap, ObjectRef, TypeParam } from '@pothos/core';
import { Claim } from '../model/claim.ts';
import type { End } from '../model/kind.ts';
import type { Properties } from '../model/property.ts';
import type { Row } from '../src/engine/engine.ts';
import { claimsOf } from '../src/plan/patterns.ts';
import { aggregateOf } from './aggregate.ts';
import { type Arguments, builder, type Fields, type Types } from './builder.ts';
import { capitalized } from './fields.ts';
import { filterOf } from './filter.ts';
import type { InputRef } from './input.ts';
import { propertyFields, refOf } from './kind.ts';
import { KindEnum } from './kind-enum.ts';
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
  readonly edgeFields?: ((t: Fields) => FieldMap) | undefined;
}

/** The type of the edges: cursor, node, and what is told of their links. */
const defineEdge = (name: string, { target, properties, linked, claims, edgeFields }: ConnectionOptions) =>
  builder.objectRef<Row>(name).implement({
    description: 'A link with the node at its other end, as it is seen from the node that has the list.',
    fields: (t): FieldMap => ({
      cursor: t.part({
        type: 'String',
        description: 'The place of the edge in the list, to be given as `after` or `before`.',
        part: 'cursor',
      }),
      node: t.part({ type: refOf(target), description: 'The node at the other end.', part: 'node' }),
      ...(linked ? { linkId: linkId(t) } : {}),
      ...propertyFields(t, properties),
      ...(claims ? { claims: claimsField(t) } : {}),
      ...edgeFields?.(t),
    }),
  });

const linkId = (t: Fields) =>
  t.columns({
    type: 'String',
    nullable: true,
    description: 'The id of the link, by which `node` finds it. The edge itself has no id: a link is read from both its ends.',
    columns: ['id'],
  });

/** The connection type `name`: edges, nodes, pageInfo, totalCount and an aggregate. */
export function defineConnection(name: string, options: ConnectionOptions): ObjectRef<Types, unknown> {
  const { target, description, claims, isCounted = true } = options;
  const edge = defineEdge(name.replace(/Connection$/, 'Edge'), options);
  return builder.objectRef<unknown>(name).implement({
    description,
    fields: (t): FieldMap => ({
      edges: t.part({ type: [edge], description: 'The links on this page, each with the node at its other end.', part: 'edges' }),
      nodes: t.part({
        type: [refOf(target)],
        description:
          'The nodes of `edges`, in the same order. A node that several links lead to is listed several times, so that nodes, edges and cursors match; with `distinct: true` it is listed once.',
        part: 'nodes',
      }),
      pageInfo: t.part({ type: PageInfo, description: 'Where this page is in the list.', part: 'pageInfo' }),
      ...(isCounted ? { aggregate: aggregateField(t, aggregateOf(target, claims)) } : {}),
      nodeCount: t.part({
        type: 'Int',
        description:
          'The number of nodes at the other ends, on all pages. A node that several links lead to counts once; in `totalCount` it counts once for each link.',
        part: 'nodeCount',
      }),
      totalCount: t.part({
        type: 'Int',
        description: 'The number of edges on all pages: of links, or of nodes where no link lies between.',
        part: 'totalCount',
      }),
    }),
  });
}

const aggregateField = (t: Fields, type: TypeParam<Types>) =>
  t.part({ type, description: 'Counts, sums and facets over the whole list, not only this page.', part: 'aggregate' });

/** The input types by which a list is chosen and ordered. */
export interface Choices {
  readonly where: InputRef;
  readonly orderBy: InputRef;
}

export const nodeChoices = (target: End): Choices => ({ where: filterOf(target), orderBy: orderOf(target) });

export const pagingArguments = (t: Arguments) => ({
  first: t.arg.int({
    description: 'How many to give from the start of the list, or after the cursor: 20 by default, at most 100.',
  }),
  after: t.arg.string({ description: 'Starts after this cursor; an empty one starts at the beginning.' }),
  last: t.arg.int({ description: 'How many to give from the end of the list, or before the cursor: at most 100.' }),
  before: t.arg.string({ description: 'Ends before this cursor; an empty one ends at the end of the list.' }),
});
export const kindsArgument = (t: Arguments) => ({
  kinds: t.arg({ type: [KindEnum], description: 'Only nodes of these kinds; an empty list matches nothing.' }),
});

export const pageArguments = (t: Arguments, { where, orderBy }: Choices, polymorphic: boolean): InputFieldMap => ({
  ...pagingArguments(t),
  ...(polymorphic ? kindsArgument(t) : {}),
  where: t.arg({ type: where, description: 'Only what this filter matches.' }),
  orderBy: t.arg({
    type: [orderBy],
    description:
      'The order, each item breaking the ties of those before it. Without it, or where the list is empty, the default order of the field.',
  }),
});

/** Whether claims hang on a link or on a node, and what that is. */
interface ClaimsOptions {
  readonly of: 'from' | 'edge';
  readonly what: string;
  /** Those that were taken back, too. */
  readonly regardless?: boolean;
}

export const claimsField = (t: Fields, { of, what, regardless = false }: ClaimsOptions = { of: 'edge', what: 'link' }) =>
  t.link({
    type: linkClaims(),
    description: `The claims that the ${what} rests on.`,
    args: pageArguments(t, nodeChoices(Claim), false),
    side: { ...claimsOf(of), regardless },
    question: `${capitalized(what)}Claims`,
  });

let linkClaimsRef: ReturnType<typeof defineConnection> | undefined;
function linkClaims(): ReturnType<typeof defineConnection> {
  linkClaimsRef ??= defineConnection('LinkClaimsConnection', {
    target: Claim,
    description: 'The claims that a link or value rests on.',
    properties: {},
    linked: false,
    claims: false,
  });
  return linkClaimsRef;
}
