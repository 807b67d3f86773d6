/** Commitment: something promised in public. */
import { Entity } from './entity.ts';
import { Strength } from './enums.ts';
import { defineKind } from './kind.ts';
import { date, money, text, texts, word } from './property.ts';

export const Commitment = defineKind('Commitment', {
  prefix: 'commitment',
  many: 'commitments',
  description: 'Something promised in public: who, with whom, by when and how much stand in its links, targets and values.',
  interfaces: [Entity],
  types: ['FINANCIAL', 'INFRASTRUCTURE', 'TRAINING', 'GRANT', 'FELLOWSHIP', 'SECURITY', 'RESEARCH', 'PARTNERSHIP', 'ASSURANCE'],
  latestBy: 'announcedOn',
  properties: {
    statement: text('What is promised, in a sentence of our own.', { required: true }),
    announcedOn: date('The first day it was made public.', { stated: true }),
    startsOn: date('The first day it can start.', { stated: true }),
    endsOn: date('The last day by which it is to be kept.', { stated: true }),
    amount: money('The sum promised.', { stated: true }),
    strength: word(Strength, 'How firmly it was promised.', { stated: true }),
    topics: texts('What it is about, in a few words each.'),
  },
});
