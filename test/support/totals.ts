/** Commitments that hang together by links, and what their amounts come to. */
import { expect } from 'vitest';
import { loadSeeds } from './load.ts';
import { run } from './run.ts';
import { seedFrom } from './seed-text.ts';
import { openEmpty } from './store.ts';

export const pledge = (id: string, value: number, more: object = {}) => ({ id: `commitment:${id}`, value, currency: 'USD', ...more });
export type Link = [type: string, from: string, to: string, more?: object];

const documentOf = (pledges: ReturnType<typeof pledge>[], links: Link[]) =>
  seedFrom({
    source: { id: 'source:t', title: 'T', retrievedOn: '2026-11-24' },
    entities: [
      { id: 'organization:o', name: 'O' },
      ...pledges.map(({ id, ...rest }) => ({ id, name: id, statement: 'S', ...('type' in rest ? { type: rest.type } : {}) })),
    ],
    claims: { said: { statement: 'S.', quote: 'q' } },
    links: [
      { type: 'PARTY_TO', from: 'organization:o', to: pledges[0]!.id, role: 'ACCOUNTABLE', claims: ['said'] },
      ...links.map(([type, from, to, more]) => ({
        type,
        from: `commitment:${from}`,
        to: `commitment:${to}`,
        ...more,
        claims: ['said'],
      })),
    ],
    values: pledges
      .filter(({ value }) => value > 0)
      .map(({ id, value, currency }) => ({ of: id, property: 'amount', is: { value, currency }, claims: ['said'] })),
  });

export async function totals(
  pledges: ReturnType<typeof pledge>[],
  links: Link[],
  query = '{ commitmentTotals { currency minimum maximum counted leftOut { reason commitment { id } } } }',
) {
  const engine = await openEmpty();
  await loadSeeds(engine, [documentOf(pledges, links)]);
  const { data, errors, executed } = await run(engine, query);
  const levels = await run(engine, query, {}, 'levels');
  expect(levels.data).toEqual(data);
  await engine.close();
  expect(errors).toBeUndefined();
  expect(executed).toHaveLength(1);
  return (data as { commitmentTotals: unknown }).commitmentTotals;
}

export const usd = (minimum: string, maximum: string, counted: number, leftOut: [reason: string, id: string][] = []) => [
  {
    currency: 'USD',
    minimum,
    maximum,
    counted,
    leftOut: leftOut.map(([reason, id]) => ({ reason, commitment: { id: `commitment:${id}` } })),
  },
];
