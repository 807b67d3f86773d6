/** Versions of a source that state as many links as it takes for half of a write to be seen, and something else each time. */
import type { SeedFile } from '../../src/ingest/read.ts';
import { seedFrom } from './seed-text.ts';

/** The version of a day, counted from the first. */
export function versionOf(
  number: number,
  { source = 'large', about = source, links = 100 }: { source?: string; about?: string; links?: number } = {},
): object {
  const agencies = Array.from({ length: links }, (_, i) => `agency:${about}-${i}`);
  const at = new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
  return {
    source: { id: `source:${source}`, title: `Version ${number}`, retrievedOn: at },
    entities: [{ id: `organization:${about}`, name: 'A' }, ...agencies.map((id) => ({ id, name: `${id} ${number}` }))],
    claims: { said: { statement: 'S.', quote: 'q' } },
    links: agencies.map((to) => ({ type: 'PARTNERS_WITH', from: `organization:${about}`, to, purpose: `p${number}`, claims: ['said'] })),
  };
}

export const seedOfVersion = (number: number, options?: Parameters<typeof versionOf>[1]): SeedFile =>
  seedFrom(versionOf(number, options), `${options?.source ?? 'large'}.yaml`);
