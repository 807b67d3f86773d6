/** A refusal below GraphQL, in its form. */
import type { ServerResponse } from 'node:http';
import type { Code } from '../errors.ts';
import { SECURITY } from './use-security.ts';

/** Closes the connection after it. */
export function refuseRaw(response: ServerResponse, status: number, code: Code, message: string): void {
  const text = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  response
    .writeHead(status, { ...SECURITY, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), connection: 'close' })
    .end(text);
}
