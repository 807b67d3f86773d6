/** Wrong questions about claims, times, delivery and paths: each is refused, with a code and a reason. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import type { CODES } from '../src/errors.ts';
import { run } from './support/run.ts';
import { openSeeded } from './support/seeded.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openSeeded();
});
afterAll(() => engine.close());

describe('about claims and times', () => {
  test.each([
    [
      '{ commitment(id: "commitment:microsoft-japan-2026") { values(property: "colour") { property } } }',
      'Commitment.values(property:) is not a stated value of Commitment: only announcedOn, startsOn, endsOn, amount, strength.',
    ],
    [
      '{ place(id: "place:japan") { values(property: "amount") { property } } }',
      'Place.values(property:) is not a stated value of Place: there is none.',
    ],
    ['{ target(id: "target:x") { values(limit: 101) { property } } }', 'Target.values(limit:) is from 0 to 100, not 101.'],
    [
      '{ changes(between: {from: "2026-02-01T00:00:00Z", to: "2026-01-01T00:00:00Z"}) { totalCount } }',
      'Query.changes(between:) ends at 2026-01-01T00:00:00Z, before it begins.',
    ],
  ])('%s is refused', async (query, message) => {
    const { errors } = await run(engine, query);
    expect(errors).toContainEqual(expect.objectContaining({ message, extensions: { code: 'BAD_USER_INPUT' } }));
  });

  test.each(['"2026-02-30"', '"spring"', '"2026-01-01"'])('a time that is none, such as %s, is refused', async (time) => {
    const name = time.length === 12 && !time.includes('30') ? 'knownAt' : 'validOn';
    await expect(run(engine, `{ places(asOf: {${name}: ${time}}) { totalCount } }`)).rejects.toThrow(time.slice(1, -1));
  });
});

describe('about delivery', () => {
  test.each([
    ['{ commitments { nodes { delivery(on: "2031") } } }', 'Commitment.delivery(on:) is a whole day such as 2031-01-01, not 2031.'],
    ['{ targets { nodes { onTrack(on: "2031-02") } } }', 'Target.onTrack(on:) is a whole day such as 2031-01-01, not 2031-02.'],
    [
      '{ commitments(where: {overdueOn: "2031"}) { totalCount } }',
      'Query.commitments(where:) CommitmentFilter.overdueOn is a whole day such as 2031-01-01, not 2031.',
    ],
    [
      '{ commitments(where: {delivery: {on: "2031", eq: MET}}) { totalCount } }',
      'Query.commitments(where:) CommitmentFilter.delivery.on is a whole day such as 2031-01-01, not 2031.',
    ],
    [
      '{ commitments(where: {delivery: {on: "2031-01-01"}}) { totalCount } }',
      'Query.commitments(where:) CommitmentFilter.delivery asks nothing: say which by eq, ne, in or notIn.',
    ],
    ['{ dueCalendar(from: "2030", to: "2029") { totalCount } }', 'Query.dueCalendar(to:) is 2029, before 2030.'],
  ])('%s is refused', async (query, message) => {
    const { errors } = await run(engine, query);
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' satisfies keyof typeof CODES } }]);
  });
});

describe('about paths and surroundings', () => {
  test.each([
    [
      'path(from: "organization:x", to: "organization:nec") { truncated }',
      'NOT_FOUND',
      'Query.path(from:) names no entity: "organization:x".',
    ],
    ['path(from: "organization:nec", to: "source:seed-microsoft-japan-10b") { truncated }', 'NOT_FOUND', 'Query.path(to:) names no entity'],
    ['path(from: "organization:nec", to: "organization:nec") { truncated }', 'BAD_USER_INPUT', 'Query.path(to:) is where it begins'],
    [
      'paths(from: "organization:nec", to: "organization:x", maxHops: 9) { truncated }',
      'BAD_USER_INPUT',
      'Query.paths(maxHops:) is from 1 to 8, not 9.',
    ],
    [
      'paths(from: "organization:nec", to: "organization:x", limit: 0) { truncated }',
      'BAD_USER_INPUT',
      'Query.paths(limit:) is from 1 to 100, not 0.',
    ],
    [
      'path(from: "organization:nec", to: "organization:x", types: [ABOUT]) { truncated }',
      'BAD_USER_INPUT',
      'Query.path(types:) names ABOUT, which is evidence and never walked.',
    ],
    ['neighborhood(of: ["organization:x"]) { truncated }', 'NOT_FOUND', 'Query.neighborhood(of:) names no entity'],
    [
      'neighborhood(of: ["organization:nec"], depth: 5) { truncated }',
      'BAD_USER_INPUT',
      'Query.neighborhood(depth:) is from 0 to 4, not 5.',
    ],
    [
      'commonPartners(of: ["organization:nec", "organization:nec"]) { truncated }',
      'BAD_USER_INPUT',
      'Query.commonPartners(of:) names from 2 to 100 entities, not 1.',
    ],
    ['commonPartners(of: ["organization:nec", "organization:x"]) { truncated }', 'NOT_FOUND', 'Query.commonPartners(of:) names no entity'],
    [
      'commonPartners(of: ["organization:nec", "organization:x"], minShared: 3) { truncated }',
      'BAD_USER_INPUT',
      'Query.commonPartners(minShared:) is from 1 to 2, not 3.',
    ],
    ['partnerNetwork(limit: 0) { truncated }', 'BAD_USER_INPUT', 'Query.partnerNetwork(limit:) is from 1 to 2000, not 0.'],
    [
      'neighborhood(of: ["organization:nec"], limit: 2001) { truncated }',
      'BAD_USER_INPUT',
      'Query.neighborhood(limit:) is from 1 to 2000, not 2001.',
    ],
  ])('%s is refused', async (query, code, message) => {
    const { errors } = await run(engine, `{ ${query} }`);
    expect(errors).toMatchObject([{ message: expect.stringContaining(message), extensions: { code } }]);
  });
});
