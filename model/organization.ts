/** Organization: a body outside government. */
import { Body } from './entity.ts';
import { defineKind } from './kind.ts';
import { country, url } from './property.ts';

export const Organization = defineKind('Organization', {
  prefix: 'organization',
  many: 'organizations',
  description: 'A company, university, union or other body outside government.',
  interfaces: [Body],
  types: ['COMPANY', 'UNIVERSITY', 'UNION', 'NONPROFIT', 'CONSORTIUM', 'UNIT'],
  properties: {
    country: country('The country of its seat, as an ISO 3166-1 alpha-2 code.'),
    website: url('Its own website.'),
  },
});
