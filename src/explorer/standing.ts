/** What a delivery rests on: the latest results of all that the commitment aims at, which the promiser alone may have told. */
import type { Rests } from './graph.ts';
import type { Delivery, ResultFragment, StandingFragment } from './queries.ts';
import { restsOfAll, restsOfProperty } from './rests.ts';

export const restsOfResult = ({ values }: ResultFragment): Rests => restsOfProperty(values, 'quantity');

/** The deliveries that say that something was done. */
const TOLD: ReadonlySet<Delivery> = new Set(['MET', 'PARTIALLY_MET', 'IN_PROGRESS']);

/** Null where nothing was observed that it could rest on. All that is met has to have been seen by others; of what is on its way, something. */
export function restsOfDelivery({ delivery, endsOn, amount, targets, paid }: StandingFragment): Rests | null {
  if (!TOLD.has(delivery)) return null;
  const results = targets.nodes.flatMap(({ quantity, latest }) => (quantity && latest ? [latest] : []));
  const own = amount && endsOn ? paid.nodes.filter(({ quantity }) => quantity?.unit === amount.currency) : [];
  const all = [...results, ...own].map(restsOfResult);
  const firm = all.filter(({ isSelfReported, isDoubtful }) => !isSelfReported && !isDoubtful);
  return restsOfAll(delivery === 'MET' || firm.length === 0 ? all : firm);
}

/** Whether somebody says so who is independent of those who promised. */
export const isByOthers = (rests: Rests | null): boolean => rests !== null && !rests.isSelfReported && !rests.isDoubtful;
