/** What the graph disagrees on, as patterns: the nodes that stand for it were projected of the claims. */
import type { LinkSide } from '../plan/extensions.ts';
import { ascending, type Term } from '../plan/order.ts';
import { everyNode } from '../plan/patterns.ts';
import type { Time } from '../plan/time.ts';

const mostFirst = (text: string): Term => ({ text, isDescending: true, isNullable: false, isNumber: true });
const mostSources = (node: string, { read }: Time): readonly Term[] => [
  mostFirst(read(node, 'sourceCount')),
  mostFirst(read(node, 'independentSourceCount')),
];

/** All conflicts, those that most sources speak of first; of entities of some kinds where that is asked. */
export const allConflicts: LinkSide = {
  ...everyNode('Conflict', 'property'),
  usual: mostSources,
  conditions: (node, { kinds }, { add }) => (kinds == null ? [] : [`${node}.kind IN ${add(kinds)}`]),
};

/** Of a conflict, by way of the entity it is about. */
const below = (match: LinkSide['match'], rest: Pick<LinkSide, 'gives' | 'order' | 'reads'> & Partial<LinkSide>): LinkSide => ({
  match,
  scope: ['from'],
  linked: false,
  polymorphic: false,
  ...rest,
});

/** What it is about. */
export const entityOfConflict = below(({ from, to }) => `MATCH (${from})-[:CONFLICT_OF]->(${to}:Entity)`, {
  reads: (census) => census.spread('CONFLICT_OF', 'OUT'),
  gives: 'one',
  order: 'name',
  polymorphic: true,
});

/** The values that are claimed. */
export const valuesOfConflict = below(
  ({ from, to }) =>
    `MATCH (${from})-[:CONFLICT_OF]->(:Entity)-[:STATES]->(${to}:StatedValue) WHERE ${to}.property = ${from}.property WITH ${to}`,
  {
    reads: (census) => census.spread('STATES', 'OUT'),
    gives: 'list',
    order: 'property',
    usual: (node, { read }) => [ascending(read(node, 'position'))],
  },
);

/** The links of which only one can hold. */
export const linksOfConflict = below(
  ({ from, link, to, time }) =>
    `MATCH (${from})-[:CONFLICT_OF]->(${to}e:Entity) MATCH (${to}e)-[${link}]->(${to}:Entity) WHERE type(${link}) = ${from}.property AND ${time.read(link, 'contested')} WITH ${link}, ${to}`,
  { reads: (census) => census.spreadOfAny(), gives: 'page', order: 'name', linked: true, polymorphic: true },
);
