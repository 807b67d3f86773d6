/** What an id tells by its prefix: the kind, the type in the API, and the label by which the node is looked up. The one table of these. */
import { Added, Closed, Retracted, Revised } from './change.ts';
import { Conflict } from './conflict.ts';
import type { Kind } from './kind.ts';
import { kinds } from './kinds.ts';
import { declared } from './registry.ts';
import { StatedValue } from './stated-value.ts';
import { UnknownProperty } from './unknown-property.ts';

/** What is derived from claims and stored as nodes; it is reached only from what it is about. */
export const derived: readonly Kind[] = [StatedValue, Conflict, UnknownProperty, Added, Closed, Revised, Retracted];

/** A link is found by its id through a node that tells its ends. */
const LINK = { name: 'Link', prefix: 'link', label: 'LinkKey' };
/** A version of a document. */
const DOCUMENT = { name: 'Document', prefix: 'document', label: 'Document' };

const byPrefix = declared<Pick<Kind, 'name' | 'prefix' | 'label'>>(
  'type of ids with the prefix',
  [...kinds.values(), ...derived, LINK, DOCUMENT],
  ({ prefix }) => prefix,
);
const kindsByPrefix = new Map([...kinds.values()].map((kind) => [kind.prefix, kind]));

export const prefixOf = (id: string): string => id.slice(0, id.indexOf(':'));

/** The kind that an id names by its prefix, if there is one. */
export const kindOf = (id: string): Kind | undefined => kindsByPrefix.get(prefixOf(id));

/** The GraphQL type of what has this id. */
export const typeNameOf = (id: string): string | undefined => byPrefix.get(prefixOf(id))?.name;

/** Whether it is the id of a link. */
export const isLinkId = (id: string): boolean => prefixOf(id) === LINK.prefix;

/** The label by which a node with this id is looked up. An identifier of somebody else, `scheme value`, is not an id of ours. */
export const labelOf = (id: string): string => (id.includes(' ') ? 'Identifier' : (byPrefix.get(prefixOf(id))?.label ?? 'Entity'));

/** The labels by which nodes are looked up by id: each has an index and a uniqueness constraint. */
export const LABELS: readonly string[] = [
  ...new Set([...kinds.values(), ...derived].map(({ label }) => label)),
  'Identifier',
  LINK.label,
  DOCUMENT.label,
  'Store',
];
