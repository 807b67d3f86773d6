/** What a kind of node is, and what several kinds have in common. */
import type { EntityType, WordOf } from './enums.ts';
import type { Properties } from './property.ts';

type TypeWord = WordOf<typeof EntityType>;

/** What several kinds have in common. */
export interface Interface {
  readonly name: string;
  readonly description: string;
  readonly above: readonly Interface[];
  readonly properties: Properties;
}

/** A kind of node. */
export interface Kind {
  readonly name: string;
  readonly prefix: string;
  /** The label by which its nodes are looked up. */
  readonly label: string;
  /** The root field that lists all of the kind; the singular is `one`. */
  readonly many: string;
  readonly one: string;
  readonly description: string;
  readonly interfaces: readonly Interface[];
  /** All properties, those of the interfaces first. */
  readonly properties: Properties;
  /** The properties that no interface has. */
  readonly own: Properties;
  /** The words `type` may have. */
  readonly types: readonly TypeWord[];
  /** The property by which lists are ordered. */
  readonly order: string;
  /** The date by which links lead to the latest first, and only then by `order`. */
  readonly latestBy?: string | undefined;
  /** Whether it is an `Entity`; sources and claims are not. */
  readonly isEntity: boolean;
}

/** Where a link can lead: nodes of a kind, or of all kinds that have an interface. */
export type End = Kind | Interface;
export const isKind = (end: End): end is Kind => 'prefix' in end;

/** The interfaces of a kind, or those above an interface. */
export const interfacesOf = (end: End): readonly Interface[] => (isKind(end) ? end.interfaces : end.above);

/** The properties of a kind or interface, with those of the interfaces above it. */
export const allPropertiesOf = (end: End): Properties =>
  isKind(end) ? end.properties : merged([...end.above.map(({ properties }) => properties), end.properties]);

const merged = (all: readonly Properties[]): Properties => Object.assign({}, ...all);

interface InterfaceOptions {
  readonly description: string;
  readonly above?: readonly Interface[];
  readonly properties?: Properties;
}

/** Declares what several kinds have in common. */
export const defineInterface = (name: string, { description, above = [], properties = {} }: InterfaceOptions): Interface => ({
  name,
  description,
  above,
  properties,
});

interface KindOptions {
  readonly prefix: string;
  readonly many: string;
  readonly description: string;
  readonly interfaces?: readonly Interface[];
  readonly label?: string;
  readonly types?: readonly TypeWord[];
  readonly order?: string;
  readonly latestBy?: string;
  readonly properties?: Properties;
}

/** Declares a kind of node, or what is derived from claims and stored as nodes: its id prefix, interfaces, types and own properties. */
export function defineKind(name: string, options: KindOptions): Kind {
  const { prefix, many, description, types = [], order = 'name', latestBy, properties: own = {} } = options;
  const interfaces = [...new Set((options.interfaces ?? []).flatMap((one) => [...one.above, one]))];
  const isEntity = interfaces.some((one) => one.name === 'Entity');
  return {
    name,
    prefix,
    label: options.label ?? (isEntity ? 'Entity' : name),
    many,
    one: name[0]!.toLowerCase() + name.slice(1),
    description,
    interfaces,
    properties: merged([...interfaces.map(({ properties }) => properties), own]),
    own,
    types: [...types, ...(types.length ? ['OTHER' as const] : [])],
    order,
    latestBy,
    isEntity,
  };
}
