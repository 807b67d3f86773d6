/** Which way a root field is read: in one statement, or one a level of links. */
import { LRUCache } from 'lru-cache';
import type { Engine, Row } from '../engine/engine.ts';
import { weighText } from './weigh.ts';

/** `single`: a root field is one statement. `levels`: one a level. `auto`: single where the engine has planned the statement. */
export type Tier = 'single' | 'levels' | 'auto';

/** Whether a statement is to be run as a whole now. */
export type RunsWhole = (text: string, parameters: Row) => boolean;

/** How many statements are known to be planned: as many as Neo4j keeps plans of a database by default. */
const MOST_KNOWN = 1000;
/** How many bytes their texts may have together, where nothing else is said: shapes are the client's, memory is ours. */
const BYTES = 4_000_000;
/** How many wait to be planned; more are forgotten, and planned when they are asked for again. */
const MOST_WAITING = 32;

/** Decides for an engine. Where planning is dear, the first request of a shape is told no, and its statement is planned beside. */
export function chooseTier(tier: Tier, { plan, losses = () => 0 }: Pick<Engine, 'plan' | 'losses'>, bytes = BYTES): RunsWhole {
  if (tier === 'levels') return () => false;
  if (tier === 'single' || !plan) return () => true;
  const known = new LRUCache<string, true>({ max: MOST_KNOWN, maxSize: bytes, sizeCalculation: (_, text) => weighText(text) });
  const waiting = new Map<string, Row>();
  let planning: string | undefined;
  let lost = losses();

  /** One at a time, since whoever waits for an answer needs the database more. */
  function planNext(): void {
    const [next] = waiting;
    if (!next || planning) return;
    const [text, parameters] = next;
    waiting.delete(text);
    planning = text;
    plan!(text, parameters)
      .then(() => known.set(text, true))
      // What cannot be planned now is answered by levels, and tried again when it is asked for again.
      .catch(() => undefined)
      .finally(() => {
        planning = undefined;
        planNext();
      });
  }

  return (text, parameters) => {
    if (losses() !== lost) known.clear();
    lost = losses();
    if (known.get(text)) return true;
    if (waiting.size < MOST_WAITING && planning !== text) waiting.set(text, parameters);
    planNext();
    return false;
  };
}
