/** What colours and sizes rest on: communities of the whole graph, and what actors have promised. */
import { ask, type Within } from './api.ts';
import { grouped } from './graph.ts';
import type { Measures } from './look.ts';
import { COMMUNITIES, TOTALS, type TotalsQuery } from './queries.ts';

export async function loadMeasures(within: Within): Promise<Measures & { readonly communitySizes: readonly number[] }> {
  const [answer, totals] = await Promise.all([ask(COMMUNITIES, {}, within), ask(TOTALS, {}, within)]);
  const communities = answer.communities!;
  return {
    communities: new Map(communities.flatMap(({ members }, i) => members.map(({ id }) => [id, i] as const))),
    communitySizes: communities.map(({ size }) => size),
    promised: promisedIn(totals),
  };
}

type Total = NonNullable<TotalsQuery['all']>[number];

/** The sums of each party by currency. */
function promisedIn({ all, firm }: TotalsQuery): Measures['promised'] {
  const firmOf = (one: Total): number => firm!.find(({ key, currency }) => key === one.key && currency === one.currency)?.counted ?? 0;
  const named = all!.filter(({ key }) => key !== null);
  const sums = (own: readonly Total[]) => new Map(own.map((total) => [total.key!, { ...total, firm: firmOf(total) }]));
  return new Map([...grouped(named, ({ currency }) => currency)].map(([currency, own]) => [currency, sums(own)]));
}
