/** Aggregates of lists: how many, how often each value occurs, sums and extremes of numbers and amounts. */
import type { ObjectRef } from '@pothos/core';
import type { FacetColumn, Measure } from '../src/plan/extensions.ts';
import { resolveMeasure } from '../src/plan/page.ts';
import { builder } from './builder.ts';
import { MOST_DIGITS } from './decimal.ts';
import { allPropertiesOf, common, type End, isKind, linkFieldNames, linkFieldsNamed, type Properties, propertiesOf } from './fields.ts';
import { kinds } from './kind.ts';

type Types = typeof builder.$inferSchemaTypes;
type Ref = ObjectRef<Types, unknown>;

const NUMBERS = {
  count: 'How many are known.',
  sum: 'Their sum.',
  min: 'The least; null where there are none.',
  max: 'The greatest; null where there are none.',
  avg: 'Their mean; null where there are none.',
} as const;

/** What is special about numbers of a type. */
const SPECIAL: Readonly<Record<string, Partial<Record<keyof typeof NUMBERS, string>>>> = {
  Float: { sum: 'Their sum, to 12 digits where it is no whole number.' },
  Decimal: {
    sum: 'Their sum, exact.',
    avg: `Their mean, to ${MOST_DIGITS} digits before and after the point together, a half to the even one.`,
  },
};

/** Number of values, sum, extremes and mean, these of a type. */
// biome-ignore lint/suspicious/noExplicitAny: Pothos cannot name the types of fields made in a loop
const numberFields = (t: any, type: 'Float' | 'Decimal') =>
  Object.fromEntries(
    Object.entries({ ...NUMBERS, ...SPECIAL[type] }).map(([name, description]) => [
      name,
      t.expose(name, { type: name === 'count' ? 'Int' : type, description, nullable: !['count', 'sum'].includes(name) }) as never,
    ]),
  );

const NumberAggregate = builder.objectRef<object>('NumberAggregate').implement({
  description: 'Numbers, put together.',
  fields: (t) => numberFields(t, 'Float'),
});

const AmountAggregate = builder.objectRef<{ unit: string }>('AmountAggregate').implement({
  description:
    'Amounts in one currency or unit, put together: each node once, whatever its part in others; qualifiers such as "up to" are not told apart.',
  fields: (t) => ({ unit: t.exposeString('unit', { description: 'The currency, ISO 4217, or the unit.' }), ...numberFields(t, 'Decimal') }),
});

const FacetValue = builder.objectRef<{ value: string; count: number }>('FacetValue').implement({
  description: 'A value, and how often it occurs.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The value.' }),
    count: t.exposeInt('count', { description: 'How often.' }),
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

let facetRef: ReturnType<typeof defineFacet> | undefined;
function defineFacet() {
  const ofLinks = [...linkFieldNames()].map((name) => facetsOf(propertiesOf(linkFieldsNamed(name)), 'link'));
  const ofNodes = [...kinds.values()].map(({ properties }) => facetsOf(properties, 'node'));
  const words = [...new Set([...ofNodes, ...ofLinks].flatMap((facets) => Object.keys(facets)))].sort();
  return builder.enumType('Facet', {
    description: 'By which values a list can be counted; not every list has each.',
    values: Object.fromEntries(words.map((word) => [word, { description: `By ${word.toLowerCase().replaceAll('_', ' ')}.` }])),
  });
}

interface MeasureField {
  readonly type: unknown;
  readonly description: string;
  readonly measure: Measure;
}

/** Numbers and amounts among properties. */
const numbersOf = (properties: Properties, of: 'node' | 'link'): Record<string, MeasureField> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, { type, choice, parts, description }]): [string, MeasureField][] => {
      if (type === 'Int' || type === 'Float')
        return [[name, { type: NumberAggregate, description, measure: { by: 'number', of, column: name } }]];
      if (choice?.sort !== 'amount') return [];
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
  facetRef ??= defineFacet();
  const fields: Record<string, MeasureField> = {
    count: { type: 'Int', description: 'How many there are: of links, each counts.', measure: { by: 'count' } },
    nodeCount: { type: 'Int', description: 'How many nodes there are, however many links lead to each.', measure: { by: 'nodeCount' } },
    ...('TYPE' in facets
      ? { byType: { type: [FacetValue], description: 'How many of each type; each node counts once.', measure: { by: 'facet', facets } } }
      : {}),
    ...(ofLinks ? numbersOf(common, 'link') : {}),
    ...numbersOf(allPropertiesOf(target), 'node'),
  };
  const ref = builder.objectRef<unknown>(name);
  refs.set(name, ref);
  ref.implement({
    description: `A list of ${isKind(target) ? target.many : `any ${target.name}`}, put together.`,
    fields: (t) =>
      ({
        ...Object.fromEntries(
          Object.entries(fields).map(([key, { type, description, measure }]) => [
            key,
            t.field({ type: type as never, description, extensions: { measure }, resolve: resolveMeasure(measure) as never }),
          ]),
        ),
        facets: t.field({
          type: [FacetValue],
          description: 'How often each value occurs.',
          args: {
            by: t.arg({ type: facetRef!, required: true, description: 'Which values.' }),
            limit: t.arg.int({ required: true, defaultValue: 20, description: 'How many values, at most 100.' }),
          },
          extensions: { measure: { by: 'facet', facets } },
          resolve: resolveMeasure({ by: 'facet', facets }) as never,
        }),
      }) as never,
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
