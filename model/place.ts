/** Place: where a commitment is directed, announced or carried out. */
import { Entity } from './entity.ts';
import { defineKind } from './kind.ts';
import { country } from './property.ts';

export const Place = defineKind('Place', {
  prefix: 'place',
  many: 'places',
  description: 'A country, region, city or site.',
  interfaces: [Entity],
  types: ['COUNTRY', 'REGION', 'CITY', 'SITE'],
  properties: { country: country('The country that it is or lies in, as an ISO 3166-1 alpha-2 code.') },
});
