/** The graph as rows: what documents are projected to, and what is written to an engine. */
import { createHash } from 'node:crypto';
import { columnsOf, type Property } from '../../model/property.ts';
import type { Row } from '../engine/engine.ts';

export interface NodeRow {
  readonly id: string;
  readonly kind: string;
  readonly values: Row;
}
export interface LinkRow {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly values: Row;
}
export interface Graph {
  readonly nodes: ReadonlyMap<string, NodeRow>;
  readonly links: ReadonlyMap<string, LinkRow>;
}

export const EMPTY: Graph = { nodes: new Map(), links: new Map() };

/** The id under which a version of the document that states a source is kept. */
export const documentIdOf = (source: string, recordedAt: string): string => `${source.replace(/^source:/, 'document:')}@${recordedAt}`;

/** 80 bits of SHA-256 over the parts: enough for no collision among a billion ids. */
export const digest = (parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20);

export const linkIdOf = (type: string, from: string, to: string, key: unknown = null): string => `link:${digest([type, from, to, key])}`;
export const claimIdOf = (source: string, subject: string, property: string, value: unknown, quote: unknown): string =>
  `claim:${digest([source, subject, property, value ?? null, quote ?? null])}`;

/** A link is found by its id through a node that tells its ends: not every engine has an index of links. */
export const linkKey = ({ id, from, to }: Pick<LinkRow, 'id' | 'from' | 'to'>): NodeRow => ({
  id,
  kind: 'LinkKey',
  values: { id, from, to },
});

/** A link that has nothing but its ends, or what is said of evidence. */
export function plainLink(type: string, from: string, to: string, values: Row = {}): LinkRow {
  const id = linkIdOf(type, from, to);
  return { id, type, from, to, values: { ...known(values), id } };
}

/** Rows by id. */
export const byId = <Item extends { readonly id: string }>(rows: readonly Item[]): Map<string, Item> =>
  new Map(rows.map((row) => [row.id, row]));

/** Values without what is unknown: an engine keeps no null and no empty list. */
export const known = (values: Row): Row =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value != null && !(Array.isArray(value) && value.length === 0)));

/** Properties as the columns they are stored in. */
export function encode(properties: Readonly<Record<string, Property>>, values: Readonly<Record<string, unknown>>): Row {
  const entries = Object.entries(properties).filter(([name]) => values[name] !== undefined);
  return known(
    Object.fromEntries(
      entries.flatMap(([name, property]) => {
        const encoded = property.encode(values[name]);
        const [first] = encoded;
        const made = Object.entries(property.made ?? {}).map(([part, make]) => [name + part, first == null ? null : make(first as string)]);
        return [...columnsOf(name, property).map((column, i) => [column, encoded[i]]), ...made];
      }),
    ),
  );
}
