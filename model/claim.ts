/** Claim: one statement of one source about a link or a value. */
import { Node } from './entity.ts';
import { Basis, Rank, Review } from './enums.ts';
import { defineKind } from './kind.ts';
import { claimValue, code, date, dateTime, flag, fraction, identity, text, word } from './property.ts';

export const Claim = defineKind('Claim', {
  prefix: 'claim',
  many: 'claims',
  description: 'A statement of one source about a link or a value. Every link and every stated value rests on at least one claim.',
  interfaces: [Node],
  order: 'statement',
  properties: {
    statement: text('What is claimed, in the words of this graph and not of the source.', { required: true }),
    property: code('The type of link or the property that it is about; null for a claim about its subjects in general.'),
    value: claimValue('The value that it states for the property; null for a claim about a link.'),
    basis: word(Basis, 'What the claim rests on: quoted words, an inference, data ...', { required: true }),
    confidence: fraction('How sure it is that the source says and means this, from 0 to 1.', { required: true }),
    rank: word(Rank, 'The rank of the claim among the claims about the same thing.', { required: true }),
    review: word(Review, 'Whether a person has checked it.', { required: true }),
    origin: identity(
      'The id of whose word it is: whom it is attributed to, or else the document that its source repeats, or else the source.',
    ),
    isSelfReported: flag('Whether its origin, or whoever published it, is itself an end of the link or a party of what it is about.'),
    since: date('The first day on which what it states is said to hold.'),
    until: date('The last day on which what it states is said to hold.'),
    recordedAt: dateTime('When it was recorded in this graph.', { required: true }),
    retractedAt: dateTime('When it was retracted from this graph; null while it stands.'),
  },
});
