/** Every field that leads along links, as it is declared; connections, filters and orders are made of these. */
import type { LinkSide } from '../src/plan/extensions.ts';
import type { Interface, Kind } from './kind.ts';
import { date, dateTime, flag, fraction, integer, type Property } from './property.ts';

export type End = Kind | Interface;
export type Properties = Readonly<Record<string, Property>>;

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
  // biome-ignore lint/suspicious/noExplicitAny: Pothos' field builder is generic over the parent
  readonly edgeFields?: (t: any) => object;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly ownArguments?: (t: any) => object;
}

/** A name as types begin with it. */
export const capitalized = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

const fields: LinkField[] = [];
export const addConnection = (field: LinkField): void => void fields.push(field);

export const isKind = (end: End): end is Kind => 'prefix' in end;
/** What is at an end, as descriptions say it: `commitments`, or nodes of an interface. */
export const nodesOf = (end: End): string => (isKind(end) ? end.many : `\`${end.name}\` nodes`);
const above = (end: End): readonly Interface[] => (isKind(end) ? end.interfaces : end.above);

/** The properties of a kind or interface, with those of the interfaces above it. */
export const allPropertiesOf = (end: End): Properties =>
  isKind(end) ? end.properties : Object.assign({}, ...end.above.map(({ properties }) => properties), end.properties);

/** The link fields of a kind or interface, with those of the interfaces above it. */
export const linkFieldsOf = (end: End): LinkField[] => fields.filter(({ on }) => on === end || above(end).includes(on as Interface));

/** The link fields of one name, which have one type. */
export const linkFieldsNamed = (name: string): LinkField[] => fields.filter(({ field }) => field === name);
export const linkFieldNames = (): Set<string> => new Set(fields.map(({ field }) => field));

/** When a link was recorded and retracted: every link has these. */
export const recorded: Properties = {
  recordedAt: dateTime('When it was recorded.'),
  retractedAt: dateTime('When it was retracted; null while it stands.'),
};

/** What every link of the partner graph has beside properties of its own. */
export const common: Properties = {
  since: date('The first day on which it is said to hold.'),
  until: date('The last day on which it is said to hold.'),
  ...recorded,
  confidence: fraction('How sure it is, from 0 to 1: the greatest confidence among its claims.'),
  sourceCount: integer('The number of sources that say so.'),
  independentSourceCount: integer(
    'The number of independent origins that say so: copies of one text count once, and the parties of what is stated do not count.',
  ),
  contested: flag('Whether it is contested: a source contradicts it, or another link stands of which only one can hold.'),
};

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
