/** One budget of bytes for all that clients can have kept for the next request, shared out among what keeps it. */
import { keepTexts } from './bind.ts';
import { keepPlans } from './plans.ts';

/** A document and its plans weigh about the same; a text of a statement is many times the document it is of. */
const SHARES = { documents: 0.35, plans: 0.35, texts: 0.15, stored: 0.1, planned: 0.05 };

/** Plans and texts are those of the process; the rest is its server's: parsed documents, persisted queries, statements known to be planned. */
export function shareOut(bytes: number): { readonly documents: number; readonly stored: number; readonly planned: number } {
  const share = (name: keyof typeof SHARES): number => Math.ceil(SHARES[name] * bytes);
  keepPlans(share('plans'));
  keepTexts(share('texts'));
  return { documents: share('documents'), stored: share('stored'), planned: share('planned') };
}
