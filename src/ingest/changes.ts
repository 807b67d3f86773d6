/** What one time knew and the time before did not: added, closed, revised and retracted, as nodes that lead to what they are about. */
import { kindOf } from '../../model/ids.ts';
import { linkTypes } from '../../model/links.ts';
import type { Row } from '../engine/engine.ts';
import { digest, type Graph, known, type LinkRow, type NodeRow, plainLink } from './graph.ts';

type Change = 'added' | 'closed' | 'revised' | 'retracted';
interface Changed {
  readonly change: Change;
  /** The row that changed: with time and change it tells this change apart. */
  readonly row: string;
  readonly about: readonly string[];
  readonly values: Row;
}

export function changesBetween(before: Graph, after: Graph, at: string): Graph {
  const all = [...entityChanges(before, after), ...linkChanges(before, after), ...valueChanges(before, after)];
  const rows = all.map(({ change, row, about, values }) => {
    const id = `${change}:${digest([at, row, values['property'] ?? null])}`;
    const kinds = [...new Set(about.map((one) => kindOf(one)!.name))].sort();
    return {
      about,
      node: { id, kind: 'Change', values: known({ ...values, id, change: change.toUpperCase(), at, recordedAt: at, kinds }) },
    };
  });
  const links = rows.flatMap(({ about, node }) => about.map((id) => plainLink('CHANGE_OF', node.id, id, { recordedAt: at })));
  return { nodes: new Map(rows.map(({ node }) => [node.id, node])), links: new Map(links.map((link) => [link.id, link])) };
}

const claimsOf = ({ values }: NodeRow | LinkRow): Row => ({ claimIds: values['claimIds'] });

function entityChanges(before: Graph, after: Graph): Changed[] {
  const missing = (from: Graph, to: Graph, change: Change): Changed[] =>
    [...from.nodes.values()]
      .filter(({ id }) => kindOf(id)?.isEntity && !to.nodes.has(id))
      .map(({ id }) => ({ change, row: id, about: [id], values: {} }));
  return [...missing(after, before, 'added'), ...missing(before, after, 'retracted')];
}

const isPartnerLink = ({ type }: LinkRow): boolean => linkTypes.get(type)?.evidence === false;

function linkChanges(before: Graph, after: Graph): Changed[] {
  const changed = (change: Change, link: LinkRow, values: Row = {}): Changed => {
    const { id, from, to, type } = link;
    return { change, row: id, about: [from, to], values: { ...claimsOf(link), linkType: type, linkId: id, ...values } };
  };
  const links = [...after.links.values()].filter(isPartnerLink);
  const gone = [...before.links.values()].filter((link) => isPartnerLink(link) && !after.links.has(link.id));
  return [
    ...links.flatMap((link): Changed[] => {
      const old = before.links.get(link.id);
      return old ? revisions(old, link).map(([change, values]) => changed(change, link, values)) : [changed('added', link)];
    }),
    ...gone.map((link) => changed('retracted', link)),
  ];
}

/** Properties of a link that are said anew. One that gets its last day is closed. */
function revisions(old: LinkRow, link: LinkRow): [Change, Row][] {
  const properties = ['since', 'until', ...Object.keys(linkTypes.get(link.type)!.properties)];
  return properties
    .filter((property) => old.values[property] !== link.values[property])
    .map((property) => {
      const [was, is] = [old.values[property], link.values[property]];
      if (property === 'until' && was === undefined) return ['closed', { property, closedOn: is }];
      return ['revised', { property, ...textColumns('before', was), ...textColumns('after', is) }];
    });
}

/** A plain value as the columns of a claimed value. */
const textColumns = (name: string, value: unknown): Row =>
  value == null ? {} : { [`${name}Type`]: /^\d{4}(-\d\d){0,2}$/.test(String(value)) ? 'DateValue' : 'TextValue', [name]: String(value) };

/** The values of one property of one entity, by id; the one that stands apart. */
interface Held {
  readonly rows: Map<string, NodeRow>;
  standing: NodeRow | undefined;
}

function heldBy({ nodes }: Graph): Map<string, Held> {
  const held = new Map<string, Held>();
  for (const row of nodes.values()) {
    if (row.kind !== 'StatedValue' || row.values['reason'] !== undefined) continue;
    const key = `${row.values['of']} ${row.values['property']}`;
    const found = held.get(key) ?? { rows: new Map(), standing: undefined };
    held.set(key, found);
    found.rows.set(row.id, row);
    if (row.values['isProjected']) found.standing = row;
  }
  return held;
}

const NONE: Held = { rows: new Map(), standing: undefined };

/** A value that takes the place of another revises it; others are added or retracted beside the one that stands. */
function valueChanges(before: Graph, after: Graph): Changed[] {
  const [was, is] = [heldBy(before), heldBy(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key) ?? NONE, is.get(key) ?? NONE];
    const [left, came] = [old.standing, now.standing];
    // One value takes the place of another; or none does, though it is still claimed; or one that was claimed before comes to stand.
    const isRevised = left?.id !== came?.id && (left && came ? true : left ? now.rows.has(left.id) : old.rows.has(came!.id));
    const added = [...now.rows.values()].filter(({ id }) => !old.rows.has(id) && !(isRevised && id === came?.id));
    const gone = [...old.rows.values()].filter(({ id }) => !now.rows.has(id) && !(isRevised && id === left?.id));
    return [
      ...(isRevised ? [valueChange('revised', (came ?? left)!, { ...valueColumns('before', left), ...valueColumns('after', came) })] : []),
      ...added.map((row) => valueChange('added', row, valueColumns('value', row))),
      ...gone.map((row) => valueChange('retracted', row, valueColumns('value', row))),
    ];
  });
}

const valueChange = (change: Change, row: NodeRow, values: Row): Changed => ({
  change,
  row: row.id,
  about: [row.values['of'] as string],
  values: { ...claimsOf(row), property: row.values['property'], ...values },
});

const valueColumns = (name: string, row: NodeRow | undefined): Row => ({
  [`${name}Type`]: row?.values['valueType'],
  [name]: row?.values['value'],
  [`${name}Unit`]: row?.values['valueUnit'],
  [`${name}Qualifier`]: row?.values['valueQualifier'],
});
