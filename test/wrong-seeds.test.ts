/** Every mistake in a seed is refused with its line, and the graph stays as it was. */
import { describe, expect, test, vi } from 'vitest';
import { SeedError } from '../src/ingest/document.ts';
import { validate } from '../src/ingest/validate.ts';
import { dump } from './support/dump.ts';
import { loadSeeds } from './support/load.ts';
import { RIGHT, seedOf } from './support/seed-text.ts';
import { openEmpty } from './support/store.ts';

const problemsOf = (text: string): string[] => validate([seedOf(text)]).map(({ file, line, message }) => `${file}:${line}: ${message}`);
const long = (count: number): string => Array.from({ length: count }, (_, i) => `w${i}`).join(' ');

test('the right seed is right', () => expect(problemsOf(RIGHT)).toEqual([]));

/** What is changed in the right seed, and what is said of it. */
const MISTAKES: readonly (readonly [what: string, from: string, to: string, problem: string | RegExp])[] = [
  ['no YAML', 'source:\n', 'source: [\n', /^test\.yaml:\d+: /],
  ['a key given twice, as a number and as text', '  title: A test', '  1: A test\n  "1": B', /^test\.yaml:4: .*unique/i],
  ['a key given twice', '  title: A test', '  title: A test\n  title: B', /^test\.yaml:4: .*unique/i],
  ['an unknown field', 'country: JP }', 'county: JP }', /^test\.yaml:7: county: no such field/],
  ['an unknown section', 'values:', 'valves:', /^test\.yaml:\d+: valves: no such field/],
  ['a missing title', '  title: A test\n', '', /^test\.yaml:1: title is missing/],
  ['a missing name', 'name: B, ', '', /^test\.yaml:8: name is missing/],
  ['no time of record', '  retrievedOn: 2026-11-24\n', '', /^test\.yaml:1: the source has neither recordedOn nor retrievedOn/],
  ['an unknown kind', 'id: agency:b', 'id: bureau:b', /^test\.yaml:8: id "bureau:b" names no kind of entity/],
  ['a malformed id', 'id: agency:b', 'id: "agency:B b"', /^test\.yaml:8: id "agency:B b" is not an id/],
  ['a source among the entities', 'id: agency:b', 'id: source:b', /^test\.yaml:8: id "source:b" names no kind of entity/],
  ['a type of another kind', 'type: POLICE', 'type: COMPANY', /^test\.yaml:8: type "COMPANY" is none of MINISTRY/],
  ['a country that is none', 'country: JP', 'country: ZZZ', /^test\.yaml:7: country "ZZZ" is not an ISO 3166-1/],
  ['a duplicate id', 'id: agency:b, name: B, type: POLICE', 'id: organization:a, name: B', /^test\.yaml:8: duplicate id "organization:a"/],
  ['a stated value among the fields', 'name: C, ', 'name: C, endsOn: "2030", ', /^test\.yaml:9: endsOn is a stated value/],
  ['an unknown link type', 'type: PARTNERS_WITH', 'type: LIKES', /^test\.yaml:14: type "LIKES" is not a link type/],
  ['a link of evidence', 'type: PARTNERS_WITH', 'type: ABOUT', /^test\.yaml:14: type "ABOUT" is not a link type that a seed may state/],
  [
    'a link from a kind that cannot have it',
    'from: organization:a, to: agency:b',
    'from: commitment:c, to: agency:b',
    /^test\.yaml:14: PARTNERS_WITH cannot lead from a Commitment/,
  ],
  [
    'a link from an actor that must be a commitment',
    'type: PARTY_TO, from: organization:a, to: commitment:c, role: FUNDING',
    'type: PART_OF, from: organization:a, to: commitment:c',
    /^test\.yaml:15: PART_OF cannot lead from an Organization/,
  ],
  ['a link to a kind that cannot have it', 'to: commitment:c', 'to: agency:b', /^test\.yaml:15: PARTY_TO cannot lead to an Agency/],
  ['an end that exists nowhere', 'to: agency:b', 'to: agency:nobody', /^test\.yaml:14: "agency:nobody" exists nowhere/],
  ['a link to itself', 'to: agency:b', 'to: organization:a', /^test\.yaml:14: a link cannot lead from "organization:a" to itself/],
  [
    'a link stated twice',
    '  - { type: PARTY_TO',
    '  - { type: PARTNERS_WITH, from: agency:b, to: organization:a, purpose: peace, claims: [said] }\n  - { type: PARTY_TO',
    /^test\.yaml:15: PARTNERS_WITH from "agency:b" to "organization:a" is stated twice/,
  ],
  ['a role that is none', 'role: FUNDING', 'role: LEAD', /^test\.yaml:15: role "LEAD" is none of ACCOUNTABLE/],
  ['a link without claims', 'purpose: peace, claims: [said]', 'purpose: peace', /^test\.yaml:14: claims is missing/],
  ['a link with no claim', 'purpose: peace, claims: [said]', 'purpose: peace, claims: []', /^test\.yaml:14: claims has no claim/],
  ['a claim that has no such name', 'claims: [said]', 'claims: [sad]', /^test\.yaml:14: no claim is named "sad"/],
  ['a value without claims', 'currency: USD }, claims: [paid]', 'currency: USD }', /^test\.yaml:17: claims is missing/],
  ['a value of nothing', 'of: commitment:c', 'of: commitment:d', /^test\.yaml:17: "commitment:d" exists nowhere/],
  [
    'a value that the kind does not have',
    'property: amount',
    'property: dueOn',
    /^test\.yaml:17: a Commitment has no stated property "dueOn"/,
  ],
  ['a currency that is none', 'currency: USD', 'currency: USA', /^test\.yaml:17: currency "USA" is not an ISO 4217 currency/],
  ['a number that is none', 'value: 10,', 'value: ten,', /^test\.yaml:17: value "ten" is not a decimal number/],
  [
    'a number too long to be exact',
    'value: 10,',
    'value: 12345678901234567,',
    /^test\.yaml:17: value 12345678901234567 has more than 15 digits/,
  ],
  [
    'a date that is none',
    'property: amount, is: { value: 10, currency: USD }',
    'property: endsOn, is: 2026-02-30',
    /^test\.yaml:17: the value "2026-02-30" is not a date/,
  ],
  ['a quote of 13 words', 'quote: works with B', `quote: ${long(13)}`, /^test\.yaml:11: quote ".*" is longer than 12 words/],
  [
    'a quote of 81 characters',
    'quote: works with B',
    `quote: ${'x'.repeat(81)}`,
    /^test\.yaml:11: quote ".*" is longer than 80 characters/,
  ],
  ['a claim with neither quote nor basis', ', quote: works with B', '', /^test\.yaml:11: a claim without a quote needs a basis/],
  ['a quoted claim without a quote', 'quote: works with B', 'basis: QUOTED', /^test\.yaml:11: basis QUOTED needs a quote/],
  [
    'background with a quote',
    'quote: works with B',
    'quote: works with B, basis: BACKGROUND',
    /^test\.yaml:11: basis BACKGROUND has no quote/,
  ],
  [
    'a disputed claim that is too sure',
    'quote: works with B',
    'quote: works with B, basis: DISPUTED, confidence: 0.6',
    /^test\.yaml:11: the confidence of a DISPUTED claim is at most 0\.5/,
  ],
  [
    'a confidence above 1',
    'quote: works with B',
    'quote: works with B, confidence: 1.5',
    /^test\.yaml:11: confidence 1\.5 is more than 1$/,
  ],
  [
    'a claim that is used by nothing',
    'claims:\n',
    'claims:\n  idle: { statement: Nothing., quote: nothing }\n',
    /^test\.yaml:11: the claim "idle" is used by no link or value/,
  ],
  [
    'a speaker who is no actor',
    'attributedTo: organization:a',
    'attributedTo: commitment:c',
    /^test\.yaml:5: "commitment:c" is not an organization, agency or person/,
  ],
  [
    'a speaker who exists nowhere',
    'attributedTo: organization:a',
    'attributedTo: person:nobody',
    /^test\.yaml:5: "person:nobody" exists nowhere/,
  ],
  [
    'a source derived from nothing',
    'attributedTo: organization:a',
    'derivedFrom: [source:none]',
    /^test\.yaml:5: "source:none" exists nowhere/,
  ],
  [
    'a source derived from what is none',
    'attributedTo: organization:a',
    'derivedFrom: [organization:a]',
    /^test\.yaml:5: "organization:a" is not a source/,
  ],
  [
    'an end before its beginning',
    'purpose: peace',
    'purpose: peace, since: "2027", until: 2026-12',
    /^test\.yaml:14: until 2026-12 is before since 2027/,
  ],
  [
    'a language that is none',
    'name: B,',
    'name: B, names: [{ value: b, language: "?" }],',
    /^test\.yaml:8: language "\?" is not a BCP 47 language tag/,
  ],
  ['an empty quote', 'quote: works with B', 'quote: ""', /^test\.yaml:11: quote "" is empty/],
  ['a quote with a blank before it', 'quote: works with B', 'quote: " works"', /^test\.yaml:11: quote " works" is empty, or starts/],
  ['half a place', 'quote: works with B', 'quote: works with B, start: 3', /^test\.yaml:11: start, end and paragraph come together/],
  [
    'a place that does not span the quote',
    'quote: works with B',
    'quote: works with B, start: 3, end: 5, paragraph: 1',
    /^test\.yaml:11: the quote is 12 long, not 2/,
  ],
  [
    'a place without a quote',
    'quote: works with B',
    'basis: BACKGROUND, start: 3, end: 5, paragraph: 1',
    /^test\.yaml:11: start, end and paragraph are those of a quote/,
  ],
  [
    'two claims with one place',
    'claims: [said]',
    'claims: [said, said]',
    /^test\.yaml:14: the claim "said" quotes the same place as another/,
  ],
  ['a claim with an odd name', 'said: {', '"-": {', /^test\.yaml:11: the name "-" is not a name/],
  ['a party without a role', 'role: FUNDING, ', '', /^test\.yaml:15: role is missing/],
  ['an amount below zero', 'value: 10,', 'value: -10,', /^test\.yaml:17: value "-10" is below zero/],
  [
    'a number with too many digits',
    'value: 10,',
    'value: 1234567.12345678901234,',
    /^test\.yaml:17: value 1234567\.12345678901234 has more than 15 digits/,
  ],
  ['digits that a number would lose', 'value: 10,', 'value: 90000000000000.0049,', /^test\.yaml:17: value 90000000000000\.0049 has more/],
  ['an alias that leads nowhere', 'name: B,', 'name: *nobody,', /^test\.yaml:8: the alias \*nobody leads nowhere/],
  [
    'aliases of aliases of aliases',
    'values:',
    `bomb:\n  - &a [x, x, x, x, x, x, x, x, x, x]\n  - &b [${'*a, '.repeat(10)}]\n  - &c [${'*b, '.repeat(10)}]\n  - [${'*c, '.repeat(10)}]\nvalues:`,
    /^test\.yaml:18: aliases stand for too much: write it out$/,
  ],
  ['lists without end', 'values:', `values:\n  ${'['.repeat(20_000)}`, /^test\.yaml:17: lists and maps are nested more than 100 deep$/],
  ['maps without end', 'values:', `values:\n  ${'- '.repeat(20_000)}x`, /^test\.yaml:17: lists and maps are nested more than 100 deep$/],
  ['a second document', 'values:', '---\nvalues:', /^test\.yaml:16: a second document begins/],
  ['a control character', 'name: B,', 'name: "B\\a",', /^test\.yaml:8: name holds U\+0007, a control character$/],
  ['a control character as such', 'name: B,', 'name: B\u0085,', /^test\.yaml:8: name holds U\+0085, a control character$/],
  ['half a surrogate pair', 'name: B,', 'name: "B\\ud83d",', /^test\.yaml:8: name holds U\+D83D, half a surrogate pair$/],
  ['an odd character in a list', 'purpose: peace, claims: [said]', 'purpose: peace, claims: ["\\0"]', /^test\.yaml:14: holds U\+0000/],
  ['__proto__ as a field of an entity', 'name: B,', 'name: B, __proto__: { a: 1 },', /^test\.yaml:8: __proto__: no such field$/],
  ['__proto__ as a field of a link', 'purpose: peace', 'purpose: peace, __proto__: x', /^test\.yaml:14: __proto__: no such field$/],
  ['__proto__ as the name of a claim', 'said: {', '__proto__: {', /^test\.yaml:11: __proto__: no such field$/],
  ['a list for a name', 'values:', '? [a, b]\n: x\nvalues:', /^test\.yaml:16: the name of a field is a word, no list, map or alias$/],
  ['nothing for a name', 'values:', ': x\nvalues:', /^test\.yaml:16: the name of a field is a word/],
  [
    'a source derived from itself',
    'attributedTo: organization:a',
    'derivedFrom: [source:test]',
    /^test\.yaml:5: a source cannot be derived from itself/,
  ],
  [
    'a value stated twice',
    'values:\n',
    'values:\n  - { of: commitment:c, property: amount, is: { currency: USD, value: "10.00" }, claims: [paid] }\n',
    /^test\.yaml:18: amount of "commitment:c" is stated twice alike: give one value both claims$/,
  ],
  [
    'an unknown stated twice',
    'values:\n',
    `values:\n${'  - { of: commitment:c, property: endsOn, unknown: NOT_DISCLOSED, claims: [paid] }\n'.repeat(2)}`,
    /^test\.yaml:18: endsOn of "commitment:c" is stated twice alike/,
  ],
  ['a value that is neither known nor not', 'is: { value: 10, currency: USD }, ', '', /^test\.yaml:17: a value is either known or not/],
  ['a value that is both', 'is: { value: 10', 'unknown: NOT_DISCLOSED, is: { value: 10', /^test\.yaml:17: a value is either known or not/],
  ['a value of no content', 'is: { value: 10, currency: USD }', 'is: ', /^test\.yaml:17: the value is empty$/],
  [
    'two unknown fields',
    'country: JP }',
    'county: JP,\n    cuntry: JP }',
    /^test\.yaml:7: county: no .*\n.*:8: cuntry: no such field in entities$/,
  ],
  ['claims that are empty', 'purpose: peace, claims: [said]', 'purpose: peace, claims:', /^test\.yaml:14: claims is empty$/],
  [
    'claims that are no list',
    'purpose: peace, claims: [said]',
    'purpose: peace, claims: said',
    /^test\.yaml:14: claims "said" is not a list$/,
  ],
  ['entities that are no list', 'values:', 'sources: { a: b }\nvalues:', /^test\.yaml:16: sources is not a list$/],
  ['a source that is a list', 'values:', 'sources: [[]]\nvalues:', /^test\.yaml:16: sources is not a map of fields$/],
  ['a title that is not text', 'title: A test', 'title: true', /^test\.yaml:3: title true is not text: write it in quotes, as "true"$/],
  [
    'a year that YAML takes for a number',
    'retrievedOn: 2026-11-24',
    'retrievedOn: 2026',
    /is not a date like .*: write it in quotes, as "2026"$/,
  ],
  ['a link to nobody', 'to: agency:b', 'to: []', /^test\.yaml:14: to is empty$/],
  ['a link to a number', 'to: agency:b', 'to: 5', /^test\.yaml:14: to 5 has the wrong type$/],
  [
    'a confidence that is text',
    'quote: works with B',
    'quote: works with B, confidence: high',
    /^test\.yaml:11: confidence "high" is not a number$/,
  ],
  ['a confidence below 0', 'quote: works with B', 'quote: works with B, confidence: -1', /^test\.yaml:11: confidence -1 is less than 0$/],
  [
    'a place between characters',
    'quote: works with B',
    'quote: works with B, start: 1.5',
    /^test\.yaml:11: start 1\.5 is not a whole number$/,
  ],
  ['an id of another kind', 'id: source:test', 'id: organization:test', /^test\.yaml:2: id "organization:test" is not an id of a Source$/],
  ['a text that is too long', 'name: B,', `name: ${'x'.repeat(1001)},`, /^test\.yaml:8: name "x+" is longer than 1000 characters/],
];

