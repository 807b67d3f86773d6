/** A worker thread that takes one measure of a graph and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { MEASURES, type Metric, type Projection } from './measures.ts';

const { metric, projection } = workerData as { readonly metric: Metric; readonly projection: Projection };
parentPort!.postMessage(MEASURES[metric](projection));
