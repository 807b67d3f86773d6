/** Links of any type: `Entity.links`, the type `Link`, and how many links an entity has of each type. */
import { Entity, Node } from '../model/entity.ts';
import type { End } from '../model/kind.ts';
import { common, type Direction } from '../model/link.ts';
import { partnerLinkNames, partnerLinks, symmetricLinks } from '../model/links.ts';
import type { Properties } from '../model/property.ts';
import type { Row } from '../src/engine/engine.ts';
import type { LinkSide } from '../src/plan/extensions.ts';
import { alongAny, countsOfLinks, endOfLink } from '../src/plan/patterns.ts';
import { builder } from './builder.ts';
import { claimsField } from './connection.ts';
import { addConnection, type LinkField, optional } from './fields.ts';
import { propertyFields, refOf } from './kind.ts';
import { LinkTypeEnum } from './link-type.ts';
import { LinkDirection } from './order.ts';

const own: Properties = optional(Object.assign({}, ...partnerLinks.map(({ properties }) => properties)));

const directionOf = ([type, comesIn]: readonly unknown[]): Direction =>
  symmetricLinks.includes(type as string) ? 'BOTH' : comesIn ? 'IN' : 'OUT';

export const Link = builder.objectRef<Row>('Link').implement({
  description:
    'A link of the partner graph, of any type: who is linked to what, and on what evidence. It has the properties of all types; those of other types than its own are null.',
  interfaces: [refOf(Node)],
  extensions: { isLink: true },
  fields: (t) => ({
    id: t.columns({ type: 'ID', description: 'The global id of the link.', columns: ['id'] }),
    type: t.columns({ type: LinkTypeEnum, description: 'The type of the link.', columns: [':type'] }),
    from: t.link({
      type: refOf(Entity),
      description: 'The entity from which the link leads; of a link without direction, one of its ends.',
      side: endOfLink('startNode'),
    }),
    to: t.link({
      type: refOf(Entity),
      description: 'The entity to which the link leads; of a link without direction, its other end.',
      side: endOfLink('endNode'),
    }),
    ...propertyFields(t, { ...own, ...optional(common) }),
    claims: claimsField(t),
  }),
});

/** A field `links`: links of any type, each with its other end. */
export const addLinks = (on: End, description: string, side: LinkSide, own: Pick<LinkField, 'ownArguments'> = {}): void =>
  addConnection({ ...ANY, ...own, on, description, side });

const ANY: Omit<LinkField, 'on' | 'description' | 'side'> = {
  field: 'links',
  target: Entity,
  properties: own,
  evidence: false,
  edgeFields: (t) => ({
    direction: t.columns({
      type: LinkDirection,
      description: 'Whether the link leads out to the node at the other end, leads in from it, or has no direction (`BOTH`).',
      columns: [':type', ':comesIn'],
      decode: directionOf,
    }),
    link: t.part({
      type: Link,
      description: 'The link as a node of its own, with both its ends.',
      part: 'link',
    }),
  }),
};
addLinks(Entity, 'Its links of any type. Links of evidence, between claims, sources and speakers, are not among them.', alongAny, {
  ownArguments: (t) => ({
    types: t.arg({ type: [LinkTypeEnum], description: 'Only links of these types; an empty list matches nothing.' }),
    direction: t.arg({
      type: LinkDirection,
      description: 'Only links that lead out, or only those that lead in. Links without direction count as either.',
    }),
  }),
});

interface LinkCount {
  readonly type: string;
  readonly direction: Direction;
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
    type: t.field({ type: LinkTypeEnum, description: 'The type of the links.', resolve: ({ type }) => type }),
    direction: t.field({
      type: LinkDirection,
      description: 'The direction of the links, seen from the entity; `BOTH` for those without direction.',
      resolve: ({ direction }) => direction,
    }),
    count: t.exposeInt('count', { description: 'The number of links.' }),
  }),
});

builder.interfaceField(refOf(Entity), 'linkCounts', (t) =>
  t.link({
    type: [LinkCount],
    description: 'The number of its links of each type and direction, links of evidence left out.',
    side: countsOfLinks(partnerLinkNames, countsOf),
  }),
);
