/** The whole graph as plain data, as the server tells it at a time. */
import { SCENE } from '../../src/explorer/queries.ts';
import type { Served } from '../support/serve.ts';

export interface Thing {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}
export interface Tie {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly confidence: number;
}
export interface World {
  readonly things: ReadonlyMap<string, Thing>;
  readonly ties: readonly Tie[];
}

export type Ask = <Data>(query: string, variables: object, on: string | null) => Promise<Data | null>;

/** Asks as the page does, a day being what was known and valid then; null where the server answers with an error. */
export const askOf =
  (server: Served): Ask =>
  async <Data>(query: string, variables: object, on: string | null) => {
    const headers = on === null ? {} : { 'graph-as-of': `validOn=${on}, knownAt=${on}T23:59:59Z` };
    const { body } = await server.post(query, { variables, headers });
    return body.errors ? null : (body.data as Data);
  };

interface Around {
  readonly neighborhood: {
    readonly nodes: readonly { __typename: string; id: string; name: string }[];
    readonly links: readonly (Omit<Tie, 'from' | 'to' | 'confidence'> & {
      from: { id: string };
      to: { id: string };
      confidence: number | null;
    })[];
  };
}

/** All that can be come to from an entity; nothing where that is not known. */
export async function worldAt(ask: Ask, from: string, on: string | null): Promise<World> {
  const reached = await ask<Around>(
    'query ($of: [ID!]!) { neighborhood(of: $of, depth: 4, limit: 2000) { nodes { id } } }',
    { of: [from] },
    on,
  );
  if (!reached) return { things: new Map(), ties: [] };
  const ids = reached.neighborhood.nodes.map(({ id }) => id);
  const { nodes, links } = (await ask<Around>(SCENE, { ids, limit: ids.length }, on))!.neighborhood;
  return {
    things: new Map(nodes.map(({ __typename: kind, id, name }) => [id, { id, name, kind }])),
    ties: links.map(({ id, type, confidence, ...ends }) => ({ id, type, from: ends.from.id, to: ends.to.id, confidence: confidence ?? 0 })),
  };
}
