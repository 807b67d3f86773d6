/** The interfaces of the model: Node, Entity, Actor and Body. */
import { EntityType } from './enums.ts';
import { defineInterface } from './kind.ts';
import { identifiers, identity, names, text, word } from './property.ts';

export const Node = defineInterface('Node', {
  description:
    'Anything with an id of its own: entities, links, sources, claims, and what is derived from claims, such as conflicts and changes.',
  properties: {
    id: identity('The global id, readable and stable, such as `organization:microsoft`.', { required: true }),
  },
});

export const Entity = defineInterface('Entity', {
  description: 'Anything that has a name, can be linked and can be claimed about: every kind of node but claims and sources.',
  above: [Node],
  properties: {
    name: text('The name it is best known by.', { required: true }),
    names: names('Other names: aliases, abbreviations, names in other scripts.'),
    type: word(EntityType, 'What type of organization, commitment, place and so on it is.'),
    summary: text('What it is, in a sentence.'),
    identifiers: identifiers('Identifiers of it in the schemes of others, such as Wikidata.'),
  },
});

export const Actor = defineInterface('Actor', {
  description: 'Whoever can promise, pay, work or speak: organizations, agencies and people.',
  above: [Node, Entity],
});

export const Body = defineInterface('Body', {
  description: 'A corporate body: an organization or agency, which can have partners, units and officers.',
  above: [Node, Entity, Actor],
});
