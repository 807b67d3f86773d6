/** Every link type of the model, one entry each. */
import { Claim } from './claim.ts';
import { Commitment } from './commitment.ts';
import { Actor, Body, Entity } from './entity.ts';
import { NewMoney, Role, Stance } from './enums.ts';
import './kinds.ts';
import { defineLink } from './link.ts';
import { Observation } from './observation.ts';
import { Organization } from './organization.ts';
import { Person } from './person.ts';
import { Place } from './place.ts';
import { Product } from './product.ts';
import { Program } from './program.ts';
import { flag, integer, quotation, text, word } from './property.ts';
import { Source } from './source.ts';
import { Target } from './target.ts';

const purpose = text('What for.');

defineLink('PARTNERS_WITH', {
  description: 'Two bodies work together.',
  from: Body,
  to: Body,
  out: ['partners', 'The bodies it works together with.'],
  properties: { purpose },
  key: 'purpose',
});

defineLink('UNIT_OF', {
  description: 'One body is a part of another.',
  from: Body,
  to: Body,
  single: true,
  out: ['parents', 'The bodies it is a unit of; several are contested readings.'],
  in: ['units', 'The bodies that are units of it.'],
});

defineLink('PARTY_TO', {
  description: 'An actor has a part in a commitment.',
  from: Actor,
  to: Commitment,
  out: ['commitments', 'The commitments it has a part in.'],
  in: ['parties', 'Who has a part in it, and which.'],
  properties: {
    role: word(Role, 'The part it has.', {
      required: true,
      only: ['ACCOUNTABLE', 'FUNDING', 'IMPLEMENTING', 'EXTENDING', 'SUPPLYING', 'COOPERATING', 'BENEFITING', 'ANNOUNCING'],
    }),
  },
  key: 'role',
});

defineLink('RUNS', {
  description: 'A body runs a program, or has another part in it.',
  from: Body,
  to: Program,
  out: ['programs', 'The programs it runs or stands under.'],
  in: ['operators', 'The bodies that run it or have another part in it.'],
  properties: { role: word(Role, 'The part it has.', { required: true, only: ['LEAD', 'CO_LEAD', 'SUPPLYING', 'COOPERATING'] }) },
  key: 'role',
});

defineLink('UNDER', {
  description: 'A commitment is kept by way of a program.',
  from: Commitment,
  to: Program,
  out: ['programs', 'The programs it runs or stands under.'],
  in: ['commitments', 'The commitments kept by way of it.'],
});

defineLink('PART_OF', {
  description: 'A commitment is a part of a larger one.',
  from: Commitment,
  to: Commitment,
  out: ['partOf', 'The larger commitments it is a part of.'],
  in: ['parts', 'The commitments it consists of.'],
});

defineLink('BUILDS_ON', {
  description: 'A commitment continues an earlier one.',
  from: Commitment,
  to: Commitment,
  out: ['buildsOn', 'The earlier commitments it continues.'],
  in: ['builtOnBy', 'The later commitments that continue it.'],
  properties: { newMoney: word(NewMoney, 'Whether its money is new.') },
});

defineLink('SUPERSEDES', {
  description: 'A commitment takes the place of an earlier one.',
  from: Commitment,
  to: Commitment,
  out: ['supersedes', 'The earlier commitments it takes the place of.'],
  in: ['supersededBy', 'The later commitments that take its place.'],
});

defineLink('DIRECTED_AT', {
  description: 'A commitment is meant for a place.',
  from: Commitment,
  to: Place,
  out: ['places', 'The places it is meant for.'],
  in: ['commitments', 'The commitments meant for it.'],
});

defineLink('ANNOUNCED_AT', {
  description: 'A commitment was made public at a place.',
  from: Commitment,
  to: Place,
  out: ['announcedAt', 'Where it was made public.'],
  in: ['announcements', 'The commitments made public there.'],
  properties: { occasion: text('On what occasion.') },
});

defineLink('COVERS', {
  description: 'A commitment or program is about a product.',
  from: [Commitment, Program],
  to: Product,
  common: Entity,
  out: ['products', 'The products it covers or makes.'],
  in: ['coveredBy', 'The commitments and programs that cover it.'],
  properties: { purpose },
  key: 'purpose',
});

defineLink('MAKES', {
  description: 'An organization makes a product.',
  from: Organization,
  to: Product,
  out: ['products', 'The products it covers or makes.'],
  in: ['makers', 'The organizations that make it.'],
});

defineLink('HOLDS_OFFICE_AT', {
  description: 'A person holds an office at a body.',
  from: Person,
  to: Body,
  out: ['offices', 'The bodies the person holds an office at.'],
  in: ['officers', 'The people who hold an office at it.'],
  properties: { title: text('The title of the office.', { required: true }) },
  key: 'title',
});

defineLink('LOCATED_IN', {
  description: 'An actor or place lies in a place.',
  from: [Actor, Place],
  to: Place,
  common: Entity,
  out: ['locations', 'The places it lies in.'],
  in: ['located', 'Who and what lies in it.'],
});

defineLink('SAME_AS', {
  description: 'Two entities are said to be the same (Wikidata P460); they stay two.',
  from: Entity,
  to: Entity,
  out: ['sameAs', 'The entities it is said to be the same as.'],
});

defineLink('HAS_TARGET', {
  description: 'A commitment is measured by a target.',
  from: Commitment,
  to: Target,
  out: ['targets', 'What it is to reach.'],
  in: ['targetOf', 'The commitments it is a target of.'],
  inOne: ['commitment', 'The commitment it is a target of.'],
});

defineLink('OBSERVED_AS', {
  description: 'A result was measured or reported.',
  from: [Target, Commitment, Program, Actor],
  to: Observation,
  common: Entity,
  out: ['observations', 'The results measured or reported of it.'],
  in: ['observationOf', 'What it is a result of.'],
});

defineLink('ABOUT', {
  description: 'A claim speaks of an entity.',
  from: Claim,
  to: Entity,
  evidence: true,
  out: ['subjects', 'The entities it speaks of.'],
  in: ['claims', 'The claims about it, or resting on it.'],
});

defineLink('SUPPORTED_BY', {
  description: 'A claim rests on a source.',
  from: Claim,
  to: Source,
  evidence: true,
  out: ['evidence', 'The sources it rests on, with the words quoted.'],
  in: ['claims', 'The claims about it, or resting on it.'],
  properties: {
    quote: quotation('The words of the source, at most a dozen.'),
    start: integer('Where the quote starts in the text of the source, in UTF-16 units.'),
    end: integer('Where the quote ends, exclusive.'),
    paragraph: integer('The paragraph of the quote: the n-th line that is not empty, from 1.'),
    proven: flag('Whether the quote was found in the full text of the source.'),
    stance: word(Stance, 'What the source does to the claim.'),
  },
});

defineLink('ATTRIBUTED_TO', {
  description: 'A claim is somebody’s word, whoever prints it.',
  from: Claim,
  to: Actor,
  evidence: true,
  out: ['attributedTo', 'Whose word it is.'],
  in: ['attributedClaims', 'The claims that are its word.'],
});

defineLink('PUBLISHED_BY', {
  description: 'An actor published a source.',
  from: Source,
  to: Actor,
  evidence: true,
  out: ['publishers', 'Who published it.'],
  in: ['publications', 'The sources it published.'],
});

defineLink('DERIVED_FROM', {
  description: 'A source repeats another.',
  from: Source,
  to: Source,
  evidence: true,
  out: ['derivedFrom', 'The sources it repeats.'],
  in: ['derivedSources', 'The sources that repeat it.'],
});
