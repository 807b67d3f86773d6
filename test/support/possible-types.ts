/** The object types of every interface and union, as stores of clients want to be told. */
import { isAbstractType } from 'graphql';
import { schema } from '../../schema/index.ts';

export const possibleTypes: Readonly<Record<string, string[]>> = Object.fromEntries(
  Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .map((type) => [type.name, schema.getPossibleTypes(type).map((one) => one.name)]),
);