describe('a seed with', () => {
  test.each(MISTAKES)('%s', (_, from, to, problem) => {
    expect(RIGHT).toContain(from);
    expect(problemsOf(RIGHT.replace(from, to)).join('\n')).toMatch(problem);
  });
});

test.each([
  ['nothing', ''],
  ['a list', '- a\n'],
  ['a word', 'word\n'],
])('a file that holds %s is refused', (_, text) => {
  expect(problemsOf(text).join('\n')).toMatch(/^test\.yaml:1: a seed document (is empty|("word" )?is not a map of fields)$/);
});

test('a broken file is told alone: what it declares is not known', () => {
  const broken = seedOf(RIGHT.replace('type: POLICE', 'type: COMPANY'), 'broken.yaml');
  const other = seedOf(RIGHT.replace('source:test', 'source:other').replace(/ {2}- \{ id: agency:b.*\n/, ''), 'other.yaml');
  expect(validate([broken, other]).map(({ file }) => file)).toEqual(['broken.yaml']);
});

test('tabs, line breaks and whole pairs are no odd characters', () => {
  expect(problemsOf(RIGHT.replace('name: B,', 'name: "B\\t\\r\\n\\ud83d\\ude00",'))).toEqual([]);
});

test('a list for a name makes nobody warn', () => {
  const warned = vi.spyOn(process, 'emitWarning');
  problemsOf(RIGHT.replace('values:', '? [a, b]\n: x\nvalues:'));
  expect(warned).not.toHaveBeenCalled();
  warned.mockRestore();
});

test('numbers are kept as canonical decimal text', () => {
  const is = (value: string) => seedOf(RIGHT.replace('value: 10,', `value: ${value},`)).document?.values[0]?.is;
  for (const [value, text] of [
    ['10', '10'],
    ['"1.50"', '1.5'],
    ['1.5', '1.5'],
    ['"10.0"', '10'],
    ['"12345678901234567890.5"', '12345678901234567890.5'],
  ])
    expect(is(value!)).toMatchObject({ value: text });
});

test('an identifier has one owner over all files', () => {
  const first = seedOf(RIGHT.replace('country: JP', 'country: JP, identifiers: [{ scheme: wikidata, value: Q1 }]'), 'first.yaml');
  const second = seedOf(
    RIGHT.replace('source:test', 'source:other').replace('name: B,', 'name: B, identifiers: [{ scheme: wikidata, value: Q1 }],'),
    'second.yaml',
  );
  expect(validate([first, second])).toMatchObject([
    { file: 'second.yaml', line: 8, message: 'the identifier wikidata Q1 is that of "organization:a"' },
  ]);
});

test('one source is in one file', () => {
  expect(validate([seedOf(RIGHT, 'a.yaml'), seedOf(RIGHT, 'b.yaml')])).toMatchObject([
    { file: 'b.yaml', line: 2, message: 'another file is about the source "source:test" too' },
  ]);
});

test('one wrong file among right ones: nothing is written', async () => {
  const engine = await openEmpty();
  const before = await dump(engine);
  const wrong = seedOf(RIGHT.replace('source:test', 'source:wrong').replace('to: agency:b', 'to: agency:nobody'), 'wrong.yaml');
  await expect(loadSeeds(engine, [seedOf(RIGHT), wrong])).rejects.toThrow(SeedError);
  expect(await dump(engine)).toEqual(before);
  await engine.close();
});
