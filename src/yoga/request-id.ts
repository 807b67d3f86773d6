/** The id of a request, by which its answer and what is logged of it are found again. */
import { randomUUID } from 'node:crypto';

export const REQUEST_ID = 'x-request-id';
/** What a client may send as the id of its request; anything else is replaced. */
const GIVEN = /^[\w.:-]{1,100}$/;

const ids = new WeakMap<Request, string>();

export function requestIdOf(request: Request): string {
  const known = ids.get(request);
  if (known) return known;
  const given = request.headers.get(REQUEST_ID) ?? '';
  const id = GIVEN.test(given) ? given : randomUUID();
  ids.set(request, id);
  return id;
}
