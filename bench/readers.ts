/** `npm run bench:readers`: what it costs to read in a process that can be stopped, at 50 and at 500 statements a second; writes `bench/readers.md`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '../src/engine/engine.ts';
import { openGrafeo } from '../src/engine/grafeo.ts';
import { prepareStore } from '../src/engine/store.ts';
import { readSeedFiles } from '../src/ingest/files.ts';
import { inProject } from '../src/root.ts';
import { loadSeeds } from '../test/support/load.ts';

const SECONDS = 10;
const RATES = [50, 500];
/** A page as requests read them: a lookup, its links, and twenty rows. */
const TEXT = `MATCH (o:Organization {id: $p.id}) CALL (o) { MATCH (o)-[r:PARTY_TO]->(c:Commitment) WHERE r.retractedAt IS NULL
WITH c ORDER BY c.name LIMIT 20 RETURN collect([c.id, c.name, c.statement, c.amountValue]) AS rows } RETURN o.name AS name, rows`;

const at = (times: readonly number[], share: number): string => times[Math.floor(share * (times.length - 1))]!.toFixed(2);

/** Offers so many statements a second, whether those before were answered or not. */
async function measure(engine: Engine, isDear: boolean, rate: number): Promise<string> {
  const ask = () => engine.read(TEXT, { p: { id: 'organization:microsoft' } }, { timeoutMs: 60_000, isDear });
  for (let i = 0; i < 100; i++) await ask();
  const [times, refused, cpu] = [[] as number[], { count: 0 }, process.cpuUsage()];
  const all: Promise<void>[] = [];
  const start = performance.now();
  for (let i = 0; i < SECONDS * rate; i++) {
    const wait = start + (i * 1000) / rate - performance.now();
    if (wait > 1) await sleep(wait);
    const begun = performance.now();
    const noted = () => void times.push(performance.now() - begun);
    all.push(ask().then(noted, () => void refused.count++));
  }
  await Promise.all(all);
  const { user, system } = process.cpuUsage(cpu);
  times.sort((a, b) => a - b);
  const where = isDear ? 'in a process of its own' : 'in the process of the server';
  return `| ${rate} | ${where} | ${at(times, 0.5)} | ${at(times, 0.99)} | ${refused.count} | ${((user + system) / 10 / (SECONDS * 1000)).toFixed(0)} % |`;
}

const folder = mkdtempSync(join(tmpdir(), 'readers-'));
const engine = openGrafeo(folder);
try {
  await prepareStore(engine);
  await loadSeeds(engine, readSeedFiles([]));
  const lines = [];
  for (const rate of RATES) for (const isDear of [false, true]) lines.push(await measure(engine, isDear, rate));
  const begun = performance.now();
  await engine.write([{ text: "MERGE (n:Bench {id: 'x'}) SET n.at = $p.at", parameters: { p: { at: begun } } }]);
  const written = performance.now();
  await engine.read('RETURN 1 AS one', {}, { timeoutMs: 60_000, isDear: true });
  const text = [
    '# Reading in a process that can be stopped',
    '',
    `A page of one organization's commitments over all seeds, ${SECONDS} s each.`,
    '',
    '| a second | where | median ms | p99 ms | refused | processor of the server |',
    '| ---: | --- | ---: | ---: | ---: | ---: |',
    ...lines,
    '',
    `After a write, the first that is read so waits ${(performance.now() - written).toFixed(0)} ms for the copy and its process.`,
    '',
  ].join('\n');
  writeFileSync(inProject('bench', 'readers.md'), text);
  process.stdout.write(text);
} finally {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
}
