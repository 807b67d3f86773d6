/** The orders of kinds, interfaces and links: input types that follow from the model. */
import type { InputObjectRef } from '@pothos/core';
import type { Ordering } from '../src/plan/extensions.ts';
import { builder } from './builder.ts';
import { allPropertiesOf, type End, isKind, linkFieldsNamed, type Properties, propertiesOf } from './fields.ts';
import { linkTypeEnum } from './link.ts';

type Types = typeof builder.$inferSchemaTypes;
type Ref = InputObjectRef<Types, object>;
type InputField = { readonly type: unknown; readonly description: string; readonly extensions: { readonly order: Ordering } };

export const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Which way a list is ordered; what is not known comes last either way.',
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

const refs = new Map<string, Ref>();

/** The input type `name`, made when it is first asked for; one of its fields is given. */
function define(name: string, description: string, fields: () => Readonly<Record<string, InputField>>): Ref {
  const known = refs.get(name);
  if (known) return known;
  const ref = builder.inputRef<object>(name) as unknown as Ref;
  refs.set(name, ref);
  (ref as unknown as { implement(options: object): void }).implement({
    description,
    isOneOf: true,
    // biome-ignore lint/suspicious/noExplicitAny: Pothos cannot name the types of fields made in a loop
    fields: (t: any) => Object.fromEntries(Object.entries(fields()).map(([key, field]) => [key, t.field(field)])),
  });
  return ref;
}

const propertyOrders = (properties: Properties, of: 'node' | 'link'): Record<string, InputField> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, { order, required, description }]) => {
      if (!order || name === 'retractedAt') return [];
      const columns = order.map(([part, as]) => ({ column: name + part, as, isNullable: !required }));
      return [[name, { type: OrderDirection, description, extensions: { order: { by: 'value', of, columns } } }]];
    }),
  );

/** The order of a kind or interface: one of its properties, or how many links it has. */
export const orderOf = (end: End): Ref =>
  define(`${end.name}Order`, `What ${isKind(end) ? end.many : `any ${end.name}`} can be ordered by: one of these.`, () => ({
    ...propertyOrders(allPropertiesOf(end), 'node'),
    linkCount: { type: linkCountOrder(), description: 'How many links it has.', extensions: { order: { by: 'linkCount' } } },
  }));

/** The order of the links of a field: one of their properties, or what they lead to. */
export function edgeOrderOf(field: string): Ref {
  const same = linkFieldsNamed(field);
  const name = `${field[0]!.toUpperCase()}${field.slice(1)}EdgeOrder`;
  return define(name, 'What links can be ordered by: one of these.', () => ({
    node: { type: orderOf(same[0]!.target), description: 'By the other end.', extensions: { order: { by: 'node' } } },
    ...propertyOrders(propertiesOf(same), 'link'),
  }));
}
