/** The orders of kinds, interfaces and links: input types that follow from the model. */
import { allPropertiesOf, type End } from '../model/kind.ts';
import type { Properties } from '../model/property.ts';
import { disjoint } from '../model/registry.ts';
import { builder } from './builder.ts';
import { capitalized, choiceOf, linkFieldsOf, linkNameOf, nodesOf } from './fields.ts';
import { edgeFilterOf } from './filter.ts';
import { defineInput, type InputField, type InputRef } from './input.ts';
import { LinkTypeEnum } from './link-type.ts';

export const OrderDirection = builder.enumType('OrderDirection', {
  description:
    'The direction of an order. What is unknown comes last in either direction. Text is ordered by its letters without regard to case, accents and width, and then as it is written, by the code points of its NFKC form; this holds for Japanese too, since readings are not known. Ids and codes are ordered by code points, amounts by currency or unit and then by number.',
  values: { ASC: { description: 'Ascending: the least first.' }, DESC: { description: 'Descending: the greatest first.' } },
});

export const LinkDirection = builder.enumType('LinkDirection', {
  description: 'The direction in which links are followed.',
  values: {
    OUT: { description: 'From where the link starts to where it ends.' },
    IN: { description: 'From where the link ends to where it starts.' },
    BOTH: { description: 'Both ways. Links of some types, such as `PARTNERS_WITH`, have no direction and are always read both ways.' },
  },
});

const LinkCountOrder = builder.inputType('LinkCountOrder', {
  description: 'Orders by the number of links of one type.',
  fields: (t) => ({
    type: t.field({ type: LinkTypeEnum, required: true, description: 'The type of the links that are counted.' }),
    links: t.field({
      type: LinkDirection,
      required: true,
      defaultValue: 'BOTH',
      description: 'Whether the links that lead out, those that lead in, or both are counted.',
    }),
    direction: t.field({ type: OrderDirection, required: true, description: 'Ascending or descending.' }),
  }),
});

const propertyOrders = (properties: Properties, of: 'node' | 'link'): Record<string, InputField> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, { order, required, description }]) => {
      if (!order || name === 'retractedAt') return [];
      const columns = order.map(([part, as]) => ({ column: name + part, as, isNullable: !required }));
      return [[name, { type: OrderDirection, description, extensions: { order: { by: 'value', of, columns } } }]];
    }),
  );

/** The order of a kind or interface by one of its own properties. */
const propertyOrderOf = (end: End): InputRef =>
  defineInput(
    `${end.name}PropertyOrder`,
    `The property of ${nodesOf(end)} to order by. Give exactly one.`,
    () => propertyOrders(allPropertiesOf(end), 'node'),
    true,
  );

/** The order by what the links of a field lead to. */
const linkedOrderOf = (field: string): InputRef => {
  const { target } = choiceOf(field);
  return defineInput(
    `${capitalized(field)}ConnectionOrder`,
    'Orders nodes by what their links lead to. Of several, the one that comes first in the order counts; nodes without such a link come last.',
    () => ({
      where: { type: edgeFilterOf(field), description: 'Only these links count; without it, all of them.' },
      by: { type: propertyOrderOf(target), required: true, description: 'The property of the node at the other end, and the direction.' },
    }),
  );
};

const linkedOrders = (end: End): Record<string, InputField> =>
  Object.fromEntries(
    linkFieldsOf(end)
      .filter(({ side }) => side.linked && side.pattern && side.gives === 'page')
      .map(({ field, description, side }) => [
        field,
        {
          type: linkedOrderOf(field),
          description: `By a property of what these links lead to. ${description}`,
          extensions: { order: { by: 'links', side } },
        },
      ]),
  );

/** The order of a kind or interface: one of its properties, how many links it has, or what they lead to. */
export const orderOf = (end: End): InputRef =>
  defineInput(
    `${end.name}Order`,
    `What ${nodesOf(end)} are ordered by. Give exactly one; the next item of the list breaks ties.`,
    () => ({
      ...disjoint(`${end.name}Order`, propertyOrders(allPropertiesOf(end), 'node'), linkedOrders(end)),
      linkCount: { type: LinkCountOrder, description: 'By the number of links of one type.', extensions: { order: { by: 'linkCount' } } },
    }),
    true,
  );

/** The order of the links of a field: one of their properties, or what they lead to. */
export function edgeOrderOf(field: string): InputRef {
  const { target, properties } = choiceOf(field);
  return defineInput(
    `${linkNameOf(field)}Order`,
    'What links are ordered by. Give exactly one; the next item of the list breaks ties.',
    () => ({
      node: { type: orderOf(target), description: 'By the node at the other end.', extensions: { order: { by: 'node' } } },
      ...propertyOrders(properties, 'link'),
    }),
    true,
  );
}
