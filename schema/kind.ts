/** The kinds of node and their interfaces as GraphQL types. */
import type { FieldMap, InterfaceRef, ObjectRef } from '@pothos/core';
import { derived } from '../model/ids.ts';
import { type End, type Interface, isKind, type Kind } from '../model/kind.ts';
import { interfaces, kinds } from '../model/kinds.ts';
import type { Properties } from '../model/property.ts';
import type { Row } from '../src/engine/engine.ts';
import { resolveType } from '../src/plan/resolve.ts';
import { builder, type Fields, type Types } from './builder.ts';
import { typeOf } from './property.ts';

const interfaceRefs = new Map([...interfaces.values()].map((one) => [one, builder.interfaceRef<Row>(one.name)]));
const objectRefs = new Map([...kinds.values(), ...derived].map((kind) => [kind, builder.objectRef<Row>(kind.name)]));

/** The GraphQL type of a kind, or of an interface. */
export function refOf(end: Kind): ObjectRef<Types, Row>;
export function refOf(end: Interface): InterfaceRef<Types, Row>;
export function refOf(end: End): ObjectRef<Types, Row> | InterfaceRef<Types, Row>;
export function refOf(end: End): ObjectRef<Types, Row> | InterfaceRef<Types, Row> {
  return isKind(end) ? objectRefs.get(end)! : interfaceRefs.get(end)!;
}

/** GraphQL fields of properties. */
export const propertyFields = (t: Fields, properties: Properties): FieldMap =>
  Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, t.property({ name, property, type: typeOf(property) })]));

for (const [{ description, above, properties }, ref] of interfaceRefs)
  ref.implement({
    description,
    interfaces: above.map((one) => refOf(one)),
    resolveType,
    fields: (t) => propertyFields(t, properties),
  });

for (const [{ description, interfaces: above, own }, ref] of objectRefs)
  ref.implement({ description, interfaces: above.map((one) => refOf(one)), fields: (t) => propertyFields(t, own) });
