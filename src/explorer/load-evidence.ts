/** Loads all that entities and links rest on, as many at a time as the server lets be asked about. */
import { type Asking, ask } from './api.ts';
import type { Claimed, ClaimFacts, Evidence, SourceFacts, ValueFacts } from './evidence.ts';
import { CLAIMED, LINKED, STATED } from './queries.ts';
import { type RestsAnswer, restsOf } from './rests.ts';

type Within = Pick<Asking, 'asOf' | 'signal'>;
interface ClaimIds {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
}
interface StatedAnswer extends RestsAnswer, Pick<ValueFacts, 'value' | 'confidence' | 'since' | 'until'> {
  readonly claims: ClaimIds;
}
interface ClaimedAnswer extends Omit<ClaimFacts, 'saidBy' | 'evidence' | 'isSelfReported'> {
  readonly isSelfReported: boolean | null;
  readonly attributedTo: { readonly nodes: readonly { readonly name: string }[] };
  readonly evidence: {
    readonly edges: readonly { readonly quote: string | null; readonly stance: string | null; readonly node: SourceFacts }[];
  };
}

/** How many can be asked about at once, by what each may read. */
const AT_ONCE = { [STATED]: 16, [LINKED]: 400, [CLAIMED]: 200 } as const;

async function askAll<One>(query: keyof typeof AT_ONCE, ids: readonly string[], within: Within): Promise<One[]> {
  const found: One[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE[query]!) {
    const variables = { ids: ids.slice(at, at + AT_ONCE[query]!) };
    const { nodes } = await ask<{ nodes: (One | null)[] }>({ query, variables, ...within });
    found.push(...nodes.filter((one) => one !== null));
  }
  return found;
}

export async function loadEvidence(entities: readonly string[], links: readonly string[], within: Within): Promise<Evidence> {
  const stated = await askAll<{ id: string; values: StatedAnswer[] }>(STATED, entities, within);
  const linked = await askAll<{ id: string; claims: ClaimIds }>(LINKED, links, within);
  const all = [...stated.flatMap(({ values }) => values), ...linked].flatMap(({ claims }) => claims.nodes.map(({ id }) => id));
  const claims = await askAll<ClaimedAnswer>(CLAIMED, [...new Set(all)], within);
  const byId = new Map(claims.map((claim) => [claim.id, factsOf(claim)]));
  const claimed = ({ totalCount, nodes }: ClaimIds): Claimed => ({
    claims: nodes.flatMap(({ id }) => byId.get(id) ?? []),
    claimCount: totalCount,
  });
  const factsOfValue = (stated: StatedAnswer): ValueFacts => ({ ...plainFactsOf(stated), ...claimed(stated.claims) });
  return {
    values: new Map(stated.map(({ id, values }) => [id, values.map(factsOfValue)])),
    links: new Map(linked.map(({ id, claims: ids }) => [id, claimed(ids)])),
  };
}

const plainFactsOf = (stated: Omit<StatedAnswer, 'claims'>): Omit<ValueFacts, keyof Claimed> => {
  const { property, value, isProjected: stands, agreement, independentSourceCount, confidence, since, until } = stated;
  return { property, value, stands, agreement, independentSourceCount, confidence, since, until, rests: restsOf(stated) };
};

const factsOf = ({ attributedTo, evidence, isSelfReported, ...claim }: ClaimedAnswer): ClaimFacts => ({
  ...claim,
  isSelfReported: isSelfReported ?? false,
  saidBy: attributedTo.nodes.map(({ name }) => name),
  evidence: evidence.edges.map(({ quote, stance, node }) => ({ quote, stance, source: node })),
});
