/** The named statements as they are called: each with every key of `$p` that it takes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STATEMENTS, type StatementName, statementText } from '../src/cypher/statements.ts';
import type { Engine, Statement } from '../src/engine/engine.ts';
import { prepareStore } from '../src/engine/store.ts';
import { exportNdjson } from '../src/export/ndjson.ts';
import { importNdjson } from '../src/ingest/ndjson.ts';
import { keepCensus } from '../src/plan/keep-census.ts';
import { newFolder } from './support/folder.ts';
import { freePort } from './support/free-port.ts';
import { loadSeeds } from './support/load.ts';
import { run } from './support/run.ts';
import { RIGHT, seedOf } from './support/seed-text.ts';
import { serve } from './support/serve.ts';
import { openEmpty } from './support/store.ts';

const called: Statement[] = [];
async function openWatched(): Promise<Engine> {
  const engine = await openEmpty();
  return {
    ...engine,
    read: (text, parameters, options) => {
      called.push({ text, parameters });
      return engine.read(text, parameters, options);
    },
    write: (statements) => {
      called.push(...statements);
      return engine.write(statements);
    },
  };
}

/** All that runs named statements, but for what engines ask of themselves. */
async function useAll(engine: Engine, other: Engine): Promise<void> {
  await engine.write([{ text: 'MATCH (s:Store) DELETE s', parameters: {} }]);
  await prepareStore(engine);
  await loadSeeds(engine, [seedOf(RIGHT)]);
  const corrected = RIGHT.replace(/.*PARTNERS_WITH.*\n/, '').replace(/ {2}said:.*\n/, '');
  await loadSeeds(engine, [seedOf(corrected)]);
  await keepCensus(engine, pino({ level: 'silent' })).take();
  await run(engine, '{ statistics { kinds { count } } }');
  const METRICS_PORT = await freePort();
  const server = await serve({ METRICS_PORT }, engine);
  await fetch(`${server.url}/ready`);
  await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`);
  await server.close();
  const file = join(newFolder(), 'all.ndjson');
  const lines: string[] = [];
  for await (const text of exportNdjson(engine)) lines.push(text);
  writeFileSync(file, lines.join(''));
  await importNdjson(other, file);
}

const engines: Engine[] = [];
beforeAll(async () => {
  engines.push(await openWatched(), await openWatched());
  await useAll(engines[0]!, engines[1]!);
});
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

/** The text of a statement, whatever its open labels and types are. */
function formOf(name: StatementName): RegExp {
  const open = Object.fromEntries(STATEMENTS[name].open.map((hole) => [hole, '@']));
  const text = statementText(name, open as never);
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('@', '\\w+')}$`);
}

const OF_ENGINES = /^(create|await|search|ping)|^(entityIds|neo4jIndexes)$/;
const names = (Object.keys(STATEMENTS) as StatementName[]).filter((name) => !OF_ENGINES.test(name));

test.each(names)('%s is given what it takes', (name) => {
  const form = formOf(name);
  const given = called.filter(({ text }) => form.test(text)).map(({ parameters }) => Object.keys((parameters['p'] ?? {}) as object));
  expect(given.length).toBeGreaterThan(0);
  for (const keys of given) expect(keys).toEqual(expect.arrayContaining([...STATEMENTS[name].takes]));
});
