/** Agency: a public body. */
import { Body } from './entity.ts';
import { Level } from './enums.ts';
import { defineKind } from './kind.ts';
import { country, word } from './property.ts';

export const Agency = defineKind('Agency', {
  prefix: 'agency',
  many: 'agencies',
  description: 'A public body: a government, ministry, office, police body or regulator, or a unit of one.',
  interfaces: [Body],
  types: ['MINISTRY', 'OFFICE', 'POLICE', 'REGULATOR', 'GOVERNMENT', 'UNIT'],
  properties: {
    country: country('The country it belongs to, as an ISO 3166-1 alpha-2 code.'),
    level: word(Level, 'The level of government it belongs to.'),
  },
});
