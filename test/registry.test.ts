/** What is declared by name is declared once: a second declaration is an error, never a silent replacement. */
import { expect, test } from 'vitest';
import { Commitment } from '../schema/commitment.ts';
import { addConditions } from '../schema/filter.ts';
import { schema } from '../schema/index.ts';
import { defineInterface, defineKind, namePrefix } from '../schema/kind.ts';
import { defineLink } from '../schema/link.ts';
import { disjoint, Registry } from '../schema/registry.ts';
import { filledIn } from '../src/statements.ts';

test.each([
  ['a kind', () => defineKind('Commitment', { prefix: 'promise', many: 'promises', description: 'D', interfaces: [] }), 'Commitment'],
  ['a link type', () => defineLink('PARTY_TO', { description: 'D', from: Commitment, to: Commitment, out: ['x', 'X'] }), 'PARTY_TO'],
  ['an interface', () => defineInterface('Entity', { description: 'D' }), 'Entity'],
  ['a prefix', () => namePrefix('link', 'Other'), 'link'],
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
