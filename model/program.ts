/** Program: continued work under one name. */
import { Entity } from './entity.ts';
import { defineKind } from './kind.ts';
import { date } from './property.ts';

export const Program = defineKind('Program', {
  prefix: 'program',
  many: 'programs',
  description: 'Continued work under one name that bodies run, and by which commitments are kept.',
  interfaces: [Entity],
  types: ['TRAINING', 'GRANT', 'FELLOWSHIP', 'INFRASTRUCTURE', 'SECURITY', 'RESEARCH'],
  properties: {
    startsOn: date('The first day on which it can start.', { stated: true }),
    endsOn: date('The last day on which it can end.', { stated: true }),
  },
});
