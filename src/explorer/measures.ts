/** What colours and sizes rest on: communities of the whole graph, and what actors have promised. */
import { type Asking, ask } from './api.ts';
import { grouped } from './graph.ts';
import type { Measures } from './look.ts';
import { COMMUNITIES, TOTALS } from './queries.ts';

interface Community {
  readonly size: number;
  readonly members: readonly { readonly id: string }[];
}
interface Total {
  readonly key: string | null;
  readonly currency: string;
  readonly maximum: string;
}

export async function loadMeasures(
  within: Pick<Asking, 'asOf' | 'signal'>,
): Promise<Measures & { readonly communitySizes: readonly number[] }> {
  const [{ communities }, { commitmentTotals }] = await Promise.all([
    ask<{ communities: Community[] }>({ query: COMMUNITIES, ...within }),
    ask<{ commitmentTotals: Total[] }>({ query: TOTALS, ...within }),
  ]);
  return {
    communities: new Map(communities.flatMap(({ members }, i) => members.map(({ id }) => [id, i] as const))),
    communitySizes: communities.map(({ size }) => size),
    ...promisedIn(commitmentTotals),
  };
}

/** Amounts of different currencies cannot be compared: those of the one that most parties have promised in. */
function promisedIn(totals: readonly Total[]): Pick<Measures, 'promised' | 'currency'> {
  const named = totals.filter(({ key }) => key !== null);
  const counts = grouped(named, ({ currency }) => currency);
  const [currency] = [...counts].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))[0] ?? [null];
  const own = named.filter((total) => total.currency === currency);
  return { currency, promised: new Map(own.map(({ key, maximum }) => [key!, Number(maximum)])) };
}
