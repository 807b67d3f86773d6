/** How many bytes documents and plans retain, at most: measured, and measured again by `test/flood.test.ts`. */
import type { ASTNode } from 'graphql';
import type { Plan } from './plan.ts';

/** What graphql-js retains a token, as a node, its place and the token itself: 180 to 510 bytes by the shape of the document. */
const TOKEN = 520;
/** A document of nothing. */
const DOCUMENT = 2000;
/** A text may hold any characters. */
const CHARACTER = 2;
/** A plan of nothing; a link field, with its step and shapes; and what shapes one field of one kind. */
const [PLAN, STEP, FIELD] = [16_000, 8000, 1200];

/** A parsed document, given any node of it. */
export function weighDocument({ loc }: ASTNode): number {
  if (!loc) return DOCUMENT;
  let tokens = 1;
  for (let token = loc.startToken.prev; token; token = token.prev) tokens++;
  for (let token = loc.startToken.next; token; token = token.next) tokens++;
  return DOCUMENT + tokens * TOKEN + loc.source.body.length * CHARACTER;
}

/** A plan, with what shapes its answers; its document is retained as long as it is. */
export const weighPlan = ({ steps, fields }: Plan): number => PLAN + steps.length * STEP + fields * FIELD;

export const weighText = (text: string): number => text.length * CHARACTER;
