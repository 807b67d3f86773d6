/** Claim: one statement of one source about a link or a value. */
import { Node } from './entity.ts';
import { Basis, Rank, Review } from './enums.ts';
import { defineKind } from './kind.ts';
import { claimValue, code, date, dateTime, flag, fraction, identity, text, word } from './property.ts';

export const Claim = defineKind('Claim', {
  prefix: 'claim',
  many: 'claims',
  description: 'One statement of one source about a link or a value. Every link and every stated value rests on at least one.',
  interfaces: [Node],
  order: 'statement',
  properties: {
    statement: text('What is claimed, in words of our own.', { required: true }),
    property: code('The link type or the property it is about; absent for a claim about its subjects in general.'),
    value: claimValue('What it says the property is; absent for a claim about a link.'),
    basis: word(Basis, 'What it rests on.', { required: true }),
    confidence: fraction('How sure we are that the source says and means this, 0 to 1.', { required: true }),
    rank: word(Rank, 'How it stands among claims about the same thing.', { required: true }),
    review: word(Review, 'Whether a person has checked it.', { required: true }),
    origin: identity('Whose word it is: whom it is attributed to, or else the document that its source repeats, or the source.'),
    isSelfReported: flag('Whether its origin, or who printed it, is an end or a party of what it is about.'),
    since: date('The first day it is said to hold.'),
    until: date('The last day it is said to hold.'),
    recordedAt: dateTime('When we recorded it.', { required: true }),
    retractedAt: dateTime('When we took it back.'),
  },
});
