/** What became known when, as patterns: each change is a node that was projected of the versions of documents. */
import { exists } from '../plan/conditions.ts';
import type { LinkSide, Making } from '../plan/extensions.ts';
import { ascending } from '../plan/order.ts';
import { everyNode } from '../plan/patterns.ts';

type Given = Readonly<Record<string, unknown>>;

/** What the arguments of a list of changes ask. */
function conditionsOf(node: string, { between, about, kinds, types }: Given, { add, fail }: Making): string[] {
  const { from, to } = (between ?? {}) as { from?: string | null; to?: string | null };
  if (from != null && to != null && to < from) fail('between')('BAD_USER_INPUT', `ends at ${to}, before it begins`);
  return [
    ...(from == null ? [] : [`${node}.at >= ${add(from)}`]),
    ...(to == null ? [] : [`${node}.at <= ${add(to)}`]),
    ...(about == null ? [] : [exists(`MATCH (${node})-[:CHANGE_OF]->(${node}e:Entity) WHERE ${node}e.id = ${add(about)}`)]),
    ...(kinds == null ? [] : [`any(kind IN ${node}.kinds WHERE kind IN ${add(kinds)})`]),
    ...(types == null ? [] : [`${node}.change IN ${add(types)}`]),
  ];
}

const inTime: Pick<LinkSide, 'usual' | 'conditions' | 'polymorphic'> = {
  usual: (node) => [ascending(`${node}.at`)],
  conditions: conditionsOf,
  polymorphic: false,
};

/** All changes, in the order they were recorded. */
export const allChanges: LinkSide = { ...everyNode('Change', 'at'), ...inTime };

/** The changes that are about an entity. */
export const changesOf: LinkSide = {
  match: ({ from, to }) => `MATCH (${from})<-[:CHANGE_OF]-(${to}:Change)`,
  reads: (census) => census.spread('CHANGE_OF', 'IN'),
  scope: ['from'],
  linked: false,
  order: 'at',
  gives: 'page',
  ...inTime,
};

/** What a change is about, whether it still stands or not. */
export const subjectsOfChange: LinkSide = {
  match: ({ from, link, to }) => `MATCH (${from})-[${link}:CHANGE_OF]->(${to}:Entity)`,
  reads: (census) => census.spread('CHANGE_OF', 'OUT'),
  scope: ['from'],
  linked: true,
  order: 'name',
  gives: 'list',
  polymorphic: true,
};
