/** Hits of a search, as a pattern: entities in the order of their scores, which were ranked before the statement runs. */
import { kinds as allKinds } from '../../model/kinds.ts';
import { refuse } from '../errors.ts';
import type { Context } from '../plan/context.ts';
import type { LinkSide } from '../plan/extensions.ts';
import { ascending } from '../plan/order.ts';
import { everyNode } from '../plan/patterns.ts';
import { type AsOf, timeOf } from '../plan/time.ts';
import { type Query, queryOf, rankHits, type Searched } from '../search/rank.ts';

/** How many entities are ranked, and how many words a search may have: each is looked for in several ways. */
const MOST_RANKED = 300;
const MOST_WORDS = 16;
const LONGEST = 200;

export const hitsOfSearch: LinkSide = {
  ...everyNode('Entity', 'name'),
  match: ({ link, to }) => `UNWIND $p.hits AS ${link} MATCH (${to}:Entity {id: ${link}.id})`,
  reads: () => ({ links: MOST_RANKED, each: MOST_RANKED, most: MOST_RANKED }),
  carries: true,
  polymorphic: true,
  usual: (_node, _time, link) => [{ ...ascending(`${link}.score`), isDescending: true, isNumber: true }],
};

/** The names and texts of entities, as they were at the time asked about. */
function textsOf(asOf: AsOf): string {
  const { isLive, read } = timeOf(asOf);
  const columns = { name: 'name', names: 'namesValues', identifiers: 'identifiersValues', summary: 'summary', statement: 'statement' };
  const values = Object.entries(columns).map(([name, column]) => `${read('n', column)} AS ${name}`);
  return `UNWIND $p.keys AS key\nMATCH (n:Entity {id: key}) WHERE ${isLive('n')}\nRETURN key AS id, ${values.join(', ')}`;
}

/** Finds and ranks what answers a search. Throws BAD_USER_INPUT where there is nothing to search for. */
export async function findHits({ query, kinds }: Record<string, unknown>, context: Context, asOf: AsOf): Promise<Record<string, unknown>> {
  const asked = askedFor(query as string);
  const prefixes = (kinds as string[] | null | undefined)?.map((name) => allKinds.get(name)!.prefix);
  const keys = await context.search(asked, { most: MOST_RANKED, prefixes });
  const texts = keys.length ? await context.read(textsOf(asOf), { p: { ...asOf, keys } }) : [];
  return { hits: rankHits(texts as unknown as readonly Searched[], asked) };
}

function askedFor(text: string): Query {
  const name = 'Query.search(query:)';
  if (text.length > LONGEST) refuse(`${name} is longer than ${LONGEST} characters.`);
  if (/\p{Surrogate}/u.test(text)) refuse(`${name} is not well-formed text.`);
  const asked = queryOf(text);
  if (asked.words.length === 0) refuse(`${name} has no letter and no digit.`);
  if (asked.words.length > MOST_WORDS) refuse(`${name} has more than ${MOST_WORDS} words.`);
  return asked;
}
