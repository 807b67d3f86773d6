/** Target: what a commitment is to reach (the target of an IATI indicator). */
import { Entity } from './entity.ts';
import { defineKind } from './kind.ts';
import { date, quantity, text } from './property.ts';

export const Target = defineKind('Target', {
  prefix: 'target',
  many: 'targets',
  description: 'A measurable aim of a commitment: how much of what, for whom, by when.',
  interfaces: [Entity],
  properties: {
    indicator: text('What is to be measured.', { required: true }),
    population: text('Who or what is counted.', { stated: true }),
    quantity: quantity('How much is to be reached.', { stated: true }),
    baseline: quantity('The value that it starts from.', { stated: true }),
    dueOn: date('The day by which it is due.', { stated: true }),
  },
});
