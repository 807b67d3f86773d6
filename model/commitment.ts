/** Commitment: something promised in public. */
import { Entity } from './entity.ts';
import { Strength } from './enums.ts';
import { defineKind } from './kind.ts';
import { date, money, text, texts, word } from './property.ts';

export const Commitment = defineKind('Commitment', {
  prefix: 'commitment',
  many: 'commitments',
  description: 'Something promised in public. Who promised it, with whom, by when and how much is told by its links, targets and values.',
  interfaces: [Entity],
  types: ['FINANCIAL', 'INFRASTRUCTURE', 'TRAINING', 'GRANT', 'FELLOWSHIP', 'SECURITY', 'RESEARCH', 'PARTNERSHIP', 'ASSURANCE'],
  latestBy: 'announcedOn',
  properties: {
    statement: text('What is promised, in a sentence of this graph and not of a source.', { required: true }),
    announcedOn: date('The day it was first made public.', { stated: true }),
    startsOn: date('The first day on which it can start.', { stated: true }),
    endsOn: date('The last day by which it is to be kept.', { stated: true }),
    amount: money('The sum of money that is promised.', { stated: true }),
    strength: word(Strength, 'How firmly it was promised.', { stated: true }),
    topics: texts('The topics it is about, a few words each.'),
  },
});
