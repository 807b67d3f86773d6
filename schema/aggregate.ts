/** Aggregates of lists: how many, how often each value occurs, sums and extremes of numbers and amounts. */
import type { FieldMap, ObjectRef, TypeParam } from '@pothos/core';
import { MOST_DIGITS } from '../model/decimal.ts';
import { allPropertiesOf, type End, isKind } from '../model/kind.ts';
import { kinds } from '../model/kinds.ts';
import { common } from '../model/link.ts';
import type { Properties } from '../model/property.ts';
import type { FacetColumn, Measure } from '../src/plan/extensions.ts';
import { builder, type FieldsOf, type Types } from './builder.ts';
import { linkFieldNames, linkFieldsNamed, nodesOf, propertiesOf } from './fields.ts';

type Ref = ObjectRef<Types, unknown>;

const NUMBERS = {
  count: 'How many values are known.',
  sum: 'The sum of the known values.',
  min: 'The least value; null if none is known.',
  max: 'The greatest value; null if none is known.',
  avg: 'The mean of the known values; null if none is known.',
} as const;

/** What is special about numbers of a type. */
const SPECIAL: Readonly<Record<string, Partial<Record<keyof typeof NUMBERS, string>>>> = {
  Float: { sum: 'The sum of the known values, rounded to 12 digits if it is not a whole number.' },
  Decimal: {
    sum: 'The exact sum of the known values.',
    avg: `The mean of the known values, rounded half to even to ${MOST_DIGITS} digits before and after the point together.`,
  },
};

/** What was measured: numbers, or decimals as text. */
interface Numbers {
  readonly count: number;
  readonly sum: number | string;
  readonly min: number | string | null;
  readonly max: number | string | null;
  readonly avg: number | string | null;
}

/** Number of values, sum, extremes and mean, these of a type. */
function numberFields<Shape extends Numbers>(t: FieldsOf<Shape>, type: 'Float' | 'Decimal'): FieldMap {
  const described = { ...NUMBERS, ...SPECIAL[type] };
  const mayLack = (name: 'min' | 'max' | 'avg') =>
    t.field({ type, nullable: true, description: described[name], resolve: (numbers) => numbers[name] });
  return {
    count: t.int({ description: described.count, resolve: ({ count }) => count }),
    sum: t.field({ type, description: described.sum, resolve: ({ sum }) => sum }),
    min: mayLack('min'),
    max: mayLack('max'),
    avg: mayLack('avg'),
  };
}

const NumberAggregate = builder.objectRef<Numbers>('NumberAggregate').implement({
  description: 'The count, sum, extremes and mean of numbers.',
  fields: (t) => numberFields(t, 'Float'),
});

const AmountAggregate = builder.objectRef<Numbers & { unit: string }>('AmountAggregate').implement({
  description:
    'The count, sum, extremes and mean of the amounts in one currency or unit. Each node counts once, also where it is a part of another that counts too, and qualifiers such as "up to" are ignored.',
  fields: (t) => ({
    unit: t.exposeString('unit', { description: 'The currency by its ISO 4217 code, or the unit.' }),
    ...numberFields(t, 'Decimal'),
  }),
});

const FacetValue = builder.objectRef<{ value: string; count: number }>('FacetValue').implement({
  description: 'A value and the number of its occurrences.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The value.' }),
    count: t.exposeInt('count', { description: 'How often it occurs.' }),
  }),
});

/** The word for a facet: `newMoney` is NEW_MONEY. */
const wordOf = (name: string): string => name.replace(/[A-Z]/g, '_$&').toUpperCase();

const facetsOf = (properties: Properties, of: 'node' | 'link'): Record<string, FacetColumn> =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([, { recurs }]) => recurs)
      .map(([name, { list = false }]) => [wordOf(name), { of, column: name, isList: list }]),
  );

/** What any node at an end can have: for an interface, what its kinds have. */
const possibleProperties = (end: End): Properties =>
  isKind(end)
    ? end.properties
    : Object.assign({}, ...[...kinds.values()].filter(({ interfaces }) => interfaces.includes(end)).map(({ properties }) => properties));

