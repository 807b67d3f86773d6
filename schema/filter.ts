/** The filters of kinds, interfaces and links: input types that follow from the model. */
import type { Condition } from '../src/plan/extensions.ts';
import { minSources, sourceTypes, statedValues } from '../src/plan/stated.ts';
import { SourceType } from './enums.ts';
import { allPropertiesOf, capitalized, choiceOf, type End, isKind, linkFieldsOf, linkNameOf, nodesOf, type Properties } from './fields.ts';
import { defineInput, type InputField, type InputRef } from './input.ts';
import { KindFilter } from './kinds.ts';
import { IntFilter } from './operators.ts';
import { columnsOf } from './property.ts';
import { disjoint } from './registry.ts';
import { StatedValue } from './stated-value.ts';
import { MoneyFilter, MoneySumFilter, QuantitySumFilter } from './values.ts';

type Field = InputField<{ readonly condition: Condition }>;
type Fields = Readonly<Record<string, Field>>;

const logic = (type: unknown, description: string): Field => ({ type, description, extensions: { condition: { by: 'logic' } } });
const logicOf = (self: InputRef): Fields => ({
  and: logic([self], 'Every one of these filters matches; an empty list matches everything.'),
  or: logic([self], 'At least one of these filters matches; an empty list matches nothing.'),
  not: logic(self, 'This filter does not match. What is unknown matches no comparison, so it passes `not`.'),
});

/** What is chosen by properties of a node or a link. */
const propertyConditions = (properties: Properties, of: 'node' | 'link'): Record<string, Field> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) => {
      const { choice, description, parts, fields = [] } = property;
      if (!choice || name === 'retractedAt') return [];
      const columns = columnsOf(name, { parts: choice.parts ?? parts });
      const condition: Condition = { by: 'value', sort: choice.sort, of, columns, fields };
      return [[name, { type: choice.ref, description, extensions: { condition } }]];
    }),
  );

const KIND: Field = {
  type: KindFilter,
  description: 'The kind of the node.',
  extensions: { condition: { by: 'value', sort: 'kind', of: 'node', columns: [] } },
};

/** The filter of a kind or interface: its properties, and what its links lead to. */
export const filterOf = (end: End): InputRef =>
  defineInput(`${end.name}Filter`, `Filters ${nodesOf(end)}. All fields given must match.`, (self) =>
    disjoint(
      `${end.name}Filter`,
      isKind(end) ? {} : { kind: KIND },
      propertyConditions(allPropertiesOf(end), 'node'),
      linkConditions(end),
      ownConditions.get(end),
      isEntityOf(end) ? { values: valuesCondition() } : {},
      logicOf(self),
    ),
  );

const linkConditions = (end: End): Record<string, Field> =>
  Object.fromEntries(
    linkFieldsOf(end)
      .filter(({ side }) => side.pattern && side.gives === 'page')
      .map(({ field, description, side }) => [
        field,
        { type: linksFilterOf(field), description, extensions: { condition: { by: 'links', side } } },
      ]),
  );

/** What else can be asked of a kind or interface, beside what its properties and links say. */
const ownConditions = new Map<End, Fields>();
export const addConditions = (end: End, fields: Fields): void =>
  void ownConditions.set(end, disjoint(`${end.name}Filter`, ownConditions.get(end), fields));

/** How many independent sources, and of which sorts, stand behind a link, value or claim. */
export const behindIt = (of: 'node' | 'link'): Fields => ({
  minSources: {
    type: 'Int',
    description: 'Rests on at least this many independent sources.',
    extensions: { condition: minSources(of) },
  },
  sourceTypes: {
    type: [SourceType.ref],
    description: 'Rests on a source of one of these types; an empty list matches nothing.',
    extensions: { condition: sourceTypes(of) },
  },
});

const isEntityOf = (end: End): boolean => (isKind(end) ? end.isEntity : end.name !== 'Node');
const valuesCondition = (): Field => ({
  type: someOf(
    'StatedValueList',
    'Filters entities by the values that claims state for their properties: whether at least one, none, every or exactly one matches, and how many there are.',
    'value',
    statedValueFilter,
  ),
  description: 'Filters by the values that claims state for its properties.',
  extensions: { condition: { by: 'links', side: statedValues(() => []) } },
});
const statedValueFilter = (): InputRef =>
  defineInput('StatedValueFilter', 'Filters stated values. All fields given must match.', (self) => ({
    ...propertyConditions(StatedValue.properties, 'node'),
    ...behindIt('node'),
    ...logicOf(self),
  }));

/** The filter by the links of a field: some, none, every or a single one of them, or how many there are. */
const linksFilterOf = (field: string): InputRef =>
  someOf(
    `${capitalized(field)}Connection`,
    'Filters nodes by their links of one field: whether at least one, none, every or exactly one matches, and how many there are. Retracted links do not count.',
    'link',
    () => edgeFilterOf(field),
    () => sumOf(field),
  );
const someOf = (name: string, description: string, what: string, one: () => InputRef, more: () => Fields = () => ({})): InputRef =>
  defineInput(`${name}Filter`, description, () => ({
    ...more(),
    some: { type: one(), description: `At least one ${what} matches.` },
    none: { type: one(), description: `No ${what} matches.` },
    every: { type: one(), description: `Every ${what} matches, or there is none.` },
    single: { type: one(), description: `Exactly one ${what} matches.` },
    count: { type: IntFilter, description: `The number of all ${what}s, whether they match or not.` },
  }));

/** The comparison of sums of the amounts that links lead to; none where they lead to no amounts. */
function sumOf(field: string): Fields {
  const { target } = choiceOf(field);
  const amounts = Object.entries(allPropertiesOf(target)).filter(([, { choice }]) => choice?.sort === 'amount');
  if (amounts.length === 0) return {};
  const type = defineInput(
    `${capitalized(field)}SumFilter`,
    'Compares sums of the amounts that links lead to. Each node counts once, and the sum of nothing is 0.',
    () => ({
      where: { type: edgeFilterOf(field), description: 'Only what these links lead to is added up; without it, what all links lead to.' },
      ...Object.fromEntries(
        amounts.map(([property, { parts, choice, description }]) => {
          const [number, unit] = parts.slice(0, 2).map((part) => property + part) as [string, string];
          const sums = choice!.ref === MoneyFilter ? MoneySumFilter : QuantitySumFilter;
          return [property, { type: sums, description, extensions: { condition: { by: 'sum', columns: [number, unit] } } }];
        }),
      ),
    }),
  );
  return {
    sum: {
      type,
      description: 'The sums of the amounts at the other ends. It can be used in the filter of a list itself, but not below another link.',
    },
  };
}

/** The filter of the links of a field: their properties, and the node at the other end. */
export function edgeFilterOf(field: string): InputRef {
  const { target, properties, evidence } = choiceOf(field);
  return defineInput(
    `${linkNameOf(field)}Filter`,
    'Filters links by their own properties and by the node they lead to. All fields given must match.',
    (self) => ({
      node: { type: filterOf(target), description: 'Filters by the node at the other end.', extensions: { condition: { by: 'node' } } },
      ...propertyConditions(properties, 'link'),
      ...(evidence ? {} : behindIt('link')),
      ...logicOf(self),
    }),
  );
}
