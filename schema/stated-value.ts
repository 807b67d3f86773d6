/** StatedValue: what is claimed that a property of an entity is; and why one is not known. */
import { Agreement, Rank } from './enums.ts';
import { defineRecord } from './kind.ts';
import { claimValue, code, date, dateTime, flag, fraction, integer, word } from './property.ts';

export const StatedValue = defineRecord('StatedValue', {
  prefix: 'value',
  many: 'stated values',
  description: 'A value that claims give to a property. The best one stands as the property itself; none is lost.',
  order: 'property',
  properties: {
    property: code('The property.', { required: true }),
    value: claimValue('What it is said to be.'),
    isProjected: flag('Whether it stands as the property itself: that of the best rank, then the surest, then the latest published.', {
      required: true,
    }),
    agreement: word(Agreement, 'Whether claims agree on the property; null where all that was claimed is known to be wrong.'),
    rank: word(Rank, 'The best rank among its claims.', { required: true }),
    confidence: fraction('How sure we are, 0 to 1: the greatest confidence among its claims.', { required: true }),
    sourceCount: integer('How many sources say so.', { required: true }),
    independentSourceCount: integer('How many distinct origins say so that are not part of what is stated.', { required: true }),
    since: date('The first day it is said to hold; open where not all claims say one.'),
    until: date('The last day it is said to hold; open where not all claims say one.'),
    recordedAt: dateTime('When it was recorded.', { required: true }),
  },
});
