/** What colours and sizes rest on: communities of the whole graph, and what actors have promised. */
import { type Asking, ask } from './api.ts';
import { grouped } from './graph.ts';
import type { Measures } from './look.ts';
import { COMMUNITIES, TOTALS } from './queries.ts';

interface Community {
  readonly size: number;
  readonly members: readonly { readonly id: string }[];
}
interface Counted {
  readonly key: string | null;
  readonly currency: string;
  readonly counted: number;
}
interface Total extends Counted {
  readonly minimum: string;
  readonly maximum: string;
}
interface Totals {
  readonly all: readonly Total[];
  readonly firm: readonly Counted[];
}

export async function loadMeasures(
  within: Pick<Asking, 'asOf' | 'signal'>,
): Promise<Measures & { readonly communitySizes: readonly number[] }> {
  const [{ communities }, totals] = await Promise.all([
    ask<{ communities: Community[] }>({ query: COMMUNITIES, ...within }),
    ask<Totals>({ query: TOTALS, ...within }),
  ]);
  return {
    communities: new Map(communities.flatMap(({ members }, i) => members.map(({ id }) => [id, i] as const))),
    communitySizes: communities.map(({ size }) => size),
    promised: promisedIn(totals),
  };
}

/** The sums of each party by currency. */
function promisedIn({ all, firm }: Totals): Measures['promised'] {
  const firmOf = (one: Total): number => firm.find(({ key, currency }) => key === one.key && currency === one.currency)?.counted ?? 0;
  const named = all.filter(({ key }) => key !== null);
  const sums = (own: readonly Total[]) => new Map(own.map((total) => [total.key!, { ...total, firm: firmOf(total) }]));
  return new Map([...grouped(named, ({ currency }) => currency)].map(([currency, own]) => [currency, sums(own)]));
}
