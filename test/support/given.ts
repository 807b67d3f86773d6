/** Documents that say when a commitment ends, or that nobody tells, and an engine that holds them. */
import type { Engine } from '../../src/engine/engine.ts';
import { loadSeeds } from './load.ts';
import { seedFrom } from './seed-text.ts';
import { openEmpty } from './store.ts';

export interface Given {
  readonly id: string;
  readonly source?: object;
  readonly claim?: object;
  /** What it says of the commitment; without, that it is not told. */
  readonly endsOn?: string;
  readonly amount?: number;
  readonly links?: readonly object[];
}

export const documentOf = ({ id, source = {}, claim = {}, endsOn, amount, links = [] }: Given) =>
  seedFrom(
    {
      source: { id: `source:${id}`, title: id, retrievedOn: '2026-05-01', ...source },
      entities: [
        { id: 'organization:a', name: 'A' },
        { id: 'organization:b', name: 'B' },
        { id: 'commitment:c', name: 'C', statement: 'It is promised.' },
      ],
      claims: { said: { statement: `Said by ${id}.`, quote: `words of ${id}`, ...claim } },
      links: [{ type: 'PARTY_TO', from: 'organization:a', to: 'commitment:c', role: 'ACCOUNTABLE', claims: ['said'] }, ...links],
      values: [
        { of: 'commitment:c', property: 'endsOn', ...(endsOn ? { is: endsOn } : { unknown: 'NOT_DISCLOSED' }), claims: ['said'] },
        ...(amount ? [{ of: 'commitment:c', property: 'amount', is: { value: amount, currency: 'USD' }, claims: ['said'] }] : []),
      ],
    },
    `${id}.yaml`,
  );

/** An engine that was told one document after the other. */
export async function holding(...documents: readonly Given[]): Promise<Engine> {
  const engine = await openEmpty();
  for (const one of documents) await loadSeeds(engine, [documentOf(one)]);
  return engine;
}
