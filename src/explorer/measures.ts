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
    ...promisedIn(totals),
  };
}

/** Amounts of different currencies cannot be compared: those of the one that most parties have promised in. */
function promisedIn({ all, firm }: Totals): Pick<Measures, 'promised' | 'currency'> {
  const named = all.filter(({ key }) => key !== null);
  const counts = grouped(named, ({ currency }) => currency);
  const [currency] = [...counts].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))[0] ?? [null];
  const own = named.filter((total) => total.currency === currency);
  const firmOf = (party: string | null): number => firm.find((one) => one.key === party && one.currency === currency)?.counted ?? 0;
  return { currency, promised: new Map(own.map((total) => [total.key!, { ...total, firm: firmOf(total.key) }])) };
}
