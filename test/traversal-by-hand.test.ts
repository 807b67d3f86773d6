/** Paths and partners of the seed, by hand. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { run } from './support/run.ts';
import { openSeeded } from './support/seeded.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openSeeded();
});
afterAll(() => engine.close());

test('the path the project is named for, with its evidence', async () => {
  const { data, errors } = await run(
    engine,
    `{ paths(from: "organization:microsoft", to: "agency:digital-crime-unit", maxHops: 2, types: [PARTNERS_WITH, UNIT_OF]) { truncated reason
       paths { length confidence nodes { name } weakestHop { link { type contested confidence } } hops { direction link { type claims { nodes { evidence { edges { quote } } } } } } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    paths: {
      truncated: false,
      reason: null,
      paths: [
        {
          length: 1,
          confidence: 0.9,
          nodes: [{ name: 'Microsoft' }, { name: 'Digital Crime Unit' }],
          weakestHop: { link: { type: 'UNIT_OF', contested: true, confidence: 0.9 } },
          hops: [
            {
              direction: 'IN',
              link: { type: 'UNIT_OF', claims: { nodes: [{ evidence: { edges: [{ quote: 'its Digital Crime Unit' }] } }] } },
            },
          ],
        },
        {
          length: 2,
          confidence: 0.38,
          nodes: [{ name: 'Microsoft' }, { name: 'National Police Agency' }, { name: 'Digital Crime Unit' }],
          weakestHop: { link: { type: 'UNIT_OF', contested: true, confidence: 0.4 } },
          hops: [
            {
              direction: 'BOTH',
              link: {
                type: 'PARTNERS_WITH',
                claims: {
                  nodes: [
                    { evidence: { edges: [{ quote: 'work with the National Police Agency' }] } },
                    { evidence: { edges: [{ quote: 'disrupt cybercrime' }] } },
                  ],
                },
              },
            },
            {
              direction: 'IN',
              link: {
                type: 'UNIT_OF',
                claims: { nodes: [{ evidence: { edges: [{ quote: 'National Police Agency through its Digital Crime Unit' }] } }] },
              },
            },
          ],
        },
      ],
    },
  });
});

test('who shares commitments with whom, with what these promise', async () => {
  const { data } = await run(
    engine,
    '{ partnerNetwork(minShared: 2, kinds: [ORGANIZATION]) { truncated reason edges { basis weight source { name } target { name } amounts { currency minimum maximum } commitments { name } } } trained: partnerNetwork(types: [TRAINING], limit: 2) { truncated reason nodes { name } } }',
  );
  expect(data).toEqual({
    partnerNetwork: {
      truncated: false,
      reason: null,
      edges: [
        {
          basis: 'DERIVED',
          weight: 2,
          source: { name: 'Research institutions in Japan' },
          target: { name: 'Microsoft' },
          amounts: [{ currency: 'USD', minimum: '1000000', maximum: '1000000' }],
          commitments: [
            { name: 'Fellowship program for research institutions in Japan' },
            { name: 'Research grant program of $1 million in Japan' },
          ],
        },
        {
          basis: 'DERIVED',
          weight: 2,
          source: { name: 'Microsoft' },
          target: { name: 'SoftBank Corp.' },
          amounts: [],
          commitments: [
            { name: 'GPU computing from domestic providers through Azure' },
            { name: 'One million engineers and developers trained in Japan' },
          ],
        },
      ],
    },
    trained: {
      truncated: true,
      reason: 'There are more than 2 pairs.',
      nodes: [{ name: 'Fujitsu' }, { name: 'Hitachi' }, { name: 'Microsoft' }],
    },
  });
});

test('what nobody knew yet is on no path', async () => {
  const { errors } = await run(
    engine,
    '{ path(from: "organization:microsoft", to: "agency:digital-crime-unit", asOf: {knownAt: "2026-01-01T00:00:00Z"}) { truncated } }',
  );
  expect(errors).toMatchObject([
    { message: 'Query.path(from:) names no entity: "organization:microsoft".', extensions: { code: 'NOT_FOUND' } },
  ]);
});
