/** The filters of kinds, interfaces and links: input types that follow from the model. */
import type { InputObjectRef } from '@pothos/core';
import type { Condition } from '../src/plan/extensions.ts';
import { builder } from './builder.ts';
import { allPropertiesOf, type End, isKind, linkFieldsNamed, linkFieldsOf, type Properties, propertiesOf } from './fields.ts';
import { KindFilter } from './kinds.ts';
import { IntFilter } from './operators.ts';
import { columnsOf } from './property.ts';

type Types = typeof builder.$inferSchemaTypes;
type Ref = InputObjectRef<Types, object>;
type InputField = {
  readonly type: unknown;
  readonly description: string;
  readonly extensions?: { readonly condition: Condition };
};
type Fields = Readonly<Record<string, InputField>>;

const refs = new Map<string, Ref>();

/** The input type `name`, made when it is first asked for; its fields may be of its own type. */
function define(name: string, description: string, fieldsOf: (self: Ref) => Fields): Ref {
  const known = refs.get(name);
  if (known) return known;
  const ref = builder.inputRef<object>(name) as unknown as Ref;
  refs.set(name, ref);
  (ref as unknown as { implement(options: object): void }).implement({
    description,
    // biome-ignore lint/suspicious/noExplicitAny: Pothos cannot name the types of fields made in a loop
    fields: (t: any) => Object.fromEntries(Object.entries(fieldsOf(ref)).map(([key, field]) => [key, t.field(field)])),
  });
  return ref;
}

const logic = (type: unknown, description: string): InputField => ({ type, description, extensions: { condition: { by: 'logic' } } });
const logicOf = (self: Ref): Fields => ({
  and: logic([self], 'All of these hold.'),
  or: logic([self], 'One of these holds.'),
  not: logic(self, 'This does not hold, or is not known.'),
});

/** What is chosen by properties of a node or a link. */
const propertyConditions = (properties: Properties, of: 'node' | 'link'): Record<string, InputField> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) => {
      const { choice, description, fields = [] } = property;
      if (!choice || name === 'retractedAt') return [];
      const condition: Condition = { by: 'value', sort: choice.sort, of, columns: columnsOf(name, property), fields };
      return [[name, { type: choice.ref, description, extensions: { condition } }]];
    }),
  );

/** The filter of a kind or interface: its properties, and what its links lead to. */
export const filterOf = (end: End): Ref =>
  define(`${end.name}Filter`, `Chooses by what holds of ${isKind(end) ? end.many : `any ${end.name}`}.`, (self) => ({
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

const linkConditions = (end: End): Record<string, InputField> =>
  Object.fromEntries(
    linkFieldsOf(end)
      .filter(({ side }) => side.pattern && side.many)
      .map(({ field, description, side }) => [
        field,
        { type: linksFilterOf(field), description, extensions: { condition: { by: 'links', side } } },
      ]),
  );

const capitalized = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

/** The filter by the links of a field: some, none, every or a single one of them, or how many there are. */
const linksFilterOf = (field: string): Ref =>
  define(`${capitalized(field)}LinksFilter`, 'Chooses by links: those that are not retracted.', () => ({
    some: { type: edgeFilterOf(field), description: 'At least one link is such.' },
    none: { type: edgeFilterOf(field), description: 'No link is such.' },
    every: { type: edgeFilterOf(field), description: 'Every link is such; it holds where there are none.' },
    single: { type: edgeFilterOf(field), description: 'Exactly one link is such.' },
    count: { type: IntFilter, description: 'How many links there are.' },
  }));

/** The filter of the links of a field: their properties, and the node at the other end. */
export function edgeFilterOf(field: string): Ref {
  const same = linkFieldsNamed(field);
  const { target } = same[0]!;
  return define(`${capitalized(field)}EdgeFilter`, 'Chooses links by their properties and by what they lead to.', (self) => ({
    node: { type: filterOf(target), description: 'What holds of the other end.', extensions: { condition: { by: 'node' } } },
    ...propertyConditions(propertiesOf(same), 'link'),
    ...logicOf(self),
  }));
}
