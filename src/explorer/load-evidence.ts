/** Loads all that entities and links rest on, as many at a time as the server lets be asked about. */
import { ask, type Query, type Within } from './api.ts';
import type { Claimed, ClaimFacts, Evidence, ValueFacts } from './evidence.ts';
import { CLAIMED, type ClaimInFullFragment, LINKED, STATED, type ValueInFullFragment } from './queries.ts';
import { restsOf } from './rests.ts';

/** How many can be asked about at once, by what each may read. */
const AT_ONCE = { stated: 16, linked: 400, claimed: 200 } as const;

type OfNodes<One> = Query<{ readonly nodes: readonly (One | null)[] | null }, { readonly ids: readonly string[] }>;
/** A node of the kind that is asked about; one of another kind is empty. */
type Meant<One> = Extract<One, { readonly id: string }>;

async function askAll<One extends object>(query: OfNodes<One>, ids: readonly string[], atOnce: number, within: Within) {
  const found: Meant<One>[] = [];
  for (let at = 0; at < ids.length; at += atOnce) {
    const { nodes } = await ask(query, { ids: ids.slice(at, at + atOnce) }, within);
    found.push(...nodes!.filter((one): one is Meant<One> => one !== null && 'id' in one));
  }
  return found;
}

export async function loadEvidence(entities: readonly string[], links: readonly string[], within: Within): Promise<Evidence> {
  const stated = await askAll(STATED, entities, AT_ONCE.stated, within);
  const linked = await askAll(LINKED, links, AT_ONCE.linked, within);
  const all = [...stated.flatMap(({ values }) => values), ...linked].flatMap(({ claims }) => claims.nodes.map(({ id }) => id));
  const claims = await askAll(CLAIMED, [...new Set(all)], AT_ONCE.claimed, within);
  const byId = new Map(claims.map((claim) => [claim.id, factsOf(claim)]));
  const claimed = ({ totalCount, nodes }: ValueInFullFragment['claims']): Claimed => ({
    claims: nodes.flatMap(({ id }) => byId.get(id) ?? []),
    claimCount: totalCount,
  });
  const factsOfValue = (stated: ValueInFullFragment): ValueFacts => ({ ...plainFactsOf(stated), ...claimed(stated.claims) });
  return {
    values: new Map(stated.map(({ id, values }) => [id, values.map(factsOfValue)])),
    links: new Map(linked.map(({ id, claims: ids }) => [id, claimed(ids)])),
  };
}

const plainFactsOf = (stated: ValueInFullFragment): Omit<ValueFacts, keyof Claimed> => {
  const { property, value, isProjected: stands, agreement, independentSourceCount, confidence, since, until } = stated;
  return { property, value, stands, agreement, independentSourceCount, confidence, since, until, rests: restsOf(stated) };
};

const factsOf = ({ attributedTo, evidence, isSelfReported, ...claim }: ClaimInFullFragment): ClaimFacts => ({
  ...claim,
  isSelfReported: isSelfReported ?? false,
  saidBy: attributedTo.nodes.map(({ name }) => name),
  evidence: evidence.edges.map(({ quote, stance, node }) => ({ quote, stance, source: node })),
});
