/** Change: what became known when, and its four kinds: added, closed, revised, retracted. */
import { Node } from './entity.ts';
import { defineInterface, defineKind } from './kind.ts';
import { claimValue, code, dateTime, type Properties } from './property.ts';

export const Change = defineInterface('Change', {
  above: [Node],
  description: 'Something that became known at a point in time: an addition, a revision, an end or a retraction.',
  properties: {
    at: dateTime('When the change was recorded.', { required: true }),
    property: code('The property of the entity or link that changed; null if the entity or link as a whole did.'),
    linkId: code('The id of the link that the change is about; null if it is about an entity.'),
  },
});

const defineChange = (name: string, many: string, description: string, properties: Properties = {}) =>
  defineKind(name, { prefix: name.toLowerCase(), label: 'Change', many, description, interfaces: [Change], properties });

export const Added = defineChange('Added', 'additions', 'An entity, a link or a value became known.', {
  value: claimValue('The value that became known; null for an entity or a link.'),
});
export const Closed = defineChange('Closed', 'closings', 'A link became known to end.');
export const Revised = defineChange('Revised', 'revisions', 'A property has another value than before.', {
  before: claimValue('The value before the change; null if there was none.'),
  after: claimValue('The value after the change; null if there is none.'),
});
export const Retracted = defineChange('Retracted', 'retractions', 'An entity, a link or a value is no longer claimed.', {
  value: claimValue('The value that is no longer claimed; null for an entity or a link.'),
});