function defineFacet() {
  const ofLinks = [...linkFieldNames()].map((name) => facetsOf(propertiesOf(linkFieldsNamed(name)), 'link'));
  const ofNodes = [...kinds.values()].map(({ properties }) => facetsOf(properties, 'node'));
  const columns = new Map([...ofNodes, ...ofLinks].flatMap(Object.entries<FacetColumn>).map(([word, { column }]) => [word, column]));
  return builder.enumType('Facet', {
    description: 'The properties whose values can be counted. A list has those of its nodes and links.',
    values: Object.fromEntries([...columns].map(([word, column]) => [word, { description: `The values of \`${column}\`.` }])),
  });
}

let facetRef: ReturnType<typeof defineFacet> | undefined;
function facetEnum(): ReturnType<typeof defineFacet> {
  facetRef ??= defineFacet();
  return facetRef;
}

interface MeasureField {
  readonly type: TypeParam<Types>;
  readonly description: string;
  readonly measure: Measure;
}

/** Numbers and amounts among properties. */
const numbersOf = (properties: Properties, of: 'node' | 'link'): Record<string, MeasureField> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, { type, compared, parts, description }]): [string, MeasureField][] => {
      if (type === 'Int' || type === 'Float')
        return [[name, { type: NumberAggregate, description, measure: { by: 'number', of, column: name } }]];
      if (compared?.as !== 'amount') return [];
      const columns = parts.slice(0, 2).map((part) => name + part);
      return [[name, { type: [AmountAggregate], description, measure: { by: 'amount', columns } }]];
    }),
  );

const refs = new Map<string, Ref>();

/** The aggregate of a list of `target`; with `ofLinks` also of what all links of the partner graph have. */
export function aggregateOf(target: End, ofLinks: boolean): Ref {
  const name = `${target.name}${ofLinks ? 'Links' : ''}Aggregate`;
  const known = refs.get(name);
  if (known) return known;
  const facets = { ...facetsOf(possibleProperties(target), 'node'), ...(ofLinks ? allLinkFacets() : {}) };
  const fields: Record<string, MeasureField> = {
    count: {
      type: 'Int',
      description: 'The number of entries in the list: of links, or of nodes where no link lies between.',
      measure: { by: 'count' },
    },
    nodeCount: {
      type: 'Int',
      description: 'The number of nodes; each counts once, however many links lead to it.',
      measure: { by: 'nodeCount' },
    },
    ...('TYPE' in facets
      ? {
          byType: {
            type: [FacetValue],
            description: 'The number of nodes of each type; each node counts once.',
            measure: { by: 'facet', facets },
          },
        }
      : {}),
    ...(ofLinks ? numbersOf(common, 'link') : {}),
    ...numbersOf(allPropertiesOf(target), 'node'),
  };
  const ref = builder.objectRef<unknown>(name);
  refs.set(name, ref);
  ref.implement({
    description: `Counts, sums and facets over a list of ${nodesOf(target)}${ofLinks ? ' that links lead to' : ''}.`,
    fields: (t): FieldMap => ({
      ...Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, t.measure(field)])),
      facets: t.measure({
        type: [FacetValue],
        description: 'How often each value of a property occurs, the most frequent first.',
        args: {
          by: t.arg({ type: facetEnum(), required: true, description: 'The property whose values are counted.' }),
          limit: t.arg.int({ required: true, defaultValue: 20, description: 'How many values to give, at most 100.' }),
        },
        measure: { by: 'facet', facets },
      }),
    }),
  });
  return ref;
}

/** The words of all links of the partner graph: one aggregate type serves all lists of one target. */
const allLinkFacets = (): Record<string, FacetColumn> =>
  Object.assign(
    {},
    ...[...linkFieldNames()]
      .map(linkFieldsNamed)
      .filter(([first]) => first!.side.linked && !first!.evidence)
      .map((same) => facetsOf(propertiesOf(same), 'link')),
  );
