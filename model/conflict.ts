/** Conflict: something on which claims disagree. */
import { Node } from './entity.ts';
import { defineKind } from './kind.ts';
import { code, integer } from './property.ts';

export const Conflict = defineKind('Conflict', {
  prefix: 'conflict',
  many: 'conflicts',
  interfaces: [Node],
  description: 'Something on which claims disagree: a property with several values, or links of which only one can hold.',
  properties: {
    property: code('The property, or the type of link, on which claims disagree.', { required: true }),
    sourceCount: integer('The number of sources that say anything of it.', { required: true }),
    independentSourceCount: integer(
      'The number of independent origins that say anything of it: copies of one text count once, and its parties do not count.',
      { required: true },
    ),
  },
});
