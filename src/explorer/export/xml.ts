/** What the XML formats share: elements with everything escaped, and the attributes that nodes and edges of a graph have. */
import type { Entity } from '../graph.ts';

/** What an attribute may hold; null where there is none. */
export type Value = string | number | boolean | null;

/** The first line of every XML file. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand between tags and in attributes, white space kept; what XML 1.0 forbids is left out. */
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"'\t\n\r]/g, (character) => NAMED[character] ?? `&#${character.charCodeAt(0)};`);

/** One element; attributes that are null are left out, children are XML already. */
export function element(name: string, attributes: Readonly<Record<string, Value>>, children: readonly string[] = []): string {
  const tag = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .reduce((start, [key, value]) => `${start} ${key}="${escapeXml(String(value))}"`, name);
  return children.length ? `<${tag}>${children.join(children.length > 1 ? '\n' : '')}</${name}>` : `<${tag}/>`;
}

/** The types of values, as GraphML names them. */
export type Types = Readonly<Record<string, 'string' | 'double' | 'int' | 'boolean'>>;

/** What an entity has besides its name. */
export const ENTITY_TYPES = {
  kind: 'string',
  type: 'string',
  amount: 'double',
  currency: 'string',
  date: 'string',
} as const satisfies Types;

/** What a link has besides its type. */
export const LINK_TYPES = {
  confidence: 'double',
  independentSourceCount: 'int',
  contested: 'boolean',
  isSelfReported: 'boolean',
  since: 'string',
  until: 'string',
  role: 'string',
  purpose: 'string',
} as const satisfies Types;

/** The values of ENTITY_TYPES. */
export const entityValues = ({ kind, type, amount, date }: Entity): Record<keyof typeof ENTITY_TYPES, Value> => ({
  kind,
  type,
  amount: amount?.value ?? null,
  currency: amount?.currency ?? null,
  date,
});
