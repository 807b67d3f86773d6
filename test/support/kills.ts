/** Kills the program at random moments of what it writes, and looks at what it leaves: on the embedded engine, or on the Neo4j of NEO4J_URI. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { openEngine } from '../../src/commands/open.ts';
import { readConfig } from '../../src/config.ts';
import type { Statement } from '../../src/engine/engine.ts';
import { call, served, start } from './cli.ts';
import type { Random } from './random.ts';
import { versionOf } from './versions.ts';

/** What can be killed while it writes. */
export const KINDS = ['seed', 'restore', 'serve', 'reproject'] as const;
export type Kind = (typeof KINDS)[number];

/** How a store was before, how it is once the run is done, and how long that takes. */
interface Known {
  readonly before: string;
  readonly after: string;
  readonly ms: number;
}
/** What came of a round. */
export type Found = 'before' | 'after';

const SPOIL = 'MATCH (n:Entity) SET n.foldedNames = "spoilt", n.name = "spoilt"';

export class Kills {
  readonly #folder: string;
  readonly #seed: string;
  readonly #links: number;
  readonly #known = new Map<Kind, Known>();
  #stores = 0;
  #environment: Record<string, string> = {};

  constructor(folder: string, links: number) {
    [this.#folder, this.#seed, this.#links] = [folder, join(folder, 'large.yaml'), links];
  }

  /** Kills one run at a moment that is drawn. Throws where anything acknowledged is lost, or anything is there by half. */
  async round(kind: Kind, random: Random): Promise<Found> {
    const { before, after, ms } = this.#known.get(kind) ?? (await this.#learn(kind));
    await this.#arrange(kind);
    const isDone = await this.#runFor(kind, (ms * random.int(1100)) / 1000);
    const left = await this.#export();
    assert(
      left === before || left === after,
      `${kind}: what is left is neither what was before nor what is after: ${differenceOf(left, after)}`,
    );
    assert(!isDone || left === after, `${kind}: what was acknowledged is lost`);
    const isBroken = kind === 'reproject' && left === before;
    if (left) assert.equal((await this.#call('verify')).code, isBroken ? 1 : 0, `${kind}: verify`);
    if (left === before) await this.#run(kind);
    assert.equal(await this.#export(), after, `${kind}: it cannot go on`);
    return left === after ? 'after' : 'before';
  }

  async #learn(kind: Kind): Promise<Known> {
    await this.#arrange(kind);
    const before = await this.#export();
    const begun = performance.now();
    await this.#run(kind);
    const known = { before, ms: performance.now() - begun, after: await this.#export() };
    assert.notEqual(known.before, known.after);
    this.#known.set(kind, known);
    return known;
  }

  /** A store of its own, as it is before a run of this kind. */
  async #arrange(kind: Kind): Promise<void> {
    this.#environment = { DATA_DIR: join(this.#folder, `store-${this.#stores++}`), PORT: '0', LOG_LEVEL: 'info' };
    if (kind === 'seed') this.#say(1);
    const arranged = join(this.#folder, `arranged-${kind}`);
    if (existsSync(arranged)) return cpSync(arranged, this.#environment['DATA_DIR']!, { recursive: true });
    await this.#arrangeFirst(kind);
    if (!process.env['NEO4J_URI'] && existsSync(this.#environment['DATA_DIR']!))
      cpSync(this.#environment['DATA_DIR']!, arranged, { recursive: true });
  }

  async #arrangeFirst(kind: Kind): Promise<void> {
    if (process.env['NEO4J_URI']) await this.#write('MATCH (n) DETACH DELETE n');
    if (kind === 'serve') return;
    this.#say(0);
    await this.#succeed('seed', this.#seed);
    if (kind === 'seed') this.#say(1);
    if (kind === 'reproject') await this.#write(SPOIL);
    if (kind !== 'restore') return;
    await this.#succeed('backup', this.#backup);
    this.#environment['DATA_DIR'] += '-restored';
    if (process.env['NEO4J_URI']) await this.#write('MATCH (n) DETACH DELETE n');
  }

  get #backup(): string {
    return join(this.#folder, 'graph.backup');
  }
  #say(day: number): void {
    writeFileSync(this.#seed, stringify(versionOf(day, { links: this.#links })));
  }
  #words(kind: Kind): string[] {
    return { seed: ['seed', this.#seed], restore: ['restore', this.#backup], serve: ['serve'], reproject: ['reproject'] }[kind];
  }

  /** Runs to its end; a server until it serves. */
  async #run(kind: Kind): Promise<void> {
    if (kind !== 'serve') return this.#succeed(...this.#words(kind));
    const child = start(['serve'], this.#environment);
    await served(child);
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  /** Runs for so long, and tells whether the program said by then that it was done. */
  async #runFor(kind: Kind, ms: number): Promise<boolean> {
    const child = start(this.#words(kind), this.#environment);
    let said = '';
    child.stdout!.on('data', (chunk) => {
      said += chunk;
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    await Promise.race([ended, sleep(ms)]);
    child.kill('SIGKILL');
    await ended;
    return kind === 'serve' ? said.includes('"serving"') : said !== '';
  }

  async #succeed(...args: string[]): Promise<void> {
    const { code, stderr } = await this.#call(...args);
    assert.equal(code, 0, `${args.join(' ')}: ${stderr}`);
  }
  #call(...args: string[]) {
    return call(args, this.#environment);
  }

  /** Nothing, where nothing was ever written. */
  async #export(): Promise<string> {
    const { code, stdout, stderr } = await this.#call('export', 'ndjson');
    assert(code === 0 || stderr.includes('STORE_MISSING'), stderr);
    return stdout.split('\n').length > 3 ? stdout : '';
  }

  async #write(text: string): Promise<void> {
    const engine = openEngine(readConfig({ ...process.env, ...this.#environment }));
    await engine.write([{ text, parameters: {} } satisfies Statement]);
    await engine.close();
  }
}

/** Where two exports begin to differ. */
function differenceOf(one: string, other: string): string {
  const [lines, others] = [one.split('\n'), other.split('\n')];
  const at = lines.findIndex((line, i) => line !== others[i]);
  return `${lines.length} lines, not ${others.length}; line ${at + 1} is ${lines[at]?.slice(0, 500)}, not ${others[at]?.slice(0, 500)}`;
}
