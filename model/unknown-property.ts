/** UnknownProperty: a property that is not known, stored as a value with the reason. */
import { defineKind } from './kind.ts';
import { code } from './property.ts';

export const UnknownProperty = defineKind('UnknownProperty', {
  prefix: 'unknown',
  label: 'StatedValue',
  many: 'unknown properties',
  description: 'A property that is not known, and the reason why.',
  properties: { property: code('The name of the property, such as `amount`.', { required: true }) },
});
