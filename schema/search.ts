/** The root field `search`: entities by their names and texts, in any script. */
import { Entity } from '../model/entity.ts';
import { code, fraction, text } from '../model/property.ts';
import { findHits, hitsOfSearch } from '../src/derived/search.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { defineConnection, kindsArgument, pagingArguments } from './connection.ts';
import { filterOf } from './filter.ts';
import { propertyFields } from './kind.ts';

const Hits = defineConnection('QuerySearchConnection', {
  target: Entity,
  description: 'A page of the hits of a search, the best first. A search has at most 300 hits.',
  properties: {},
  linked: false,
  claims: false,
  isCounted: false,
  edgeFields: (t) =>
    propertyFields(t, {
      score: fraction('How well the hit matches, from 0 to 1; exact names and identifiers have 1.', { required: true }),
      field: code('The field that matches best: `name`, `names`, `identifiers`, `summary` or `statement`.', { required: true }),
      snippet: text('The text of that field, or the part of it around the match.', { required: true }),
    }),
});

builder.queryField('search', (t) =>
  t.page({
    type: Hits,
    nullable: true,
    description:
      'Entities by their names, identifiers and texts: first those of exactly this name, then names that start with it, then single words, then words that differ in one letter. Case, accents and full-width forms are ignored.',
    args: {
      query: t.arg.string({ required: true, description: 'The text to search for, at most 200 characters.' }),
      ...kindsArgument(t),
      where: t.arg({ type: filterOf(Entity), description: 'Only entities that this filter matches.' }),
      ...pagingArguments(t),
      ...asOfArgument(t),
    },
    root: { side: hitsOfSearch, prepare: findHits },
    question: 'QuerySearch',
  }),
);
