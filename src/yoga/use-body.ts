/** Reads the body of a request, whatever its framing, up to a limit; Yoga's own limit costs a stream a request. */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { badRequest } from '../errors.ts';

export const useBody = (maxBytes: number): Plugin => ({
  onRequest({ request: { headers } }) {
    const type = headers.get('content-type');
    if (type) headers.set('content-type', normalizeType(type));
  },
  onRequestParse({ request, requestParser, setRequestParser, serverContext, fetchAPI }) {
    if (request.method !== 'POST' || !requestParser) return;
    const { url, method, headers } = request;
    const { req } = serverContext as unknown as { req: IncomingMessage };
    setRequestParser(async () => requestParser(new fetchAPI.Request(url, { method, headers, body: await readText(req, maxBytes) })));
  },
});

/** Media types and charsets are the same in any case; parsers compare them as they are written. */
const normalizeType = (type: string): string => type.toLowerCase().replace(/\s+/g, '');

async function readText(request: IncomingMessage, maxBytes: number): Promise<string> {
  try {
    checkHeaders(request, maxBytes);
    const body = await readBytes(request, maxBytes).catch(tellBreak);
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

async function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLong(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Only its client can break off a body. */
const tellBreak = (error: Error): never => {
  throw error instanceof GraphQLError ? error : badRequest(400, 'The body broke off.');
};

/** Neither UTF-16 nor UTF-32, whose JSON is full of zeros, nor begun by a byte order mark. */
const isText = (body: Buffer): boolean => isUtf8(body) && !body.includes(0) && !body.subarray(0, 3).equals(BYTE_ORDER_MARK);
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

const tooLong = (maxBytes: number) => badRequest(413, `The request has more than ${maxBytes} bytes (MAX_BODY_BYTES).`);
const notText = () => badRequest(415, 'A body is text in UTF-8, not compressed and without a byte order mark.');
