/** Asking about another time: the answer is that of a graph which was told nothing later. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import type { SeedFile } from '../src/ingest/read.ts';
import { loadSeeds } from './support/load.ts';
import { content, seedWith } from './support/random-seed.ts';
import { run } from './support/run.ts';
import { openEmpty } from './support/store.ts';

const RUNS = process.env['NEO4J_URI'] ? 6 : 25;

async function holding(files: readonly SeedFile[]): Promise<Engine> {
  const engine = await openEmpty();
  for (const file of files) await loadSeeds(engine, [file]);
  return engine;
}

const LINK =
  'linkId since until recordedAt confidence sourceCount independentSourceCount contested claims { nodes { id statement origin isSelfReported recordedAt evidence { edges { quote recordedAt } } } }';
/** Everything that can change with time, also as it is chosen, ordered, counted and put together by. */
const EVERYTHING = `query($asOf: AsOf) {
  commitments(asOf: $asOf, orderBy: [{endsOn: DESC}, {amount: ASC}]) {
    totalCount aggregate { amount { unit sum count } facets(by: STRENGTH) { value count } }
    edges { cursor node { id name statement endsOn strength amount { value currency qualifier }
      parties { edges { role ${LINK} node { id } } } places { edges { ${LINK} node { name } } } linkCounts { type direction count } sources { nodes { id title } } } }
  }
  late: commitments(asOf: $asOf, where: {endsOn: {gte: "2030"}}) { nodes { id } }
  dear: commitments(asOf: $asOf, where: {amount: {currency: "USD", gt: 1}, parties: {some: {confidence: {gt: 0.8}}}}) { nodes { id } }
  organizations(asOf: $asOf, orderBy: [{linkCount: {type: UNIT_OF, direction: DESC}}]) { nodes { id recordedAt: name links { edges { direction ${LINK} node { id } } }
    partners { edges { purpose ${LINK} node { id } } } parents(where: {contested: {eq: true}}) { edges { ${LINK} node { id } } } claims { totalCount } } }
  claims(asOf: $asOf, first: 100) { nodes { id property subjects { nodes { id } } } }
  statistics(asOf: $asOf) { kinds { kind count } links { type count } }
}`;

const DAYS = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];

test('what was known then is what a graph gives that was told nothing later', async () => {
  let later = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(content, fc.constantFrom('source:a', 'source:b'), fc.constantFrom(...DAYS)), { minLength: 2, maxLength: 5 }),
      fc.constantFrom(...DAYS),
      async (documents, day) => {
        // Recorded in the order they are loaded: a record of an earlier day would take the place of what came after it.
        const files = documents
          .map(([one, source, on]) => ({ on, file: seedWith(one, source, on) }))
          .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
        const [whole, short] = [
          await holding(files.map(({ file }) => file)),
          await holding(files.filter(({ on }) => on <= day).map(({ file }) => file)),
        ];
        const then = await run(whole, EVERYTHING, { asOf: { knownAt: `${day}T12:00:00Z` } });
        const alone = await run(short, EVERYTHING, { asOf: { knownAt: `${day}T12:00:00Z` } });
        const now = await run(short, EVERYTHING, {});
        expect(then.errors).toBeUndefined();
        expect(then.data).toEqual(alone.data);
        expect(withoutCursors(then.data)).toEqual(withoutCursors(now.data));
        expect((await run(whole, EVERYTHING, { asOf: { knownAt: `${day}T12:00:00Z` } }, 'levels')).data).toEqual(then.data);
        later += JSON.stringify((await run(whole, EVERYTHING, {})).data) === JSON.stringify(now.data) ? 0 : 1;
        await whole.close();
        await short.close();
      },
    ),
    { numRuns: RUNS },
  );
  if (RUNS > 10) expect(later, 'graphs that were told something later').toBeGreaterThan(RUNS / 4);
});

/** A cursor knows the time it was asked at. */
const withoutCursors = (data: unknown): unknown => JSON.parse(JSON.stringify(data).replace(/"cursor":"[^"]*"/g, '"cursor":null'));
