/** Every link type of the model, one entry each. */
import { Claim } from './claim.ts';
import { Commitment } from './commitment.ts';
import { Actor, Body, Entity } from './entity.ts';
import { NewMoney, Role, Stance } from './enums.ts';
import { defineLink } from './link.ts';
import { Observation } from './observation.ts';
import { Organization } from './organization.ts';
import { Person } from './person.ts';
import { Place } from './place.ts';
import { Product } from './product.ts';
import { Program } from './program.ts';
import { flag, integer, quotation, text, word } from './property.ts';
import { declared } from './registry.ts';
import { Source } from './source.ts';
import { Target } from './target.ts';

const purpose = text('What it is for.');

export const linkTypes = declared('link type', [
  defineLink('PARTNERS_WITH', {
    description: 'Two bodies work together.',
    from: Body,
    to: Body,
    out: ['partners', 'The bodies that it works together with.'],
    properties: { purpose },
    key: 'purpose',
  }),
  defineLink('UNIT_OF', {
    description: 'One body is a part of another.',
    from: Body,
    to: Body,
    single: true,
    out: ['parents', 'The bodies that it is a unit of. Several of them are contested readings, of which only one can hold.'],
    in: ['units', 'The bodies that are units of it.'],
  }),
  defineLink('PARTY_TO', {
    description: 'An actor has a part in a commitment.',
    from: Actor,
    to: Commitment,
    out: ['commitments', 'The commitments in which it has a part.'],
    in: ['parties', 'The actors that have a part in it, and which part.'],
    properties: {
      role: word(Role, 'The part that it has.', {
        required: true,
        only: ['ACCOUNTABLE', 'FUNDING', 'IMPLEMENTING', 'EXTENDING', 'SUPPLYING', 'COOPERATING', 'BENEFITING', 'ANNOUNCING'],
      }),
    },
    key: 'role',
  }),
  defineLink('RUNS', {
    description: 'A body runs a program, or has another part in it.',
    from: Body,
    to: Program,
    out: ['programs', 'The programs that it runs, or by way of which it is kept.'],
    in: ['operators', 'The bodies that run it or have another part in it.'],
    properties: { role: word(Role, 'The part that it has.', { required: true, only: ['LEAD', 'CO_LEAD', 'SUPPLYING', 'COOPERATING'] }) },
    key: 'role',
  }),
  defineLink('UNDER', {
    description: 'A commitment is kept by way of a program.',
    from: Commitment,
    to: Program,
    out: ['programs', 'The programs that it runs, or by way of which it is kept.'],
    in: ['commitments', 'The commitments that are kept by way of it.'],
  }),
  defineLink('PART_OF', {
    description: 'A commitment is a part of a larger one.',
    from: Commitment,
    to: Commitment,
    out: ['partOf', 'The larger commitments of which it is a part.'],
    in: ['parts', 'The smaller commitments of which it consists.'],
  }),
  defineLink('BUILDS_ON', {
    description: 'A commitment continues an earlier one.',
    from: Commitment,
    to: Commitment,
    out: ['buildsOn', 'The earlier commitments that it continues.'],
    in: ['builtOnBy', 'The later commitments that continue it.'],
    properties: { newMoney: word(NewMoney, 'Whether its money is new, or that of the earlier commitment.') },
  }),
  defineLink('SUPERSEDES', {
    description: 'A commitment takes the place of an earlier one.',
    from: Commitment,
    to: Commitment,
    out: ['supersedes', 'The earlier commitments whose place it takes.'],
    in: ['supersededBy', 'The later commitments that take its place.'],
  }),
  defineLink('DIRECTED_AT', {
    description: 'A commitment is meant for a place.',
    from: Commitment,
    to: Place,
    out: ['places', 'The places for which it is meant.'],
    in: ['commitments', 'The commitments that are meant for this place.'],
  }),
  defineLink('ANNOUNCED_AT', {
    description: 'A commitment was made public at a place.',
    from: Commitment,
    to: Place,
    out: ['announcedAt', 'The places where it was made public.'],
    in: ['announcements', 'The commitments that were made public at this place.'],
    properties: { occasion: text('The occasion on which it was made public.') },
  }),
  defineLink('COVERS', {
    description: 'A commitment or program is about a product.',
    from: [Commitment, Program],
    to: Product,
    common: Entity,
    out: ['products', 'The products that it covers or makes.'],
    in: ['coveredBy', 'The commitments and programs that are about this product.'],
    properties: { purpose },
    key: 'purpose',
  }),
  defineLink('MAKES', {
    description: 'An organization makes a product.',
    from: Organization,
    to: Product,
    out: ['products', 'The products that it covers or makes.'],
    in: ['makers', 'The organizations that make this product.'],
  }),
  defineLink('HOLDS_OFFICE_AT', {
    description: 'A person holds an office at a body.',
    from: Person,
    to: Body,
    out: ['offices', 'The bodies at which the person holds an office.'],
    in: ['officers', 'The people who hold an office at this body.'],
    properties: { title: text('The title of the office.', { required: true }) },
    key: 'title',
  }),
  defineLink('LOCATED_IN', {
    description: 'An actor or place lies in a place.',
    from: [Actor, Place],
    to: Place,
    common: Entity,
    out: ['locations', 'The places in which it lies.'],
    in: ['located', 'The actors and places that lie in this place.'],
  }),
  defineLink('SAME_AS', {
    description: 'Two entities are said to be the same, as by Wikidata’s P460; both are kept.',
    from: Entity,
    to: Entity,
    out: ['sameAs', 'The entities that it is said to be the same as.'],
  }),
  defineLink('HAS_TARGET', {
    description: 'A commitment is measured by a target.',
    from: Commitment,
    to: Target,
    out: ['targets', 'The targets by which it is measured.'],
    in: ['targetOf', 'The commitments that are measured by this target.'],
    inOne: ['commitment', 'The commitment that is measured by this target.'],
  }),
  defineLink('OBSERVED_AS', {
    description: 'A result was measured or reported of a target, commitment, program or actor.',
    from: [Target, Commitment, Program, Actor],
    to: Observation,
    common: Entity,
    out: ['observations', 'The results that were measured or reported of it.'],
    in: ['observationOf', 'What this is a result of.'],
  }),
  defineLink('ABOUT', {
    description: 'A claim is about an entity.',
    from: Claim,
    to: Entity,
    evidence: true,
    out: ['subjects', 'The entities that the claim is about.'],
    in: ['claims', 'The claims about it; of a source, the claims that rest on it.'],
  }),
  defineLink('SUPPORTED_BY', {
    description: 'A claim rests on a source.',
    from: Claim,
    to: Source,
    evidence: true,
    out: ['evidence', 'The sources that the claim rests on, with the words they are quoted by.'],
    in: ['claims', 'The claims about it; of a source, the claims that rest on it.'],
    properties: {
      quote: quotation('The words of the source that the claim rests on, at most a dozen.'),
      start: integer('Where the quote starts in the text of the source, in UTF-16 code units.'),
      end: integer('Where the quote ends in the text of the source, exclusive, in UTF-16 code units.'),
      paragraph: integer('The number of the paragraph with the quote, counted from 1 over the lines that are not empty.'),
      proven: flag('Whether the quote was found in the full text of the source.'),
      stance: word(Stance, 'Whether the source supports or contradicts the claim, or only mentions it.'),
    },
  }),
  defineLink('ATTRIBUTED_TO', {
    description: 'A claim is the word of an actor, whoever published it.',
    from: Claim,
    to: Actor,
    evidence: true,
    out: ['attributedTo', 'The actors whose word it is.'],
    in: ['attributedClaims', 'The claims that are the word of this actor, whoever published them.'],
  }),
  defineLink('PUBLISHED_BY', {
    description: 'An actor published a source.',
    from: Source,
    to: Actor,
    evidence: true,
    out: ['publishers', 'The actors that published it.'],
    in: ['publications', 'The sources that this actor published.'],
  }),
  defineLink('DERIVED_FROM', {
    description: 'A source repeats what another says.',
    from: Source,
    to: Source,
    evidence: true,
    out: ['derivedFrom', 'The sources that it repeats.'],
    in: ['derivedSources', 'The sources that repeat it.'],
  }),
]);

/** The types of the partner graph, not those of evidence. */
export const partnerLinks = [...linkTypes.values()].filter(({ evidence }) => !evidence);

export const partnerLinkNames: readonly string[] = partnerLinks.map(({ name }) => name);

/** The names of the types of link that are read both ways. */
export const symmetricLinks: readonly string[] = partnerLinks.filter(({ symmetric }) => symmetric).map(({ name }) => name);
