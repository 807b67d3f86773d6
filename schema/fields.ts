/** Every field that leads along links, as it is declared; connections, filters and orders are made of these. */
import type { FieldMap, InputFieldMap } from '@pothos/core';
import { type End, interfacesOf, isKind } from '../model/kind.ts';
import { common, type LinkEnd, type LinkType, recorded } from '../model/link.ts';
import { linkTypes } from '../model/links.ts';
import type { Properties } from '../model/property.ts';
import type { LinkSide } from '../src/plan/extensions.ts';
import { latestFirst } from '../src/plan/order.ts';
import { along } from '../src/plan/patterns.ts';
import type { Arguments, Fields } from './builder.ts';

/** A field that leads along links. */
export interface LinkField {
  readonly on: End;
  readonly field: string;
  readonly description: string;
  readonly target: End;
  readonly side: LinkSide;
  readonly properties: Properties;
  readonly evidence: boolean;
  /** What its edges, and the field itself, have beside what all have. */
  readonly edgeFields?: (t: Fields) => FieldMap;
  readonly ownArguments?: (t: Arguments) => InputFieldMap;
}

/** A name as types begin with it. */
export const capitalized = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

/** How a link leads to its other end: to the latest first, where its kind says so. */
function sideOf(type: string, { direction, target, gives }: LinkEnd): LinkSide {
  const { order, latestBy } = isKind(target) ? target : { order: 'name', latestBy: undefined };
  const side = along(type, direction, { order, polymorphic: !isKind(target), gives });
  return latestBy === undefined ? side : { ...side, usual: latestFirst(latestBy, order) };
}

function fieldsOf({ name, properties, evidence }: LinkType, end: LinkEnd): LinkField[] {
  const { field, description, target } = end;
  const side = sideOf(name, end);
  return end.on.map((on) => ({ on, field, description, target, side, properties, evidence }));
}

const fields: LinkField[] = [...linkTypes.values()].flatMap((type) => type.ends.flatMap((end) => fieldsOf(type, end)));
/** Adds a field that leads elsewhere than along the links of one type. */
export const addConnection = (field: LinkField): void => void fields.push(field);

/** What is at an end, as descriptions say it: `commitments`, or nodes of an interface. */
export const nodesOf = (end: End): string => (isKind(end) ? end.many : `\`${end.name}\` nodes`);

/** The link fields of a kind or interface, with those of the interfaces above it. */
export const linkFieldsOf = (end: End): LinkField[] => fields.filter(({ on }) => on === end || interfacesOf(end).some((one) => one === on));

/** The link fields of one name, which have one type. */
export const linkFieldsNamed = (name: string): LinkField[] => fields.filter(({ field }) => field === name);
export const linkFieldNames = (): Set<string> => new Set(fields.map(({ field }) => field));

/** The same properties, where not every link has each. */
export const optional = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, { ...property, required: false }]));

/** The properties of the links that fields of one name follow: several types can share it, and not all have each. */
export function propertiesOf(same: readonly LinkField[]): Properties {
  const [{ side, evidence }] = same as [LinkField];
  const own = Object.assign({}, ...same.map(({ properties }) => properties)) as Properties;
  const all = side.linked ? { ...own, ...(evidence ? recorded : common) } : own;
  return optional(all);
}

/** What the input types over the links of a field are called by: `evidence` gives `EvidenceLink`, and `links`, of any type, `Link`. */
export const linkNameOf = (field: string): string => `${capitalized(field).replace(/Links$/, '')}Link`;

/** What the links of a field are chosen and ordered by. */
interface LinkChoice {
  readonly target: End;
  readonly properties: Properties;
  readonly evidence: boolean;
}
export function choiceOf(field: string): LinkChoice {
  const same = linkFieldsNamed(field);
  const [{ target, evidence }] = same as [LinkField];
  return { target, properties: propertiesOf(same), evidence };
}
