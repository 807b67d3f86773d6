/** StatedValue: what is claimed that a property of an entity is; and why one is not known. */
import { Agreement, Rank } from './enums.ts';
import { defineKind } from './kind.ts';
import { claimValue, code, date, dateTime, flag, fraction, integer, word } from './property.ts';

export const StatedValue = defineKind('StatedValue', {
  prefix: 'value',
  many: 'stated values',
  description: 'A value that claims state for a property. The best one is given as the property itself; all of them are kept.',
  order: 'property',
  properties: {
    property: code('The name of the property, such as `amount`.', { required: true }),
    value: claimValue('The value that is stated.'),
    isProjected: flag(
      'Whether it is the value given as the property itself: the one of the best rank, then of the greatest confidence, then the latest published.',
      {
        required: true,
      },
    ),
    agreement: word(Agreement, 'Whether the claims about the property agree; null if all that was claimed is known to be wrong.'),
    rank: word(Rank, 'The best rank among its claims.', { required: true }),
    confidence: fraction('How sure it is, from 0 to 1: the greatest confidence among its claims.', { required: true }),
    sourceCount: integer('The number of sources that say so.', { required: true }),
    independentSourceCount: integer(
      'The number of independent origins that say so: copies of one text count once, and the parties of what is stated do not count.',
      { required: true },
    ),
    since: date('The first day on which it is said to hold; null unless all its claims give one.'),
    until: date('The last day on which it is said to hold; null unless all its claims give one.'),
    recordedAt: dateTime('When it was recorded.', { required: true }),
  },
});
