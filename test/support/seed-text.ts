/** Small seed documents for tests. */
import { stringify } from 'yaml';
import { readSeed, type SeedFile } from '../../src/ingest/read.ts';

/** The right seed that wrong ones are made from; every line is known by its number. */
export const RIGHT = `source:
  id: source:test
  title: A test
  retrievedOn: 2026-11-24
  attributedTo: organization:a
entities:
  - { id: organization:a, name: A, type: COMPANY, country: JP }
  - { id: agency:b, name: B, type: POLICE }
  - { id: commitment:c, name: C, type: FINANCIAL, statement: A pays B. }
claims:
  said: { statement: A works with B., quote: works with B }
  paid: { statement: A pays., quote: pays }
links:
  - { type: PARTNERS_WITH, from: organization:a, to: agency:b, purpose: peace, claims: [said] }
  - { type: PARTY_TO, from: organization:a, to: commitment:c, role: FUNDING, claims: [paid] }
values:
  - { of: commitment:c, property: amount, is: { value: 10, currency: USD }, claims: [paid] }
`;

export const seedOf = (text: string, file = 'test.yaml'): SeedFile => readSeed(file, text);
export const seedFrom = (document: object, file = 'test.yaml'): SeedFile => readSeed(file, stringify(document));
