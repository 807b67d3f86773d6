/** Person: someone who speaks or acts for a body. */
import { Actor } from './entity.ts';
import { defineKind } from './kind.ts';

export const Person = defineKind('Person', {
  prefix: 'person',
  many: 'people',
  description: 'A person who speaks or acts in public, usually for a body.',
  interfaces: [Actor],
});
