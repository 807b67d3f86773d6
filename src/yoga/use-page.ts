/** Answers fixed documents: each rendered and compressed once, with an ETag, so that a browser asks for it once. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FetchAPI, Plugin } from 'graphql-yoga';

type Headers = Readonly<Record<string, string>>;
export interface Page {
  readonly path: string;
  readonly contentType: string;
  /** Further headers, or others in place of the usual ones; they may hang on what is rendered. */
  readonly headers?: Headers | ((text: string) => Headers);
  /** Which requests for the path are meant; all where absent. */
  readonly isMeant?: (request: Request, url: URL) => boolean;
  readonly render: () => string;
}

type Bodies = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;
interface Made {
  readonly etag: string;
  readonly headers: Headers;
  readonly bodies: Bodies;
}
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** A GET of one of the pages is answered without GraphQL. Rendering starts with the first request for it. */
export function usePages(pages: readonly Page[]): Plugin {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const made = new Map<string, Promise<Made>>();
  return {
    onRequest({ request, url, fetchAPI, endResponse }) {
      const page = request.method === 'GET' || request.method === 'HEAD' ? byPath.get(url.pathname) : undefined;
      if (!page || page.isMeant?.(request, url) === false) return undefined;
      const one = made.get(page.path) ?? make(page, page.render());
      made.set(page.path, one);
      return one.then((known) => endResponse(respond(known, page, request, fetchAPI)));
    },
  };
}

function respond({ etag, headers: own, bodies }: Made, page: Page, { headers: asked }: Request, { Response }: FetchAPI): Response {
  const encoding = chooseEncoding(asked.get('accept-encoding') ?? '');
  const headers = {
    'content-type': page.contentType,
    etag,
    'cache-control': 'no-cache',
    vary: 'accept, accept-encoding',
    ...own,
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  };
  const isKnown = hasTag(asked.get('if-none-match') ?? '', etag);
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(bodies[encoding], { headers });
}

/** Whether one of the tags is ours, or any will do. */
const hasTag = (tags: string, etag: string): boolean =>
  tags.trim() === '*' || tags.split(',').some((tag) => `W/${tag.trim().replace(/^W\//, '')}` === etag);

const chooseEncoding = (accepted: string): string =>
  ['br', 'gzip'].find((one) => new RegExp(`\\b${one}\\b(?!\\s*;\\s*q=0(\\.0+)?\\s*(,|$))`).test(accepted)) ?? 'identity';

async function make({ headers = {} }: Page, text: string): Promise<Made> {
  const identity = Buffer.from(text);
  const [br, zipped] = await Promise.all([promisify(brotliCompress)(identity, QUICK), promisify(gzip)(identity)]);
  return {
    headers: typeof headers === 'function' ? headers(text) : headers,
    etag: `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
    bodies: { identity, br, gzip: zipped } as Bodies,
  };
}
