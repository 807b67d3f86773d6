/** What shapes, colours and sizes mean: the same for the page and for what is exported of it. */
import { traced } from './answers.ts';
import type { LegendRow } from './export/picture.ts';
import type { Rests } from './graph.ts';
import { COMMUNITY_COLORS, currencyOf, lookOfKind, NO_COMMUNITY, type Promised } from './look.ts';
import { FIRM } from './rests.ts';
import { measures, scene, shown } from './state.ts';
import { inWords, type Value } from './text/stated.ts';
import { kindName, text } from './text/text.ts';

/** Colours of lines are named as in the style sheet. */
export function legendRows(): LegendRow[] {
  const { contestedLink, pathLink } = text.value;
  const { entities, links } = shown.value;
  const isByCommunity = scene.value.colors === 'community';
  const kinds = [...new Set([...entities.values()].map(({ kind }) => kind))].sort();
  return [
    ...kinds.map((kind) => ({ ...lookOfKind(kind), ...(isByCommunity && { color: 'ink' }), label: kindName(kind) })),
    ...(isByCommunity ? communityRows() : []),
    ...([...links.values()].some(({ contested }) => contested)
      ? [{ shape: 'line', color: 'contested', label: contestedLink } as const]
      : []),
    ...(traced.value.size > 0 ? [{ shape: 'line', color: 'traced', label: pathLink } as const] : []),
  ];
}

function communityRows(): LegendRow[] {
  const { communityOf, noCommunity } = text.value;
  const sizes = measures.value.communitySizes.slice(0, COMMUNITY_COLORS.length);
  return [
    ...sizes.map((size, i) => ({ shape: 'patch', color: COMMUNITY_COLORS[i]!, label: communityOf(i + 1, size) }) as const),
    { shape: 'patch', color: NO_COMMUNITY, label: noCommunity },
  ];
}

/** The entity that is drawn largest by what is promised: an amount of its own, or a sum with a note of what it is of. */
export interface Largest {
  readonly name: string;
  readonly of: Value;
  readonly rests: Rests;
  readonly note: string | null;
}

/** The currency that sizes are of. */
export const sizedIn = (): string | null => currencyOf(shown.value, measures.value);

export function largestShown(): Largest | null {
  const currency = sizedIn();
  const promised = measures.value.promised.get(currency ?? '');
  const all = [...shown.value.entities.values()].flatMap(({ id, name, amount }): (Largest & { size: number })[] => {
    if (amount && amount.currency === currency) return [{ name, of: amount, rests: amount.rests, note: null, size: Number(amount.value) }];
    const sum = promised?.get(id);
    return sum ? [{ name, ...summed(sum, currency!), size: Number(sum.maximum) }] : [];
  });
  return all.sort((a, b) => b.size - a.size)[0] ?? null;
}

const summed = ({ minimum, maximum, counted, firm }: Promised, currency: string) => ({
  of: { value: minimum, most: maximum, currency },
  rests: FIRM,
  note: text.value.sumOf(counted, counted - firm),
});

/** What sizes mean, in sentences. */
export function sizeNotes(): string[] {
  const { degreeMeans, promisedIn, largest } = text.value;
  const { sizes } = scene.value;
  const currency = sizedIn();
  if (sizes === 'degree') return [degreeMeans];
  if (sizes !== 'promised' || !currency) return [];
  const most = largestShown();
  const words = most && [inWords(most.of, most.rests, text.value), most.note && `(${most.note})`].filter(Boolean).join(' ');
  return [promisedIn(currency), ...(most ? [`${largest}: ${most.name}, ${words}`] : [])];
}
