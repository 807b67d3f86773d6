/** Links of any type: `Entity.links`, the type `Link`, and how many links an entity has of each type. */
import type { LinkSide } from '../src/plan/extensions.ts';
import { resolveLinkOf } from '../src/plan/page.ts';
import { alongAny, countsOfLinks, endOfLink } from '../src/plan/patterns.ts';
import { resolveLink } from '../src/plan/resolve.ts';
import type { Row } from '../src/plan/rows.ts';
import { builder } from './builder.ts';
import { claimsField } from './connection.ts';
import { Entity, Node } from './entity.ts';
import { addConnection, common, type End, type LinkField, optional, type Properties } from './fields.ts';
import { namePrefix, propertyFields } from './kind.ts';
import { type LinkType, linkTypeEnum, linkTypes } from './link.ts';
import './links.ts';
import { LinkDirection } from './order.ts';

/** The types of the partner graph, not those of evidence. */
export const walked: readonly LinkType[] = [...linkTypes.values()].filter(({ evidence }) => !evidence);
export const symmetric = walked.filter((type) => type.symmetric).map(({ name }) => name);

const own: Properties = optional(Object.assign({}, ...walked.map(({ properties }) => properties)));

const typeOf = ([type]: readonly unknown[]): unknown => type;
const directionOf = ([type, comesIn]: readonly unknown[]): string => (symmetric.includes(type as string) ? 'BOTH' : comesIn ? 'IN' : 'OUT');

export const Link = builder.objectRef<Row>('Link').implement({
  description:
    'A link of the partner graph, of any type: who is linked to what, and on what evidence. It has the properties of all types; those of other types than its own are null.',
  interfaces: [Node.ref],
  extensions: { isLink: true },
  fields: (t) =>
    ({
      id: t.field({
        type: 'ID',
        description: 'The global id of the link.',
        extensions: { columns: ['id'], decode: typeOf },
        resolve: (row) => row['id'] as string,
      }),
      type: t.field({
        type: linkTypeEnum(),
        description: 'The type of the link.',
        extensions: { columns: [':type'], decode: typeOf },
        resolve: (row) => row[':type'] as never,
      }),
      from: t.field({
        type: Entity.ref,
        description: 'The entity from which the link leads; of a link without direction, one of its ends.',
        extensions: { link: endOfLink('startNode') },
        resolve: resolveLink as never,
      }),
      to: t.field({
        type: Entity.ref,
        description: 'The entity to which the link leads; of a link without direction, its other end.',
        extensions: { link: endOfLink('endNode') },
        resolve: resolveLink as never,
      }),
      ...propertyFields(t, { ...own, ...optional(common) }),
      claims: t.field(claimsField(t) as never),
    }) as never,
});

namePrefix('link', 'Link');

/** A field `links`: links of any type, each with its other end. */
export const addLinks = (on: End, description: string, side: LinkSide, own: Pick<LinkField, 'ownArguments'> = {}): void =>
  addConnection({ ...ANY, ...own, on, description, side });

const ANY: Omit<LinkField, 'on' | 'description' | 'side'> = {
  field: 'links',
  target: Entity,
  properties: own,
  evidence: false,
  edgeFields: (t) => ({
    direction: t.field({
      type: LinkDirection,
      description: 'Whether the link leads out to the node at the other end, leads in from it, or has no direction (`BOTH`).',
      extensions: { columns: [':type', ':comesIn'], decode: directionOf },
      resolve: (row: Row) => directionOf([row[':type'], row[':comesIn']]),
    }),
    link: t.field({
      type: Link,
      description: 'The link as a node of its own, with both its ends.',
      extensions: { part: 'link' },
      resolve: resolveLinkOf,
    }),
  }),
};
addLinks(
  Entity,
  'Its links of any type. Links of evidence, between claims, sources and speakers, are not among them.',
  alongAny(() => symmetric),
  {
    ownArguments: (t) => ({
      types: t.arg({ type: [linkTypeEnum()], description: 'Only links of these types; an empty list matches nothing.' }),
      direction: t.arg({
        type: LinkDirection,
        description: 'Only links that lead out, or only those that lead in. Links without direction count as either.',
      }),
    }),
  },
);

interface LinkCount {
  readonly type: string;
  readonly direction: string;
  readonly count: number;
}
type Counted = readonly (readonly [type: string, count: number])[];

/** Links that are read both ways are counted together, whichever end they are stored at. */
function countsOf(held: unknown): LinkCount[] {
  const [out, into] = held as readonly [Counted, Counted];
  const counts = new Map<string, LinkCount>();
  const add =
    (comesIn: boolean) =>
    ([type, count]: readonly [string, number]) => {
      const direction = directionOf([type, comesIn]);
      const known = counts.get(`${type} ${direction}`)?.count ?? 0;
      counts.set(`${type} ${direction}`, { type, direction, count: known + count });
    };
  out.forEach(add(false));
  into.forEach(add(true));
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

const LinkCount = builder.objectRef<LinkCount>('LinkCount').implement({
  description: 'The number of links of one type in one direction.',
  fields: (t) => ({
    type: t.field({ type: linkTypeEnum(), description: 'The type of the links.', resolve: ({ type }) => type as never }),
    direction: t.field({
      type: LinkDirection,
      description: 'The direction of the links, seen from the entity; `BOTH` for those without direction.',
      resolve: ({ direction }) => direction as never,
    }),
    count: t.exposeInt('count', { description: 'The number of links.' }),
  }),
});

builder.interfaceField(Entity.ref, 'linkCounts', (t) =>
  t.field({
    type: [LinkCount],
    description: 'The number of its links of each type and direction, links of evidence left out.',
    extensions: { link: countsOfLinks(() => walked.map(({ name }) => name), countsOf) },
    resolve: resolveLink as never,
  }),
);
