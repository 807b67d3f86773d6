/** What a link type is: what it states, the kinds at its ends and the field on each, its properties. */
import { type End, isKind, type Kind } from './kind.ts';
import { kinds } from './kinds.ts';
import { date, dateTime, flag, fraction, integer, type Properties } from './property.ts';

/** Which way a link is followed from a node. */
export type Direction = 'OUT' | 'IN' | 'BOTH';

/** A field of one end of a link: its name and what it says about the other end. */
type Field = readonly [name: string, description: string];
type Ends = End | readonly End[];

interface LinkOptions {
  readonly description: string;
  readonly from: Ends;
  readonly to: Ends;
  /** The field on `from`; on both ends of a link that is read both ways. */
  readonly out: Field;
  /** The field on `to`; a link without one is read both ways and its ends are stored sorted. */
  readonly in?: Field;
  /** A field on `to` for a link of which a node has at most one: the node at the other end itself. */
  readonly inOne?: Field;
  /** What the other end is, where `from` or `to` are several kinds. */
  readonly common?: End;
  /** At most one is valid at once: two are `contested`. */
  readonly single?: boolean;
  /** Evidence: never walked as a link of the partner graph, and rests on no claim itself. */
  readonly evidence?: boolean;
  readonly properties?: Properties;
  /** The property that tells two links of one type between the same ends apart. */
  readonly key?: string;
}

/** How a link is seen from one of its ends: the field that leads along it. */
export interface LinkEnd {
  readonly on: readonly End[];
  readonly field: string;
  readonly description: string;
  readonly target: End;
  readonly direction: Direction;
  /** All links of the type, or the node at the other end of the only one. */
  readonly gives: 'page' | 'one';
}

export interface LinkType {
  readonly name: string;
  readonly description: string;
  readonly from: ReadonlySet<Kind>;
  readonly to: ReadonlySet<Kind>;
  readonly out: string;
  readonly in: string | undefined;
  readonly inOne: string | undefined;
  readonly ends: readonly LinkEnd[];
  readonly symmetric: boolean;
  readonly single: boolean;
  readonly evidence: boolean;
  readonly properties: Properties;
  readonly key: string | undefined;
}

const listOf = (ends: Ends): readonly End[] => [ends].flat();
const kindsOf = (ends: Ends): ReadonlySet<Kind> =>
  new Set(listOf(ends).flatMap((one) => (isKind(one) ? [one] : [...kinds.values()].filter((kind) => kind.interfaces.includes(one)))));

/** The other end as one type: the end itself, or what several have in common. */
function targetOf(ends: Ends, common: End | undefined): End {
  const [only, ...more] = listOf(ends);
  const target = more.length ? common : only;
  if (!target) throw new Error('Several kinds at one end of a link need `common`.');
  return target;
}

function endsOf({ from, to, out, in: back, inOne, common }: LinkOptions): LinkEnd[] {
  const see = (ends: Ends, other: Ends, [field, description]: Field, direction: Direction, gives: LinkEnd['gives'] = 'page'): LinkEnd => ({
    on: listOf(ends),
    field,
    description,
    target: targetOf(other, common),
    direction,
    gives,
  });
  return [
    see(from, to, out, back ? 'OUT' : 'BOTH'),
    ...(back ? [see(to, from, back, 'IN')] : []),
    ...(inOne ? [see(to, from, inOne, 'IN', 'one')] : []),
  ];
}

/** Declares a link type. */
export const defineLink = (name: string, options: LinkOptions): LinkType => ({
  name,
  description: options.description,
  from: kindsOf(options.from),
  to: kindsOf(options.to),
  out: options.out[0],
  in: options.in?.[0],
  inOne: options.inOne?.[0],
  ends: endsOf(options),
  symmetric: !options.in,
  single: options.single ?? false,
  evidence: options.evidence ?? false,
  properties: options.properties ?? {},
  key: options.key,
});

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
