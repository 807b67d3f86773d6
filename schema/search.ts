/** The root field `search`: entities by their names and texts, in any script. */
import { findHits, hitsOfSearch } from '../src/plan/derived/search.ts';
import { resolvePage } from '../src/plan/resolve.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { defineConnection, kindsArgument, pagingArguments } from './connection.ts';
import { Entity } from './entity.ts';
import { filterOf } from './filter.ts';
import { propertyFields } from './kind.ts';
import { code, fraction, text } from './property.ts';

const Hits = defineConnection('QuerySearchConnection', {
  target: Entity,
  description: 'What answers a search, the best hit first; at most 300 hits.',
  properties: {},
  linked: false,
  claims: false,
  isCounted: false,
  edgeFields: (t) =>
    propertyFields(t, {
      score: fraction('How well it answers, 0 to 1: exact names and identifiers 1.', { required: true }),
      field: code('The field that answers best: `name`, `names`, `identifiers`, `summary` or `statement`.', { required: true }),
      snippet: text('That field, or the part of it around what was found.', { required: true }),
    }),
});

builder.queryField('search', (t) =>
  t.field({
    type: Hits,
    nullable: true,
    description:
      'Entities by names, identifiers and texts: exact names first, then beginnings, words, and words with one letter otherwise. Letter case, accents and full-width forms are of no account.',
    args: {
      query: t.arg.string({ required: true, description: 'What is searched for, at most 200 characters.' }),
      ...kindsArgument(t),
      where: t.arg({ type: filterOf(Entity), description: 'Which ones.' }),
      ...pagingArguments(t),
      ...asOfArgument(t),
    },
    extensions: { root: { by: 'page', side: hitsOfSearch, prepare: findHits }, question: 'QuerySearch' },
    resolve: resolvePage as never,
  }),
);
