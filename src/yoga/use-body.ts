/** Reads the body of a request, whatever its framing, up to a limit; Yoga's own limit costs a stream a request. */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { badRequest } from '../errors.ts';
import type { ServerPlugin } from './server-plugin.ts';

export const useBody = (maxBytes: number): ServerPlugin => ({
  onRequest({ request: { headers } }) {
    const type = headers.get('content-type');
    if (type) headers.set('content-type', normalizeType(type));
  },
  /** The request's own ways to give its body, by which the parsers of Yoga ask for it. */
  onRequestParse({ request, serverContext }) {
    if (request.method !== 'POST') return;
    const text = () => readText(serverContext.req, maxBytes);
    Object.assign(request, { text, json: async () => JSON.parse(await text()) });
  },
});

/** Media types and charsets are the same in any case; parsers compare them as they are written. */
const normalizeType = (type: string): string => type.toLowerCase().replace(/\s+/g, '');

async function readText(request: IncomingMessage, maxBytes: number): Promise<string> {
  try {
    checkHeaders(request, maxBytes);
    const body = await readBytes(request, maxBytes);
    if (!isText(body)) throw notText();
    return body.toString();
  } finally {
    request.resume(); // what is refused unread is thrown away as it comes
  }
}

function checkHeaders({ headers }: IncomingMessage, maxBytes: number): void {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s;,"]*)/i.exec(headers['content-type'] ?? '') ?? [];
  if (!/^(identity)?$/i.test(headers['content-encoding'] ?? '') || !/^utf-?8$/i.test(charset)) throw notText();
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLong(maxBytes);
}

/** By its events: an async iterator costs four times as much. */
const readBytes = (request: IncomingMessage, maxBytes: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const take = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes <= maxBytes) return void chunks.push(chunk);
      request.off('data', take);
      reject(tooLong(maxBytes));
    };
    // Only its client can break off a body, which closes it before its end.
    const close = (): void => {
      if (!request.readableEnded) reject(badRequest(400, 'The body broke off.'));
    };
    if (request.destroyed) return close();
    request.on('data', take);
    request
      .once('end', () => resolve(Buffer.concat(chunks)))
      .once('error', close)
      .once('close', close);
  });

/** Neither UTF-16 nor UTF-32, whose JSON is full of zeros, nor begun by a byte order mark. */
const isText = (body: Buffer): boolean => isUtf8(body) && !body.includes(0) && !body.subarray(0, 3).equals(BYTE_ORDER_MARK);
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

const tooLong = (maxBytes: number) => badRequest(413, `The request has more than ${maxBytes} bytes (MAX_BODY_BYTES).`);
const notText = () => badRequest(415, 'A body is text in UTF-8, not compressed and without a byte order mark.');
