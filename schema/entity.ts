/** The interfaces of the model: Node, Entity, Actor and Body. */
import { EntityType } from './enums.ts';
import { defineInterface } from './kind.ts';
import { identifiers, identity, names, text, word } from './property.ts';

export const Node = defineInterface('Node', {
  description: 'Anything with an id of its own: entities, links, sources, claims, and what is derived of claims.',
  properties: {
    id: identity('Readable and stable, such as `organization:microsoft`.', { required: true }),
  },
});

export const Entity = defineInterface('Entity', {
  description: 'Whatever can be linked, named and claimed about.',
  above: [Node],
  properties: {
    name: text('The best known name.', { required: true }),
    names: names('Aliases, abbreviations, names in other scripts.'),
    type: word(EntityType, 'What sort of thing it is.'),
    summary: text('What it is, in a sentence.'),
    identifiers: identifiers('Identifiers that others gave to it.'),
  },
});

export const Actor = defineInterface('Actor', {
  description: 'Whoever can promise, pay, work or speak: organizations, agencies, people.',
  above: [Node, Entity],
});

export const Body = defineInterface('Body', {
  description: 'A corporate body: an organization or agency, which can have partners, units and officers.',
  above: [Node, Entity, Actor],
});
