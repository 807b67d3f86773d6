/** Root fields that every kind has, and those that find nodes of any kind. */

import { refuse } from '../src/errors.ts';
import type { Root } from '../src/plan/extensions.ts';
import { byIdOrIdentifier, byKeys, everyNode, linksById, sourcesOfClaims } from '../src/plan/patterns.ts';
import { resolveKeys, resolvePage } from '../src/plan/resolve.ts';
import { aggregateOf } from './aggregate.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { ID_PATTERN } from './checks.ts';
import { defineConnection, nodeChoices, pageArguments } from './connection.ts';
import { Entity, Node } from './entity.ts';
import { addConnection } from './fields.ts';
import { filterOf } from './filter.ts';
import { composed } from './folding.ts';
import { type Kind, kindOf, kinds } from './kind.ts';
import { Source } from './source.ts';

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

const label = (kind: Kind): string => (kind.isEntity ? 'Entity' : kind.name);
/** What is derived of claims has an id too. */
const labels = [...new Set([...kinds.values()].map(label)), 'Conflict', 'Change'];

/** An id of the kind, which its prefix tells; any other finds nothing. */
const idOf = (kind: Kind, id: string): string => (kindOf(id) === kind ? id : '');

/** The root fields of a kind: one by id, and all in pages. */
export function defineKindQueries(kind: Kind): void {
  const article = /^[aeiou]/.test(kind.one) ? 'an' : 'a';
  builder.queryField(kind.one, (t) =>
    t.field({
      type: kind.ref,
      nullable: true,
      description: `The ${kind.one} with this id; null where there is none.`,
      args: { id: t.arg.id({ required: true, description: `The id of ${article} ${kind.one}.` }), ...asOfArgument(t) },
      extensions: { root: byKeys([label(kind)], (args) => [idOf(kind, args['id'] as string)]) },
      resolve: resolveKeys as never,
    }),
  );
  const question = `Query${kind.many[0]!.toUpperCase()}${kind.many.slice(1)}`;
  const page: Root = { by: 'page', side: everyNode(kind.name, kind.order) };
  builder.queryField(kind.many, (t) =>
    t.field({
      type: defineConnection(`${question}Connection`, {
        target: kind,
        description: `Pages of ${kind.many}.`,
        properties: {},
        linked: false,
        claims: false,
      }),
      nullable: true,
      description: `All ${kind.many}, in the order of their ${kind.order} where no other is asked for.`,
      args: { ...pageArguments(t, nodeChoices(kind), false), ...asOfArgument(t) },
      extensions: { root: page, question },
      resolve: resolvePage as never,
    }),
  );
}

/** The root field that puts all of a kind together. */
function defineKindAggregate(kind: Kind): void {
  builder.queryField(`${kind.many}Aggregate`, (t) =>
    t.field({
      type: aggregateOf(kind, false) as never,
      nullable: true,
      description: `All ${kind.many}, or those chosen, put together.`,
      args: { where: t.arg({ type: filterOf(kind), description: 'Which ones.' }), ...asOfArgument(t) },
      extensions: { root: { by: 'page', side: everyNode(kind.name, kind.order) }, part: 'aggregate' },
      resolve: resolvePage as never,
    }),
  );
}

for (const kind of kinds.values()) {
  defineKindQueries(kind);
  defineKindAggregate(kind);
}

builder.queryField('node', (t) =>
  t.field({
    type: Node.ref,
    nullable: true,
    description:
      'Anything with an id, by its id; null where there is none. Relay wants it to have no other argument: another root field or the header `Graph-As-Of` gives the time.',
    // One argument only: relay-compiler refuses a `node` with more.
    args: { id: t.arg.id({ required: true, description: 'An id of any kind.' }) },
    extensions: { root: byKeys(labels, (args) => [args['id'] as string], { links: linksById }) },
    resolve: resolveKeys as never,
  }),
);

builder.queryField('nodes', (t) =>
  t.field({
    type: [Node.ref],
    nullable: { list: true, items: true },
    description: `Anything with an id, by up to ${MOST_IDS} ids, in their order, null where unknown; an empty list gives an empty list.`,
    args: { ids: t.arg.idList({ required: true, description: 'Ids of any kinds.' }), ...asOfArgument(t) },
    extensions: { root: byKeys(labels, (args) => atMost(args['ids'] as string[]), { many: true, links: linksById }) },
    resolve: resolveKeys as never,
  }),
);

function atMost(ids: string[]): string[] {
  return ids.length <= MOST_IDS ? ids : refuse(`Query.nodes(ids:) takes at most ${MOST_IDS} ids, not ${ids.length}.`);
}

const IdentifierBy = builder.inputType('IdentifierBy', {
  description: 'An identifier in the scheme of somebody else.',
  fields: (t) => ({
    scheme: t.string({ required: true, description: 'Who identifies: `wikidata`, `lei`, `ror`.' }),
    value: t.string({ required: true, description: 'The identifier in that scheme.' }),
  }),
});

const EntityBy = builder.inputType('EntityBy', {
  description: 'How to find one entity: exactly one of these.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'By its id.' }),
    identifier: t.field({ type: IdentifierBy, description: 'By an identifier that others gave to it.' }),
  }),
});

type By = { id?: string; identifier?: { scheme: string; value: string } };
/** An identifier is kept as `scheme value`, which no id of ours looks like; a text that is no id finds nothing. */
const keyOf = ({ id, identifier }: By): string =>
  identifier ? composed(`${identifier.scheme} ${identifier.value}`) : ID_PATTERN.test(id!) ? id! : '';

builder.queryField('entity', (t) =>
  t.field({
    type: Entity.ref,
    nullable: true,
    description: 'The entity with this id or identifier; null where there is none.',
    args: { by: t.arg({ type: EntityBy, required: true, description: 'How to find it.' }), ...asOfArgument(t) },
    extensions: { root: byIdOrIdentifier((args) => [keyOf(args['by'] as By)]) },
    resolve: resolveKeys as never,
  }),
);
