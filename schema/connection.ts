/** Connections of Relay over links: one connection and edge type a field name, whichever kinds and link types share it. */
import type { ObjectRef } from '@pothos/core';
import type { LinkSide } from '../src/plan/extensions.ts';
import { resolveCursor, resolveEdges, resolveNode, resolveNodes, resolvePageInfo, resolveTotalCount } from '../src/plan/page.ts';
import { claimsOfLink } from '../src/plan/patterns.ts';
import { resolveLink } from '../src/plan/resolve.ts';
import type { Row } from '../src/plan/rows.ts';
import { builder } from './builder.ts';
import { type Interface, type Kind, kinds, propertyFields } from './kind.ts';
import { KindEnum } from './kinds.ts';
import { date, dateTime, flag, fraction, integer, type Property } from './property.ts';

type End = Kind | Interface;
type Properties = Readonly<Record<string, Property>>;

/** A field that leads along links. */
interface LinkField {
  readonly on: End;
  readonly field: string;
  readonly description: string;
  readonly target: End;
  readonly side: LinkSide;
  readonly properties: Properties;
  readonly evidence: boolean;
}

const fields: LinkField[] = [];
export const addConnection = (field: LinkField): void => void fields.push(field);

/** When a link was recorded and retracted: every link has these. */
export const recorded: Properties = {
  recordedAt: dateTime('When it was recorded.'),
  retractedAt: dateTime('When it was taken back.'),
};

/** What every link of the partner graph has beside properties of its own. */
export const common: Properties = {
  since: date('The first day it holds; open where unknown.'),
  until: date('The last day it holds; open where unknown.'),
  ...recorded,
  confidence: fraction('How sure we are, 0 to 1: the greatest confidence among its claims.'),
  sourceCount: integer('How many sources say so.'),
  independentSourceCount: integer('How many distinct origins say so that are not themselves part of it.'),
  contested: flag('Whether it is one of several that cannot all hold.'),
};

export const PageInfo = builder
  .objectRef<{ hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }>('PageInfo')
  .implement({
    description: 'Where a page of a connection stands.',
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether there is more after it.' }),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
        description: 'Whether there is something before it: a page asked for with `after` has.',
      }),
      startCursor: t.exposeString('startCursor', { nullable: true, description: 'The cursor of its first edge.' }),
      endCursor: t.exposeString('endCursor', {
        nullable: true,
        description: 'The cursor of its last edge: give it as `after` for the next page.',
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
}

/** Links of several types can share an edge type, and not all of them have each property. */
const optional = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, { ...property, required: false }]));

/** The connection type `name`: edges with cursor, node and the properties of links, nodes, pageInfo, totalCount. */
export function defineConnection(
  name: string,
  { target, description, properties, linked, claims }: ConnectionOptions,
): ObjectRef<typeof builder.$inferSchemaTypes, unknown> {
  const edge = builder.objectRef<Row>(name.replace(/Connection$/, 'Edge')).implement({
    description: `${description} Link and other end.`,
    fields: (t) =>
      ({
        cursor: t.string({
          description: 'Where this edge stands: give it as `after` for what follows.',
          extensions: { part: 'cursor' },
          resolve: resolveCursor,
        }),
        node: t.field({
          type: target.ref as never,
          description: 'The other end.',
          extensions: { part: 'node' },
          resolve: resolveNode as never,
        }),
        ...(linked
          ? {
              linkId: t.string({
                nullable: true,
                description: 'The id of the link; it is not named `id`, since one link is read from both its ends.',
                extensions: { columns: ['id'], decode: ([id]) => id },
                resolve: (row) => row['id'] as string,
              }),
            }
          : {}),
        ...propertyFields(t, optional(properties)),
        ...(claims ? { claims: t.field(claimsField(t)) } : {}),
      }) as never,
  });
  return builder.objectRef<unknown>(name).implement({
    description,
    fields: (t) =>
      ({
        edges: t.field({
          type: [edge],
          description: 'The links with their other ends.',
          extensions: { part: 'edges' },
          resolve: resolveEdges as never,
        }),
        nodes: t.field({
          type: [target.ref] as never,
          description: 'The other ends alone.',
          extensions: { part: 'nodes' },
          resolve: resolveNodes as never,
        }),
        pageInfo: t.field({
          type: PageInfo,
          description: 'Where the page stands.',
          extensions: { part: 'pageInfo' },
          resolve: resolvePageInfo as never,
        }),
        totalCount: t.int({
          description: 'How many there are in all; counted only when asked for.',
          extensions: { part: 'totalCount' },
          resolve: resolveTotalCount as never,
        }),
      }) as never,
  });
}

// biome-ignore lint/suspicious/noExplicitAny: Pothos' field builder is generic over the parent, which a loop over fields cannot name
export function pageArguments(t: any, polymorphic: boolean): Record<string, never> {
  return {
    first: t.arg.int({ description: 'How many, at most 100; 20 where it is not given.' }),
    after: t.arg.string({ description: 'Continue after this cursor.' }),
    ...(polymorphic ? { kinds: t.arg({ type: [KindEnum], description: 'Only nodes of these kinds.' }) } : {}),
  } as unknown as Record<string, never>;
}

// biome-ignore lint/suspicious/noExplicitAny: as above
const claimsField = (t: any) => ({
  type: linkClaims(),
  description: 'The claims that the link rests on.',
  args: pageArguments(t, false),
  extensions: { link: claimsOfLink, question: 'LinkClaims' },
  resolve: resolveLink,
});
let linkClaimsRef: ReturnType<typeof defineConnection> | undefined;
function linkClaims(): ReturnType<typeof defineConnection> {
  linkClaimsRef ??= defineConnection('LinkClaimsConnection', {
    target: kinds.get('Claim')!,
    description: 'The claims that a link rests on.',
    properties: {},
    linked: false,
    claims: false,
  });
  return linkClaimsRef;
}

const capitalized = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

/** Makes the GraphQL types and fields of all links declared so far. */
export function implementConnections(): void {
  for (const name of new Set(fields.map((one) => one.field))) {
    const same = fields.filter((one) => one.field === name);
    const [first] = same as [LinkField];
    if (same.some((one) => one.target !== first.target || one.side.many !== first.side.many))
      throw new Error(`The field ${first.field} would have two types.`);
    const type = first.side.many ? connectionOf(same) : first.target.ref;
    for (const one of same) addField(one, type);
  }
}

function connectionOf(same: readonly LinkField[]): unknown {
  const [{ field, target, evidence, side }] = same as [LinkField];
  const own = Object.assign({}, ...same.map((one) => one.properties)) as Properties;
  const description = [...new Set(same.map((one) => one.description))].join(' / ');
  const properties = side.linked ? { ...own, ...(evidence ? recorded : common) } : own;
  return defineConnection(`${capitalized(field)}Connection`, {
    target,
    description,
    properties,
    linked: side.linked,
    claims: side.linked && !evidence,
  });
}

function addField({ on, field, description, side }: LinkField, type: unknown): void {
  // biome-ignore lint/suspicious/noExplicitAny: interfaces and objects take the same fields here
  const define = (t: any) =>
    t.field({
      type,
      nullable: !side.many,
      description,
      args: side.many ? pageArguments(t, side.polymorphic) : {},
      extensions: { link: side, question: capitalized(field) },
      resolve: resolveLink,
    });
  if ('prefix' in on) builder.objectField(on.ref, field as never, define as never);
  else builder.interfaceField(on.ref, field as never, define as never);
}
