/** What a delivery rests on: the latest results of all that the commitment aims at, which the promiser alone may have told. */
import type { Rests } from './graph.ts';
import { type RestsAnswer, restsOfAll, restsOfProperty } from './rests.ts';
import type { Value } from './text/stated.ts';

/** A result, as it was observed. */
export interface ResultAnswer {
  readonly id: string;
  readonly quantity: Value | null;
  readonly endsOn: string | null;
  readonly values: readonly RestsAnswer[];
}
export interface TargetAnswer {
  readonly id: string;
  readonly name: string;
  readonly quantity: Value | null;
  readonly dueOn: string | null;
  readonly progress: number | null;
  readonly onTrack: boolean | null;
  readonly ofTarget: readonly RestsAnswer[];
  readonly latest: ResultAnswer | null;
}
export interface StandingAnswer {
  readonly delivery: string;
  readonly isOverdue: boolean;
  readonly endsOn: string | null;
  readonly amount: Value | null;
  readonly ofCommitment: readonly RestsAnswer[];
  readonly targets: { readonly nodes: readonly TargetAnswer[] };
  /** The latest result of the commitment itself, as of money spent. */
  readonly paid: { readonly nodes: readonly ResultAnswer[] };
}

export const restsOfResult = ({ values }: ResultAnswer): Rests => restsOfProperty(values, 'quantity');

/** The deliveries that say that something was done. */
const TOLD = new Set(['MET', 'PARTIALLY_MET', 'IN_PROGRESS']);

/** Null where nothing was observed that it could rest on. All that is met has to have been seen by others; of what is on its way, something. */
export function restsOfDelivery({ delivery, endsOn, amount, targets, paid }: StandingAnswer): Rests | null {
  if (!TOLD.has(delivery)) return null;
  const results = targets.nodes.flatMap(({ quantity, latest }) => (quantity && latest ? [latest] : []));
  const own = amount && endsOn ? paid.nodes.filter(({ quantity }) => quantity?.unit === amount.currency) : [];
  const all = [...results, ...own].map(restsOfResult);
  const firm = all.filter(({ isSelfReported, isDoubtful }) => !isSelfReported && !isDoubtful);
  return restsOfAll(delivery === 'MET' || firm.length === 0 ? all : firm);
}

/** Whether somebody says so who is independent of those who promised. */
export const isByOthers = (rests: Rests | null): boolean => rests !== null && !rests.isSelfReported && !rests.isDoubtful;
