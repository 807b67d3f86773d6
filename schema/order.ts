/** The orders of kinds, interfaces and links: input types that follow from the model. */
import type { Ordering } from '../src/plan/extensions.ts';
import { builder } from './builder.ts';
import { allPropertiesOf, capitalized, choiceOf, type End, isKind, linkFieldsOf, linkNameOf, type Properties } from './fields.ts';
import { edgeFilterOf } from './filter.ts';
import { defineInput, type InputField, type InputRef } from './input.ts';
import { linkTypeEnum } from './link.ts';
import { disjoint } from './registry.ts';

type Field = InputField<{ readonly order: Ordering }>;

export const OrderDirection = builder.enumType('OrderDirection', {
  description:
    'Which way a list is ordered; what is not known comes last either way. Words of people come by their letters, whatever the case, accents and width, and then as they are written: by the code points of what NFKC makes of them, in Japanese too, where readings are not known. Ids and codes come by code points, amounts by currency or unit and then as numbers.',
  values: { ASC: { description: 'The least first.' }, DESC: { description: 'The greatest first.' } },
});

export const LinkDirection = builder.enumType('LinkDirection', {
  description: 'Which way links are followed.',
  values: {
    OUT: { description: 'From their beginning.' },
    IN: { description: 'From their end.' },
    BOTH: { description: 'From either, as links of some types are read both ways.' },
  },
});

let linkCountRef: unknown;
function linkCountOrder(): unknown {
  linkCountRef ??= builder.inputType('LinkCountOrder', {
    description: 'Orders by how many links there are of a type.',
    fields: (t) => ({
      type: t.field({ type: linkTypeEnum(), required: true, description: 'The type of link.' }),
      links: t.field({ type: LinkDirection, required: true, defaultValue: 'BOTH', description: 'Which links of the type are counted.' }),
      direction: t.field({ type: OrderDirection, required: true, description: 'Which way.' }),
    }),
  });
  return linkCountRef;
}

const propertyOrders = (properties: Properties, of: 'node' | 'link'): Record<string, Field> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, { order, required, description }]) => {
      if (!order || name === 'retractedAt') return [];
      const columns = order.map(([part, as]) => ({ column: name + part, as, isNullable: !required }));
      return [[name, { type: OrderDirection, description, extensions: { order: { by: 'value', of, columns } } }]];
    }),
  );

/** The order of a kind or interface by one of its own properties. */
const propertyOrderOf = (end: End): InputRef =>
  defineInput<Field['extensions']>(
    `${end.name}PropertyOrder`,
    `What ${isKind(end) ? end.many : `any ${end.name}`} have of their own that something can be ordered by: one of these.`,
    () => propertyOrders(allPropertiesOf(end), 'node'),
    true,
  );

/** The order by what the links of a field lead to. */
const linkedOrderOf = (field: string): InputRef => {
  const { target } = choiceOf(field);
  return defineInput<Field['extensions']>(
    `${capitalized(field)}ConnectionOrder`,
    'Orders by what links lead to: where there are several nodes, by the one that comes first in that order; where there is none, last.',
    () => ({
      where: { type: edgeFilterOf(field), description: 'Which of the links count; all of them where it is absent.' },
      by: { type: propertyOrderOf(target), required: true, description: 'By what, and which way.' },
    }),
  );
};

const linkedOrders = (end: End): Record<string, Field> =>
  Object.fromEntries(
    linkFieldsOf(end)
      .filter(({ side }) => side.linked && side.pattern && side.gives === 'page')
      .map(({ field, description, side }) => [
        field,
        { type: linkedOrderOf(field), description: `By what these lead to. ${description}`, extensions: { order: { by: 'links', side } } },
      ]),
  );

/** The order of a kind or interface: one of its properties, how many links it has, or what they lead to. */
export const orderOf = (end: End): InputRef =>
  defineInput<Field['extensions']>(
    `${end.name}Order`,
    `What ${isKind(end) ? end.many : `any ${end.name}`} can be ordered by: one of these.`,
    () => ({
      ...disjoint(`${end.name}Order`, propertyOrders(allPropertiesOf(end), 'node'), linkedOrders(end)),
      linkCount: { type: linkCountOrder(), description: 'How many links it has.', extensions: { order: { by: 'linkCount' } } },
    }),
    true,
  );

/** The order of the links of a field: one of their properties, or what they lead to. */
export function edgeOrderOf(field: string): InputRef {
  const { target, properties } = choiceOf(field);
  return defineInput<Field['extensions']>(
    `${linkNameOf(field)}Order`,
    'What links can be ordered by: one of these.',
    () => ({
      node: { type: orderOf(target), description: 'By the other end.', extensions: { order: { by: 'node' } } },
      ...propertyOrders(properties, 'link'),
    }),
    true,
  );
}
