/** Hits of a search, as a pattern: entities in the order of their scores, which were ranked before the statement runs. */
import type { Context } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { queryOf, rankHits } from '../../search/rank.ts';
import type { LinkSide } from '../extensions.ts';
import { ascending } from '../order.ts';
import { everyNode } from '../patterns.ts';

/** How many entities are ranked, and can be hits. */
const MOST_RANKED = 200;
const LONGEST = 200;

export const hitsOfSearch: LinkSide = {
  ...everyNode('Entity', 'name'),
  match: ({ link, to }) => `UNWIND $p.hits AS ${link} MATCH (${to}:Entity {id: ${link}.id})`,
  carries: true,
  polymorphic: true,
  usual: (_node, _time, link) => [{ ...ascending(`${link}.score`), isDescending: true }],
};

/** Finds and ranks what answers a search. Throws BAD_USER_INPUT where there is nothing to search for. */
export async function findHits({ query }: Record<string, unknown>, context: Context): Promise<Record<string, unknown>> {
  const text = query as string;
  const name = 'Query.search(query:)';
  if (text.length > LONGEST) refuse(`${name} is longer than ${LONGEST} characters.`);
  if (/\p{Surrogate}/u.test(text)) refuse(`${name} is no well-formed text.`);
  const asked = queryOf(text);
  if (asked.words.length === 0) refuse(`${name} has no letter and no digit.`);
  return { hits: rankHits(await context.search(asked, MOST_RANKED), asked) };
}
