/** Refuses answers that are too long before they are written; those of a batch count together. */
import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { tooLong } from '../errors.ts';

/** An error with its message, path and locations. */
const ERROR_BYTES = 300;

export const useResponseSize = (maxBytes: number): Plugin => ({
  onResultProcess({ result, setResult }) {
    let left = maxBytes;
    const fitting = (one: ExecutionResult): ExecutionResult => {
      left -= sizeOf(one, left);
      return left < 0 ? { errors: [tooLong(maxBytes)] } : one;
    };
    setResult(Array.isArray(result) ? result.map(fitting) : fitting(result as ExecutionResult));
  },
});

/** How long it will be, or a number greater than `most`. */
function sizeOf(result: ExecutionResult & { readonly bytes?: number }, most: number): number {
  if (result.bytes !== undefined) return result.bytes;
  let size = (result.errors?.length ?? 0) * ERROR_BYTES;
  const add = (value: unknown): void => {
    size += 2;
    if (size > most) return;
    if (typeof value === 'string') size += Buffer.byteLength(value);
    else if (typeof value !== 'object' || value === null) size += 4;
    else if (Array.isArray(value)) value.forEach(add);
    else
      for (const [name, one] of Object.entries(value)) {
        size += name.length + 2;
        add(one);
      }
  };
  add(result.data);
  return size;
}
