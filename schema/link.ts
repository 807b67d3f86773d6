/** defineLink: a link type declared once, with both its fields, its properties and what a seed may link. */

import type { LinkSide } from '../src/plan/extensions.ts';
import { latestFirst } from '../src/plan/order.ts';
import { along, type Direction } from '../src/plan/patterns.ts';
import { builder } from './builder.ts';
import { addConnection, type End, isKind } from './fields.ts';
import { type Kind, kinds } from './kind.ts';
import type { Property } from './property.ts';
import { Registry } from './registry.ts';

/** A field of one end of a link: its name and what it says about the other end. */
type Field = readonly [name: string, description: string];

interface LinkOptions {
  readonly description: string;
  readonly from: End | readonly End[];
  readonly to: End | readonly End[];
  /** The field on `from`; on both ends of a link that is read both ways. */
  readonly out: Field;
  /** The field on `to`; a link without one is read both ways and its ends are stored sorted. */
  readonly in?: Field;
  /** A field on `to` for a link of which a node has at most one: the node at the other end itself. */
  readonly inOne?: Field;
  /** What GraphQL gives as the other end where `from` or `to` are several kinds. */
  readonly common?: End;
  /** At most one is valid at once: two are `contested`. */
  readonly single?: boolean;
  /** Evidence: never walked as a link of the partner graph, and rests on no claim itself. */
  readonly evidence?: boolean;
  readonly properties?: Readonly<Record<string, Property>>;
  /** The property that tells two links of one type between the same ends apart. */
  readonly key?: string;
}

/** A link type as the rest of the system sees it. */
export interface LinkType {
  readonly name: string;
  readonly description: string;
  readonly from: ReadonlySet<Kind>;
  readonly to: ReadonlySet<Kind>;
  readonly out: string;
  readonly in: string | undefined;
  readonly inOne: string | undefined;
  readonly symmetric: boolean;
  readonly single: boolean;
  readonly evidence: boolean;
  readonly properties: Readonly<Record<string, Property>>;
  readonly key: string | undefined;
}

export const linkTypes = new Registry<LinkType>('link type');

let linkTypeRef: ReturnType<typeof defineLinkType> | undefined;
function defineLinkType() {
  return builder.enumType('LinkType', {
    description: 'The types of link. Each value says what a link of that type states.',
    values: Object.fromEntries([...linkTypes.values()].map(({ name, description }) => [name, { description }])),
  });
}
/** The types of link as an enumeration; to be asked for when all are declared. */
export function linkTypeEnum(): ReturnType<typeof defineLinkType> {
  linkTypeRef ??= defineLinkType();
  return linkTypeRef;
}

const listOf = (end: End | readonly End[]): readonly End[] => (Array.isArray(end) ? end : [end]) as readonly End[];
const kindsOf = (end: End | readonly End[]): ReadonlySet<Kind> =>
  new Set(listOf(end).flatMap((one) => (isKind(one) ? [one] : [...kinds.values()].filter((kind) => kind.interfaces.includes(one)))));

/** Declares a link type. All kinds must be declared before. */
export function defineLink(name: string, options: LinkOptions): void {
  const { description, from, to, out, inOne, common, single = false, evidence = false, properties = {}, key } = options;
  const symmetric = !options.in;
  linkTypes.set(name, {
    name,
    description,
    from: kindsOf(from),
    to: kindsOf(to),
    out: out[0],
    in: options.in?.[0],
    inOne: inOne?.[0],
    symmetric,
    single,
    evidence,
    properties,
    key,
  });
  addFields(listOf(from), out, other(to, common), name, symmetric ? 'BOTH' : 'OUT', properties, evidence);
  if (options.in) addFields(listOf(to), options.in, other(from, common), name, 'IN', properties, evidence);
  if (inOne) addFields(listOf(to), inOne, other(from, common), name, 'IN', properties, evidence, 'one');
}

/** The type of the other end in GraphQL: the end itself, or what several have in common. */
function other(end: End | readonly End[], common: End | undefined): End {
  const [only, ...more] = listOf(end);
  if (!only || (more.length && !common)) throw new Error('Several kinds at one end of a link need `common`.');
  return more.length ? common! : only;
}

function addFields(
  on: readonly End[],
  [field, description]: Field,
  target: End,
  type: string,
  direction: Direction,
  properties: LinkOptions['properties'],
  evidence: boolean,
  gives: LinkSide['gives'] = 'page',
): void {
  const { order, latestBy }: Pick<Kind, 'order' | 'latestBy'> = isKind(target) ? target : { order: 'name' };
  const usual = latestBy === undefined ? {} : { usual: latestFirst(latestBy, order) };
  const side: LinkSide = { ...along(type, direction, { order, polymorphic: !isKind(target), gives }), ...usual };
  for (const end of on) addConnection({ on: end, field, description, target, side, properties: properties ?? {}, evidence });
}
