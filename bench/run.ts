/** `npm run bench`: measures this server beside others, interleaved in one run, and writes `bench/results.md`. `--check` only sees that all answer alike. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from '../src/root.ts';
import { checkAnswers } from './answers.ts';
import { FULL, SMALL, writeGraph } from './data.ts';
import { measureNewShapes, measureQuestion } from './measure.ts';
import { report } from './report.ts';
import { CONTENDERS, type Running, start } from './servers.ts';

const isCheck = process.argv.includes('--check');
const size = isCheck ? SMALL : FULL;
const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Loads the graph into an engine by way of the program itself. */
function load(file: string, environment: Record<string, string | undefined>): void {
  execFileSync('node', ['dist/src/main.js', 'import', 'ndjson', file], { cwd: inProject(), env: { ...process.env, ...environment } });
}

async function main(folder: string): Promise<void> {
  if (!process.env['NEO4J_URI']) throw new Error('NEO4J_URI is not set: npm run bench sets it.');
  const [file, graph] = [join(folder, 'graph.ndjson'), join(folder, 'graph')];
  say(`generating and loading ${JSON.stringify(size)}`);
  await writeGraph(file, size);
  load(file, {});
  load(file, { NEO4J_URI: '', DATA_DIR: graph });
  const running: Running[] = [];
  try {
    for (const contender of CONTENDERS) running.push(await start(contender, graph, folder));
    say(`${await checkAnswers(running, size, isCheck ? 20 : 50)} answers, all alike`);
    if (isCheck) return;
    const rates = await measureQuestion(running, size, say);
    const shapes = await measureNewShapes(running, size, say);
    const text = report(rates, shapes, size);
    writeFileSync(inProject('bench', 'results.md'), text);
    say(text);
  } finally {
    await Promise.all(running.map((one) => one.stop()));
  }
}

const folder = mkdtempSync(join(tmpdir(), 'pledgegraph-bench-'));
try {
  await main(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
