/** Root fields that every kind has, and those that find nodes of any kind. */
import { Added } from '../model/change.ts';
import { Conflict } from '../model/conflict.ts';
import { Entity, Node } from '../model/entity.ts';
import { composed } from '../model/folding.ts';
import { kindOf } from '../model/ids.ts';
import type { Kind } from '../model/kind.ts';
import { kinds } from '../model/kinds.ts';
import { ID_PATTERN } from '../model/scalars.ts';
import { Source } from '../model/source.ts';
import { refuse } from '../src/errors.ts';
import { byIdOrIdentifier, byKeys, everyNode, linksById, sourcesOfClaims } from '../src/plan/patterns.ts';
import { aggregateOf } from './aggregate.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { defineConnection, nodeChoices, pageArguments } from './connection.ts';
import { addConnection } from './fields.ts';
import { filterOf } from './filter.ts';
import { refOf } from './kind.ts';

/** How many ids one `nodes` may ask for. */
const MOST_IDS = 500;

addConnection({
  on: Entity,
  field: 'sources',
  description: 'The sources of the claims about it.',
  target: Source,
  side: sourcesOfClaims,
  properties: {},
  evidence: true,
});

/** What is derived of claims has an id too. */
const labels = [...new Set([...kinds.values()].map(({ label }) => label)), Conflict.label, Added.label];

/** An id of the kind, which its prefix tells; any other finds nothing. */
const idOf = (kind: Kind, id: string): string => (kindOf(id) === kind ? id : '');

/** The root fields of a kind: one by id, and all in pages. */
export function defineKindQueries(kind: Kind): void {
  const article = /^[aeiou]/.test(kind.one) ? 'an' : 'a';
  builder.queryField(kind.one, (t) =>
    t.keys({
      type: refOf(kind),
      nullable: true,
      description: `The ${kind.one} with this id; null if there is none at the time asked about.`,
      args: { id: t.arg.id({ required: true, description: `The id of ${article} ${kind.one}.` }), ...asOfArgument(t) },
      root: byKeys([kind.label], (args) => [idOf(kind, args['id'] as string)]),
    }),
  );
  const question = `Query${kind.many[0]!.toUpperCase()}${kind.many.slice(1)}`;
  builder.queryField(kind.many, (t) =>
    t.page({
      type: defineConnection(`${question}Connection`, {
        target: kind,
        description: `A page of ${kind.many}, and what there is to tell of the whole list.`,
        properties: {},
        linked: false,
        claims: false,
      }),
      nullable: true,
      description: `All ${kind.many}, or those that match a filter. They are ordered by ${kind.order} by default.`,
      args: { ...pageArguments(t, nodeChoices(kind), false), ...asOfArgument(t) },
      root: { side: everyNode(kind.name, kind.order) },
      question,
    }),
  );
}

/** The root field that puts all of a kind together. */
function defineKindAggregate(kind: Kind): void {
  builder.queryField(`${kind.many}Aggregate`, (t) =>
    t.page({
      type: aggregateOf(kind, false),
      nullable: true,
      description: `Counts, sums and facets over all ${kind.many}, or over those that match a filter.`,
      args: { where: t.arg({ type: filterOf(kind), description: 'Only what this filter matches.' }), ...asOfArgument(t) },
      root: { side: everyNode(kind.name, kind.order) },
      part: 'aggregate',
    }),
  );
}

for (const kind of kinds.values()) {
  defineKindQueries(kind);
  defineKindAggregate(kind);
}

builder.queryField('node', (t) =>
  t.keys({
    type: refOf(Node),
    nullable: true,
    description:
      'The node with this id, of whatever type; null if there is none at the time asked about. That time is given by the other root fields of the operation or by the header `Graph-As-Of`, since Relay requires that `node` has no other argument.',
    // One argument only: relay-compiler refuses a `node` with more.
    args: { id: t.arg.id({ required: true, description: 'The id of a node of any type.' }) },
    root: byKeys(labels, (args) => [args['id'] as string], { links: linksById }),
  }),
);

builder.queryField('nodes', (t) =>
  t.keys({
    type: [refOf(Node)],
    nullable: { list: true, items: true },
    description: `The nodes with these ids, at most ${MOST_IDS}, of whatever types and in the order of the ids; null in the place of an id that is not found. An empty list gives an empty list.`,
    args: { ids: t.arg.idList({ required: true, description: 'The ids of nodes of any types.' }), ...asOfArgument(t) },
    root: byKeys(labels, (args) => atMost(args['ids'] as string[]), { many: true, links: linksById }),
  }),
);

function atMost(ids: string[]): string[] {
  return ids.length <= MOST_IDS ? ids : refuse(`Query.nodes(ids:) takes at most ${MOST_IDS} ids, not ${ids.length}.`);
}

const IdentifierBy = builder.inputType('IdentifierBy', {
  description: 'An identifier in a scheme of others, such as Wikidata.',
  fields: (t) => ({
    scheme: t.string({ required: true, description: 'The scheme, such as `wikidata`, `lei` or `ror`.' }),
    value: t.string({ required: true, description: 'The identifier in that scheme.' }),
  }),
});

const EntityBy = builder.inputType('EntityBy', {
  description: 'How an entity is found. Give exactly one.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'The id of the entity.' }),
    identifier: t.field({ type: IdentifierBy, description: 'An identifier of the entity in a scheme of others.' }),
  }),
});

type By = { id?: string; identifier?: { scheme: string; value: string } };
/** An identifier is kept as `scheme value`, which no id of ours looks like; a text that is no id finds nothing. */
const keyOf = ({ id, identifier }: By): string =>
  identifier ? composed(`${identifier.scheme} ${identifier.value}`) : ID_PATTERN.test(id!) ? id! : '';

builder.queryField('entity', (t) =>
  t.keys({
    type: refOf(Entity),
    nullable: true,
    description: 'The entity with this id or identifier; null if there is none at the time asked about.',
    args: { by: t.arg({ type: EntityBy, required: true, description: 'The id or identifier of the entity.' }), ...asOfArgument(t) },
    root: byIdOrIdentifier((args) => [keyOf(args['by'] as By)]),
  }),
);
