/** Refuses request bodies that are too long, by their declared length: Yoga's own limit costs a stream a request. */
import type { Plugin } from 'graphql-yoga';

/** Far more than people write, and little enough to be read and kept. */
const MOST_BYTES = 100_000;

export const useBodyLimit = (): Plugin => ({
  onRequest({ request, fetchAPI, endResponse }) {
    if (request.method !== 'POST') return;
    const length = request.headers.get('content-length');
    const refuse = (status: number, message: string) =>
      endResponse(
        fetchAPI.Response.json(
          { errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] },
          { status, headers: { connection: 'close' } },
        ),
      );
    if (length === null) refuse(411, 'The request does not tell its Content-Length.');
    else if (Number(length) > MOST_BYTES) refuse(413, `The request has more than ${MOST_BYTES} bytes.`);
  },
});
