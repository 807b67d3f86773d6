/** The id of a request, by which its answer and what is logged of it are found again. */
import { randomUUID } from 'node:crypto';

export const REQUEST_ID = 'x-request-id';
/** What a client may send as the id of its request; anything else is replaced. */
const GIVEN = /^[\w.:-]{1,100}$/;

/** What was sent as such, if it may be one; or else made, and from then on the request's own. */
export function requestIdOf({ headers }: Request): string {
  const given = headers.get(REQUEST_ID) ?? '';
  if (GIVEN.test(given)) return given;
  const id = randomUUID();
  headers.set(REQUEST_ID, id);
  return id;
}
