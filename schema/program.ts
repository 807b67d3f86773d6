/** Program: continued work under one name. */
import { Entity } from './entity.ts';
import { defineKind } from './kind.ts';
import { date } from './property.ts';

export const Program = defineKind('Program', {
  prefix: 'program',
  many: 'programs',
  description: 'Continued work under one name, run by bodies, under which commitments are kept.',
  interfaces: [Entity],
  types: ['TRAINING', 'GRANT', 'FELLOWSHIP', 'INFRASTRUCTURE', 'SECURITY', 'RESEARCH'],
  properties: {
    startsOn: date('The first day it can start.', { stated: true }),
    endsOn: date('The last day it can end.', { stated: true }),
  },
});
