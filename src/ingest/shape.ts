/** The shape of a seed document, made from the model: what `seed` and `check` accept and `seeds/seed.schema.json` prints. */
import { z } from 'zod';
import * as checks from '../../model/checks.ts';
import { Basis, Rank, Review, Stance, UnknownReason } from '../../model/enums.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds.ts';
import { linkTypes, partnerLinks } from '../../model/links.ts';
import type { Property } from '../../model/property.ts';
import { oneOf } from './wording.ts';

const MOST_WORDS = 12;
const MOST_CHARACTERS = 80;

const described = (description: string, check: z.ZodType): z.ZodType => check.meta({ description });
const optional = ({ check, description, required }: Property): z.ZodType => described(description, required ? check : check.optional());
const fields = (properties: Readonly<Record<string, Property>>, keep: (name: string, property: Property) => boolean) =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name, property]) => keep(name, property))
      .map(([name, property]) => [name, optional(property)]),
  );

const idOf = (kind: Kind): z.ZodType => checks.id.regex(new RegExp(`^${kind.prefix}:`), `is not an id of ${oneOf(kind)}`);
const typeOf = (kind: Kind) => (kind.types.length ? { type: z.enum(kind.types as [string, ...string[]]).optional() } : {});

/** What a seed says of an entity of this kind: who or what it is; stated values stand under `values`. */
export const entityShape = new Map(
  [...kinds.values()]
    .filter((kind) => kind.isEntity)
    .map((kind) => [
      kind,
      z
        .strictObject({ ...fields(kind.properties, (name, { stated }) => !stated && name !== 'type'), ...typeOf(kind), id: idOf(kind) })
        .meta({ description: kind.description }),
    ]),
);

const Source = kinds.get('Source')!;
const sourceFields = {
  ...fields(Source.properties, () => true),
  id: idOf(Source),
  publishers: z.array(checks.id).optional().meta({ description: 'The actors that published it.' }),
  derivedFrom: z.array(checks.id).optional().meta({ description: 'The sources that it repeats.' }),
};
const attributedTo = checks.id.nullable().optional().meta({ description: 'Whose word it is; null: nobody’s but the source’s own.' });

export const quote = z
  .string()
  .regex(/^\S(.*\S)?$/s, 'is empty, or starts or ends with a blank')
  .max(MOST_CHARACTERS, `is longer than ${MOST_CHARACTERS} characters`)
  .regex(new RegExp(`^\\S+(\\s+\\S+){0,${MOST_WORDS - 1}}$`), `is longer than ${MOST_WORDS} words`);

const claim = z.strictObject({
  statement: checks.text.meta({ description: 'What is claimed, in your own words.' }),
  quote: quote.optional().meta({
    description: `The shortest phrase of the source that says so, found in it once: at most ${MOST_WORDS} words and ${MOST_CHARACTERS} characters.`,
  }),
  start: z
    .int()
    .min(0)
    .optional()
    .meta({ description: 'Where the quote starts, in UTF-16 units; `check --document FILE --write` fills it.' }),
  end: z.int().min(0).optional().meta({ description: 'Where the quote ends, exclusive; filled like `start`.' }),
  paragraph: z.int().min(1).optional().meta({ description: 'The n-th line that is not empty; filled like `start`.' }),
  stance: z
    .enum(Stance.words)
    .optional()
    .meta({ description: 'What the source does to the claim; SUPPORTS where absent, MENTIONS of what is BACKGROUND.' }),
  basis: z.enum(Basis.words).optional().meta({ description: 'What the claim rests on; QUOTED where there is a quote.' }),
  confidence: checks.fraction.optional().meta({ description: 'How sure we are, 0 to 1; the usual of its basis where absent.' }),
  rank: z.enum(Rank.words).default('NORMAL').meta({ description: 'How it stands among claims about the same thing.' }),
  review: z.enum(Review.words).default('UNVERIFIED').meta({ description: 'Whether a person has checked it.' }),
  attributedTo,
  since: checks.date.optional().meta({ description: 'The first day it is said to hold.' }),
  until: checks.date.optional().meta({ description: 'The last day it is said to hold.' }),
  about: z.array(checks.id).optional().meta({ description: 'For a claim that stands alone: the entities it speaks of.' }),
});

