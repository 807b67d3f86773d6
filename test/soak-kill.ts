/** `tsx test/soak-kill.ts ROUNDS`: kills the program so many times, on the embedded engine or the Neo4j of NEO4J_URI, and tells what was left. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KINDS, Kills } from './support/kills.ts';
import { createRandom, TEST_SEED } from './support/random.ts';

const rounds = Number(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'pledgegraph-kills-'));
const kills = new Kills(folder, 300);
const random = createRandom(99);
const counts = new Map<string, number>();
try {
  for (let round = 0; round < rounds; round++) {
    const kind = KINDS[round % KINDS.length]!;
    const left = `${kind}: as ${await kills.round(kind, random)}`;
    counts.set(left, (counts.get(left) ?? 0) + 1);
    process.stdout.write(`${round + 1} of ${rounds}, ${left}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(
  `${rounds} times killed, nothing lost, nothing by half (TEST_SEED=${TEST_SEED}): ${[...counts].map(([left, n]) => `${left} ${n}`).join('; ')}\n`,
);
