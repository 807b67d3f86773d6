/** Observation: what was measured or reported (the actual of an IATI indicator). */
import { Entity } from './entity.ts';
import { defineKind } from './kind.ts';
import { date, quantity, text } from './property.ts';

export const Observation = defineKind('Observation', {
  prefix: 'observation',
  many: 'observations',
  description: 'A result that was measured or reported: how much of what, for whom, in which period.',
  interfaces: [Entity],
  properties: {
    indicator: text('What was measured.', { required: true }),
    population: text('Who or what was counted.', { stated: true }),
    quantity: quantity('How much was reached.', { stated: true }),
    startsOn: date('The first day of the period that was measured.', { stated: true }),
    endsOn: date('The last day of the period that was measured.', { stated: true }),
  },
});