const claimName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u, 'is not a name of letters, digits and blanks');
const claimNames = z.array(z.string()).min(1, 'has no claim').meta({ description: 'The names of the claims it rests on.' });
const ends = z.union([checks.id, z.array(checks.id).min(1)]);

/** What a seed says of a link of each type. */
export const linkShape = new Map(
  partnerLinks.map(({ name, properties, description }) => [
    name,
    z
      .strictObject({
        type: z.literal(name),
        from: checks.id,
        to: ends.meta({ description: 'The other end, or several.' }),
        claims: claimNames,
        since: checks.date.optional(),
        until: checks.date.optional(),
        ...fields(properties, () => true),
      })
      .meta({ description }),
  ]),
);

/** What a value of each stated property must look like. */
export const valueShape = new Map(
  [...kinds.values()].map((kind) => [
    kind,
    new Map(
      Object.entries(kind.properties)
        .filter(([, { stated }]) => stated)
        .map(([name, { check }]) => [name, check]),
    ),
  ]),
);
const unknown = z.enum(UnknownReason.words).meta({ description: 'In place of `is`: why it is not known.' });
const valueEntry = z.strictObject({
  of: checks.id,
  property: z.string(),
  is: z.unknown().optional(),
  unknown: unknown.optional(),
  claims: claimNames,
});

const head = z.strictObject({
  ...sourceFields,
  attributedTo,
  recordedOn: checks.date.optional().meta({ description: 'When we recorded what it says; `retrievedOn` where absent.' }),
});

/** The frame of a document; entities, links and values are checked one by one against the shape of their kind, type and property. */
export const documentFrame = z.strictObject({
  source: head,
  sources: z.array(z.strictObject(sourceFields)).default([]),
  entities: z.array(z.looseObject({ id: checks.id })).default([]),
  claims: z.record(claimName, claim).default({}),
  links: z.array(z.looseObject({ type: z.string(), from: checks.id, to: ends, claims: claimNames })).default([]),
  values: z.array(valueEntry).default([]),
});

const ignored = z
  .unknown()
  .optional()
  .transform(() => undefined);
/** The frame of a document whose quotes are about to be placed anew: where it says they stand is of no account. */
export const frameToPlace = documentFrame.extend({
  claims: z.record(claimName, claim.extend({ start: ignored, end: ignored, paragraph: ignored })).default({}),
});

/** The ends a link type may have, by the prefixes of their ids. */
function endsShape(name: string) {
  const { from, to } = linkTypes.get(name)!;
  const oneOf = (allowed: ReadonlySet<Kind>) =>
    z.string().regex(new RegExp(`^(${[...allowed].map(({ prefix }) => prefix).join('|')}):[a-z0-9][a-z0-9._-]*$`));
  return { from: oneOf(from), to: z.union([oneOf(to), z.array(oneOf(to)).min(1)]) };
}

/** The JSON Schema by which an editor checks a seed while it is typed. */
export function seedSchema(): object {
  const value = (kind: Kind, name: string, is: z.ZodType) =>
    z.strictObject({ of: idOf(kind), property: z.literal(name), is, claims: claimNames });
  const values = [...valueShape].flatMap(([kind, properties]) => [
    ...[...properties].map(([name, is]) => value(kind, name, is)),
    ...(properties.size
      ? [z.strictObject({ of: idOf(kind), property: z.enum([...properties.keys()] as [string, ...string[]]), unknown, claims: claimNames })]
      : []),
  ]);
  const whole = z.strictObject({
    ...documentFrame.shape,
    entities: z.array(z.union([...entityShape.values()])).default([]),
    links: z.array(z.union([...linkShape].map(([name, shape]) => shape.extend(endsShape(name))))).default([]),
    values: z.array(z.union(values)).default([]),
  });
  const title = 'A seed document of Pledgegraph';
  return { ...z.toJSONSchema(whole, { io: 'input', unrepresentable: 'any', reused: 'ref' }), title };
}
