/** What can be wrong with a store, by code: the operator is told in a sentence, and docs/operations.md says what to do about each. */
import { EngineError } from './engine.ts';

export const FAULTS = {
  STORE_HELD: 'Another process has the file of the graph open.',
  STORE_FULL: 'The disk, or the quota of the user, has no space left.',
  STORE_READ_ONLY: 'The disk, its permissions or the Neo4j user allow reading only, and something was to be written.',
  STORE_DAMAGED: 'The file of the graph, or its log, was cut or changed.',
  STORE_MISSING: 'Nothing was ever loaded here.',
  STORE_VERSION: 'Another version of the program wrote the store.',
  STORE_FOREIGN: 'The Neo4j database holds something else.',
  STORE_CONFLICT: 'Other processes wrote to the store all the while.',
  STORE_FAULTY: 'What is stored is not what the documents say.',
} as const;

export type Fault = keyof typeof FAULTS;

/** Somebody else wrote meanwhile: nothing of this was written, and it may be tried again with what is stored now. */
export class ConflictError extends EngineError {
  constructor(options?: ErrorOptions) {
    super('ENGINE_UNAVAILABLE', 'Another process wrote to the graph meanwhile. Nothing was changed: try again. (STORE_CONFLICT)', options);
  }
}

/** Waiting does not help: somebody has to do something. */
export const storeError = (fault: Fault, message: string, cause?: unknown): EngineError =>
  new EngineError('ENGINE_UNAVAILABLE', `${message} (${fault})`, { isFinal: true, cause });
