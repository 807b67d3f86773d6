/** Killed at any moment of a seed, a restore, the start of a server or a reprojection: all of it is there, or nothing. `npm run soak:kill` does so for longer. */
import { expect, test } from 'vitest';
import { newFolder } from './support/folder.ts';
import { KINDS, Kills } from './support/kills.ts';
import { createRandom } from './support/random.ts';

const kills = new Kills(newFolder(), 100);

/** The start of a server loads every seed, which takes a while; so does all that is done on Neo4j. */
const ROUNDS = process.env['NEO4J_URI'] ? { seed: 1, restore: 1, reproject: 1, serve: 1 } : { seed: 3, restore: 2, reproject: 2, serve: 1 };

test.each(KINDS)('%s', { timeout: 600_000 }, async (kind) => {
  const random = createRandom(KINDS.indexOf(kind));
  for (let round = 0; round < ROUNDS[kind]; round++) expect(['before', 'after']).toContain(await kills.round(kind, random));
});
