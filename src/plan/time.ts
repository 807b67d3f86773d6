/** The time that a request asks about, in Cypher: what stood then, and what was known of it. */
import { kinds } from '../../model/kinds.ts';
import { linkTypes } from '../../model/links.ts';
import { columnsOf } from '../../model/property.ts';

export interface AsOf {
  /** A day, possibly partial: what is said to hold on it. */
  readonly validOn?: string | null;
  /** A point in time: what was recorded by then, and not yet taken back. */
  readonly knownAt?: string | null;
}

export interface Time {
  /** Tells texts of other times apart. */
  readonly form: string;
  /** The condition that a node or link stands. */
  isLive(variable: string): string;
  /** The condition that a link stands, and what it leads to: a claim has days of its own. */
  stands(link: string, node: string): string;
  /** A property as it was. */
  read(variable: string, column: string): string;
}

/** What stands now, as it is. */
export const NOW: Time = {
  form: 'now',
  isLive: (variable) => `${variable}.retractedAt IS NULL`,
  stands: (link) => NOW.isLive(link),
  read: (variable, column) => `${variable}.${column}`,
};

/** The number, among the times a node or link changed, of the last by then. */
const lastChange = (variable: string): string => `size([at IN ${variable}.changedAt WHERE at <= $p.knownAt]) - 1`;

const wasKnown = (variable: string): string =>
  `${variable}.recordedAt <= $p.knownAt AND (${variable}.retractedAt IS NULL OR ${variable}.retractedAt > $p.knownAt) AND coalesce(${variable}.standsThen[${lastChange(variable)}], true)`;

/** Stands before each item of a list, where a history holds it as text. */
export const MARK = '␟';

/** As it was: what never changed has no history, and text that was missing is empty in it. */
function readThen(variable: string, column: string): string {
  if (column === 'retractedAt') return 'null'; // what stood was not taken back
  if (KEPT.has(column)) return `${variable}.${column}`;
  if (isList(column)) {
    const held = `${variable}.${column}Then`;
    const was = `${held}[${lastChange(variable)}]`;
    return `CASE WHEN ${held} IS NULL THEN ${variable}.${column} WHEN ${was} = '' THEN null ELSE split(${was}, '${MARK}')[1..] END`;
  }
  return `head([was IN [coalesce(${variable}.${column}Then[${lastChange(variable)}], ${variable}.${column})] WHERE was <> ''])`;
}
let lists: ReadonlySet<string> | undefined;
/** Whether a column of the model holds a list. */
function isList(column: string): boolean {
  lists ??= new Set(
    [...kinds.values(), ...linkTypes.values()].flatMap(({ properties }) =>
      Object.entries(properties).flatMap(([name, property]) => (property.list ? columnsOf(name, property) : [])),
    ),
  );
  return lists.has(column);
}

/** What never changes. */
const KEPT = new Set(['id', 'recordedAt', 'claimIds']);

/** A partial date is the whole of its period: it holds on a day of it. What has no dates always holds. */
const holdsOn = (variable: string, { read }: Pick<Time, 'read'>): string => {
  const [since, until] = [read(variable, 'since'), read(variable, 'until')];
  return `(${since} IS NULL OR ${since} <= $p.validOn + '~') AND (${until} IS NULL OR ${until} + '~' >= $p.validOn)`;
};

/** The time of a request, of which `asOf` stands among the parameters. */
export function timeOf({ validOn, knownAt }: AsOf): Time {
  if (validOn == null && knownAt == null) return NOW;
  const read = knownAt == null ? NOW.read : readThen;
  const holds = (...variables: string[]): string[] => (validOn == null ? [] : variables.map((one) => holdsOn(one, { read })));
  const wasThere = (variable: string): string => (knownAt == null ? NOW.isLive(variable) : wasKnown(variable));
  return {
    form: `${knownAt == null ? '' : 'known '}${validOn == null ? '' : 'valid'}`,
    read,
    isLive: (variable) => [wasThere(variable), ...holds(variable)].join(' AND '),
    stands: (link, node) => [wasThere(link), ...holds(link, node)].join(' AND '),
  };
}
