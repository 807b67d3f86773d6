/** defineInterface and defineKind: the only place where kinds of node become GraphQL types. */
import type { InterfaceRef, ObjectRef } from '@pothos/core';
import type { Row } from '../src/plan/rows.ts';
import { builder } from './builder.ts';
import type { EntityType } from './enums.ts';
import { columnsOf, type Property } from './property.ts';
import { Registry } from './registry.ts';

type Types = typeof builder.$inferSchemaTypes;
type Properties = Readonly<Record<string, Property>>;
type TypeWord = (typeof EntityType.words)[number];

/** What several kinds have in common. */
export interface Interface {
  readonly name: string;
  readonly ref: InterfaceRef<Types, Row>;
  readonly above: readonly Interface[];
  readonly properties: Properties;
}

/** A kind of node. */
export interface Kind {
  readonly name: string;
  readonly prefix: string;
  /** The root field that lists all of the kind; the singular is `one`. */
  readonly many: string;
  readonly one: string;
  readonly description: string;
  readonly ref: ObjectRef<Types, Row>;
  readonly interfaces: readonly Interface[];
  /** All properties, those of the interfaces first. */
  readonly properties: Properties;
  /** The words `type` may have. */
  readonly types: readonly TypeWord[];
  /** The property by which lists are ordered. */
  readonly order: string;
  /** The date by which links lead to the latest first, and only then by `order`. */
  readonly latestBy?: string | undefined;
  /** Whether it is an `Entity`; sources and claims are not. */
  readonly isEntity: boolean;
}

export const kinds = new Registry<Kind>('kind');
export const interfaces = new Registry<Interface>('interface');
const byPrefix = new Registry<Kind>('kind with the prefix');
/** The GraphQL types of whatever has an id, by its prefix. */
const typesByPrefix = new Registry<string>('type of ids with the prefix');

/** The kind that an id names by its prefix, if there is one. */
export const kindOf = (id: string): Kind | undefined => byPrefix.get(id.slice(0, id.indexOf(':')));

/** The GraphQL type of what has this id. */
export const typeNameOf = (id: string): string | undefined => typesByPrefix.get(id.slice(0, id.indexOf(':')));

/** Makes `type` that of the ids with this prefix. */
export const namePrefix = (prefix: string, type: string): void => void typesByPrefix.set(prefix, type);

/** GraphQL fields of properties. */
// biome-ignore lint/suspicious/noExplicitAny: Pothos' field builder is generic over the parent, which a loop over properties cannot name
export function propertyFields(t: any, properties: Properties): Record<string, never> {
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, propertyField(t, name, property)])) as Record<
    string,
    never
  >;
}

// biome-ignore lint/suspicious/noExplicitAny: as above
function propertyField(t: any, name: string, property: Property): unknown {
  const { type, list, required, description, decode } = property;
  const columns = columnsOf(name, property);
  const resolve = (row: Row) => decode(columns.map((column) => row[column]));
  return t.field({ type: list ? [type] : type, nullable: !required && !list, description, extensions: { columns, decode }, resolve });
}

/** Declares what several kinds have in common. */
export function defineInterface(
  name: string,
  options: { description: string; above?: readonly Interface[]; properties?: Properties },
): Interface {
  const { description, above = [], properties = {} } = options;
  const ref = builder.interfaceRef<Row>(name);
  ref.implement({
    description,
    interfaces: above.map((one) => one.ref),
    resolveType: (row) => typeNameOf(row['id'] as string),
    fields: (t) => propertyFields(t, properties),
  });
  const self = { name, ref, above, properties };
  interfaces.set(name, self);
  return self;
}

interface KindOptions {
  readonly prefix: string;
  readonly many: string;
  readonly description: string;
  readonly interfaces: readonly Interface[];
  readonly types?: readonly TypeWord[];
  readonly order?: string;
  readonly latestBy?: string;
  readonly properties?: Properties;
}

/** Declares a kind of node: its id prefix, interfaces, types and own properties. */
export function defineKind(name: string, options: KindOptions): Kind {
  const kind = defineRecord(name, options);
  kinds.set(name, kind);
  byPrefix.set(kind.prefix, kind);
  return kind;
}

/** Declares what is stored as nodes and derived from claims: it is no kind, and reached only from what it is about. */
export function defineRecord(name: string, options: Omit<KindOptions, 'interfaces'> & Partial<Pick<KindOptions, 'interfaces'>>): Kind {
  const { prefix, many, description, types = [], order = 'name', latestBy, properties = {} } = options;
  const above = [...new Set((options.interfaces ?? []).flatMap((one) => [...one.above, one]))];
  const ref = builder.objectRef<Row>(name);
  ref.implement({ description, interfaces: above.map((one) => one.ref), fields: (t) => propertyFields(t, properties) });
  const inherited = Object.assign({}, ...above.map((one) => one.properties)) as Properties;
  const kind: Kind = {
    name,
    prefix,
    many,
    one: name[0]!.toLowerCase() + name.slice(1),
    description,
    ref,
    interfaces: above,
    properties: { ...inherited, ...properties },
    types: [...types, ...(types.length ? ['OTHER' as const] : [])],
    order,
    latestBy,
    isEntity: above.some((one) => one.name === 'Entity'),
  };
  namePrefix(prefix, name);
  return kind;
}
