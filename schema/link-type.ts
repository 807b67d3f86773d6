/** The types of link as an enumeration. */
import { linkTypes } from '../model/links.ts';
import { builder } from './builder.ts';

export const LinkTypeEnum = builder.enumType('LinkType', {
  description: 'The types of link. Each value says what a link of that type states.',
  values: Object.fromEntries([...linkTypes.values()].map(({ name, description }) => [name, { description }])),
});
