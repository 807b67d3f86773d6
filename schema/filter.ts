/** The filters of kinds, interfaces and links: input types that follow from the model. */
import type { Condition } from '../src/plan/extensions.ts';
import { allPropertiesOf, capitalized, type End, isKind, linkFieldsNamed, linkFieldsOf, type Properties, propertiesOf } from './fields.ts';
import { defineInput, type InputField, type InputRef } from './input.ts';
import { KindFilter } from './kinds.ts';
import { IntFilter } from './operators.ts';
import { columnsOf } from './property.ts';

type Field = InputField<{ readonly condition: Condition }>;
type Fields = Readonly<Record<string, Field>>;

const logic = (type: unknown, description: string): Field => ({ type, description, extensions: { condition: { by: 'logic' } } });
const logicOf = (self: InputRef): Fields => ({
  and: logic([self], 'All of these hold.'),
  or: logic([self], 'One of these holds.'),
  not: logic(self, 'This does not hold, or is not known.'),
});

/** What is chosen by properties of a node or a link. */
const propertyConditions = (properties: Properties, of: 'node' | 'link'): Record<string, Field> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) => {
      const { choice, description, fields = [] } = property;
      if (!choice || name === 'retractedAt') return [];
      const condition: Condition = { by: 'value', sort: choice.sort, of, columns: columnsOf(name, property), fields };
      return [[name, { type: choice.ref, description, extensions: { condition } }]];
    }),
  );

/** The filter of a kind or interface: its properties, and what its links lead to. */
export const filterOf = (end: End): InputRef =>
  defineInput(`${end.name}Filter`, `Chooses by what holds of ${isKind(end) ? end.many : `any ${end.name}`}.`, (self) => ({
    ...(isKind(end)
      ? {}
      : {
          kind: {
            type: KindFilter,
            description: 'The kind of node.',
            extensions: { condition: { by: 'value', sort: 'kind', of: 'node', columns: [] } },
          },
        }),
    ...propertyConditions(allPropertiesOf(end), 'node'),
    ...linkConditions(end),
    ...logicOf(self),
  }));

const linkConditions = (end: End): Record<string, Field> =>
  Object.fromEntries(
    linkFieldsOf(end)
      .filter(({ side }) => side.pattern && side.gives === 'page')
      .map(({ field, description, side }) => [
        field,
        { type: linksFilterOf(field), description, extensions: { condition: { by: 'links', side } } },
      ]),
  );

/** The filter by the links of a field: some, none, every or a single one of them, or how many there are. */
const linksFilterOf = (field: string): InputRef =>
  defineInput(`${capitalized(field)}LinksFilter`, 'Chooses by links: those that are not retracted.', () => ({
    some: { type: edgeFilterOf(field), description: 'At least one link is such.' },
    none: { type: edgeFilterOf(field), description: 'No link is such.' },
    every: { type: edgeFilterOf(field), description: 'Every link is such; it holds where there are none.' },
    single: { type: edgeFilterOf(field), description: 'Exactly one link is such.' },
    count: { type: IntFilter, description: 'How many links there are.' },
  }));

/** The filter of the links of a field: their properties, and the node at the other end. */
export function edgeFilterOf(field: string): InputRef {
  const same = linkFieldsNamed(field);
  const { target } = same[0]!;
  return defineInput(`${capitalized(field)}EdgeFilter`, 'Chooses links by their properties and by what they lead to.', (self) => ({
    node: { type: filterOf(target), description: 'What holds of the other end.', extensions: { condition: { by: 'node' } } },
    ...propertyConditions(propertiesOf(same), 'link'),
    ...logicOf(self),
  }));
}
