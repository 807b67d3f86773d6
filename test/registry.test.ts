/** What is declared by name is declared once: a second declaration is an error, never a silent replacement. */
import { expect, test } from 'vitest';
import { Commitment } from '../model/commitment.ts';
import { interfaces, kinds } from '../model/kinds.ts';
import { linkTypes } from '../model/links.ts';
import { declared, disjoint, Registry } from '../model/registry.ts';
import { addConditions } from '../schema/filter.ts';
import { schema } from '../schema/index.ts';
import { filledIn } from '../src/cypher/statements.ts';

test.each([
  ['a kind', () => declared('kind', [...kinds.values(), Commitment]), 'Commitment'],
  ['a link type', () => declared('link type', [...linkTypes.values(), linkTypes.get('PARTY_TO')!]), 'PARTY_TO'],
  ['an interface', () => declared('interface', [...interfaces.values(), interfaces.get('Entity')!]), 'Entity'],
  ['a prefix', () => declared('prefix', [...kinds.values(), { ...Commitment, name: 'Promise' }], ({ prefix }) => prefix), 'commitment'],
  ['a condition of a filter', () => addConditions(Commitment, { overdueOn: { type: 'Date', description: 'D' } }), 'overdueOn'],
])('%s cannot be declared twice', (_, declare, name) => {
  expect(schema.getType('Query')).toBeDefined();
  expect(declare).toThrow(new RegExp(`\\b${name} (is declared twice|already exists)`));
});

test('conditions that are added in two steps are all there', () => {
  const kind = { ...Commitment };
  addConditions(kind, { a: { type: 'Int', description: 'A' } });
  addConditions(kind, { b: { type: 'Int', description: 'B' } });
  expect(() => addConditions(kind, { a: { type: 'Int', description: 'again' } })).toThrow('field of CommitmentFilter a is declared twice');
  expect(() => addConditions(kind, { b: { type: 'Int', description: 'again' } })).toThrow('field of CommitmentFilter b is declared twice');
});

test('fields put together keep their order, and none takes the place of another', () => {
  expect(Object.keys(disjoint('F', { b: 1 }, undefined, { a: 2 }))).toEqual(['b', 'a']);
  expect(() => disjoint('F', { a: 1 }, { a: 2 })).toThrow('field of F a is declared twice');
  expect([...new Registry<number>('thing').set('__proto__', 1)]).toEqual([['__proto__', 1]]);
});

test('a named statement may name link types and labels: only what is marked is filled in', () => {
  expect(filledIn('MATCH (n:$BASE)-[:PARTY_TO]->(m:TARGET) WHERE n.$PROPERTY = $p.keys', { BASE: 'Entity', PROPERTY: 'name' })).toBe(
    'MATCH (n:Entity)-[:PARTY_TO]->(m:TARGET) WHERE n.name = $p.keys',
  );
});
