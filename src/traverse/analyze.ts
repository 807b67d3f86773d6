/** Measures of the whole partner graph, taken in a worker within a time, and kept until the graph changes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { partnerLinkNames } from '../../model/links.ts';
import { graphError } from '../errors.ts';
import type { Context } from '../plan/context.ts';
import { linksText, versionText } from '../plan/expand.ts';
import type { AsOf } from '../plan/time.ts';
import type { Measured, Metric, Projection } from './measures.ts';

/** How many links are taken into account, and how long a measure may take. */
const MOST_LINKS = 300_000;
const TIMEOUT_MS = 20_000;

/** A measure of all entities that have a link. */
export interface Analysis extends Measured {
  readonly ids: readonly string[];
  readonly links: number;
  /** Whether there are more links than were taken into account. */
  readonly truncated: boolean;
}

/** A measure takes a thread and memory: others wait. */
const oneAtATime = pLimit(1);
/** How many measures may wait; more are refused. */
const MOST_WAITING = 20;

/** What was measured, of each graph. */
const measured = new WeakMap<object, LRUCache<string, Promise<Analysis>>>();

/** Throws QUERY_TOO_COMPLEX where it takes too long. */
export async function analyze(metric: Metric, asOf: AsOf, context: Context): Promise<Analysis> {
  const version = await context.read(versionText, {});
  const name = JSON.stringify([metric, asOf, version]);
  const kept = measured.get(context.engine) ?? new LRUCache<string, Promise<Analysis>>({ max: 12 });
  measured.set(context.engine, kept);
  if (!kept.has(name) && oneAtATime.pendingCount >= MOST_WAITING)
    throw graphError('QUERY_TOO_COMPLEX', 'Too many measures are waited for; try again later.');
  const known = kept.get(name) ?? measure(metric, asOf, context);
  kept.set(name, known);
  known.catch(() => kept.delete(name)); // what failed is tried again
  return within(known, context.left());
}

/** Whoever asks waits as long as the request may take; the measure goes on for others. */
async function within<Result>(result: Promise<Result>, milliseconds: number): Promise<Result> {
  const late = new AbortController();
  const timeout = sleep(milliseconds, undefined, { signal: late.signal }).then(() => {
    throw graphError('ENGINE_TIMEOUT', 'The measure takes longer than a request may; ask again soon.');
  });
  timeout.catch(() => undefined);
  return Promise.race([result, timeout]).finally(() => late.abort());
}

async function measure(metric: Metric, asOf: AsOf, context: Context): Promise<Analysis> {
  const { text, parameters } = linksText(partnerLinkNames, asOf, MOST_LINKS + 1);
  const [row = { from: [], to: [], weights: [] }] = await context.readApart(text, parameters, TIMEOUT_MS);
  const { from, to, weights } = row as unknown as { from: string[]; to: string[]; weights: number[] };
  if (from.length === 0) return { ids: [], links: 0, truncated: false, values: new Float64Array(), parameters: {} };
  const count = Math.min(from.length, MOST_LINKS);
  const ids = [...new Set([...from.slice(0, count), ...to.slice(0, count)])].toSorted();
  const places = new Map(ids.map((id, i) => [id, i]));
  const placesOf = (ends: readonly string[]) => Uint32Array.from({ length: count }, (_, i) => places.get(ends[i]!)!);
  const projection = { nodes: ids.length, from: placesOf(from), to: placesOf(to), weights: Float64Array.from(weights.slice(0, count)) };
  return { ...(await oneAtATime(() => inWorker(metric, projection))), ids, links: count, truncated: from.length > MOST_LINKS };
}

/** The worker's own module; before it is built, Node needs tsx to read it. */
function startWorker(workerData: { readonly metric: Metric; readonly projection: Projection }): Worker {
  if (import.meta.url.endsWith('.js')) return new Worker(new URL('./worker.js', import.meta.url), { workerData });
  const file = JSON.stringify(new URL('./worker.ts', import.meta.url).href);
  return new Worker(`import('tsx/esm/api').then((tsx) => (tsx.register(), import(${file})))`, { eval: true, workerData });
}

function inWorker(metric: Metric, projection: Projection): Promise<Measured> {
  const worker = startWorker({ metric, projection });
  return new Promise<Measured>((resolve, reject) => {
    const late = () => reject(graphError('QUERY_TOO_COMPLEX', `The measure ${metric} took more than ${TIMEOUT_MS} milliseconds.`));
    const timer = setTimeout(late, TIMEOUT_MS);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => clearTimeout(timer));
  }).finally(() => worker.terminate());
}
