/** The filters of kinds, interfaces and links: input types that follow from the model. */
import { SourceType } from '../model/enums.ts';
import { allPropertiesOf, type End, isKind } from '../model/kind.ts';
import { columnsOf, type Properties } from '../model/property.ts';
import { disjoint } from '../model/registry.ts';
import { StatedValue } from '../model/stated-value.ts';
import type { Condition } from '../src/plan/extensions.ts';
import { minSources, sourceTypes, statedValues } from '../src/plan/stated.ts';
import { enumOf } from './enums.ts';
import { capitalized, choiceOf, linkFieldsOf, linkNameOf, nodesOf } from './fields.ts';
import { defineInput, type InputField, type InputFields, type InputRef } from './input.ts';
import { KindFilter } from './kind-enum.ts';
import { IntFilter } from './operators.ts';
import { propertyFilterOf } from './property.ts';
import { MoneySumFilter, QuantitySumFilter } from './values.ts';

const logic = (type: InputField['type'], description: string): InputField => ({
  type,
  description,
  extensions: { condition: { by: 'logic' } },
});
const logicOf = (self: InputRef): InputFields => ({
  and: logic([self], 'Every one of these filters matches; an empty list matches everything.'),
  or: logic([self], 'At least one of these filters matches; an empty list matches nothing.'),
  not: logic(self, 'This filter does not match. What is unknown matches no comparison, so it passes `not`.'),
});

/** What is chosen by properties of a node or a link. */
const propertyConditions = (properties: Properties, of: 'node' | 'link'): Record<string, InputField> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) => {
      const { compared, description, parts, fields = [] } = property;
      const type = propertyFilterOf(property);
      if (!compared || !type || name === 'retractedAt') return [];
      const columns = columnsOf(name, { parts: compared.parts ?? parts });
      const condition: Condition = { by: 'value', sort: compared.as, of, columns, fields };
      return [[name, { type, description, extensions: { condition } }]];
    }),
  );

const KIND: InputField = {
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

const linkConditions = (end: End): Record<string, InputField> =>
  Object.fromEntries(
    linkFieldsOf(end)
      .filter(({ side }) => side.pattern && side.gives === 'page')
      .map(({ field, description, side }) => [
        field,
        { type: linksFilterOf(field), description, extensions: { condition: { by: 'links', side } } },
      ]),
  );

/** What else can be asked of a kind or interface, beside what its properties and links say. */
const ownConditions = new Map<End, InputFields>();
export const addConditions = (end: End, fields: InputFields): void =>
  void ownConditions.set(end, disjoint(`${end.name}Filter`, ownConditions.get(end), fields));

/** How many independent sources, and of which sorts, stand behind a link, value or claim. */
export const behindIt = (of: 'node' | 'link'): InputFields => ({
  minSources: {
    type: 'Int',
    description: 'Rests on at least this many independent sources.',
    extensions: { condition: minSources(of) },
  },
  sourceTypes: {
    type: [enumOf(SourceType)],
    description: 'Rests on a source of one of these types; an empty list matches nothing.',
    extensions: { condition: sourceTypes(of) },
  },
});

const isEntityOf = (end: End): boolean => (isKind(end) ? end.isEntity : end.name !== 'Node');
const valuesCondition = (): InputField => ({
  type: someOf(
    'StatedValueList',
    'Filters entities by the values that claims state for their properties: whether at least one, none, every or exactly one matches, and how many there are.',
    'value',
    statedValueFilter,
  ),
  description: 'Filters by the values that claims state for its properties.',
  extensions: { condition: { by: 'links', side: statedValues } },
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
const someOf = (name: string, description: string, what: string, one: () => InputRef, more: () => InputFields = () => ({})): InputRef =>
  defineInput(`${name}Filter`, description, () => ({
    ...more(),
    some: { type: one(), description: `At least one ${what} matches.` },
    none: { type: one(), description: `No ${what} matches.` },
    every: { type: one(), description: `Every ${what} matches, or there is none.` },
    single: { type: one(), description: `Exactly one ${what} matches.` },
    count: { type: IntFilter, description: `The number of all ${what}s, whether they match or not.` },
  }));

/** The comparison of sums of the amounts that links lead to; none where they lead to no amounts. */
function sumOf(field: string): InputFields {
  const { target } = choiceOf(field);
  const amounts = Object.entries(allPropertiesOf(target)).filter(([, { compared }]) => compared?.as === 'amount');
  if (amounts.length === 0) return {};
  const sums = defineInput(
    `${capitalized(field)}SumFilter`,
    'Compares sums of the amounts that links lead to. Each node counts once, and the sum of nothing is 0.',
    () => ({
      where: { type: edgeFilterOf(field), description: 'Only what these links lead to is added up; without it, what all links lead to.' },
      ...Object.fromEntries(
        amounts.map(([property, { type, parts, description }]) => {
          const [number, unit] = parts.slice(0, 2).map((part) => property + part) as [string, string];
          const filter = type === 'Money' ? MoneySumFilter : QuantitySumFilter;
          return [property, { type: filter, description, extensions: { condition: { by: 'sum', columns: [number, unit] } } }];
        }),
      ),
    }),
  );
  return {
    sum: {
      type: sums,
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
