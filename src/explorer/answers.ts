/** What is asked of several entities, and its answer: paths between two, or whom they are all linked to. */
import { computed, effect, signal } from '@preact/signals';
import { complete } from './actions.ts';
import { ask, isAbort, type Within } from './api.ts';
import { boundsOf } from './load.ts';
import { COMMON, PATHS, type PartnerFragment, type PathFragment } from './queries.ts';
import { type Filters, fits, type Seen } from './scene.ts';
import { asOf, explain, opened, seen, within } from './state.ts';

export interface Answer {
  readonly paths: readonly PathFragment[];
  readonly partners: readonly PartnerFragment[];
  readonly truncated: string | null;
}
interface Bounded {
  readonly truncated: boolean;
  readonly reason: string | null;
}
const NONE: Answer = { paths: [], partners: [], truncated: null };

/** The answer to what is asked; without data while it is waited for. */
export const answer = signal<{ readonly data?: Answer; readonly error?: string }>({});
const tries = signal(0);
/** Asks the same again. */
export function askAgain(): void {
  tries.value++;
}

/** The path that is looked at. */
export const path = computed(() => answer.value.data?.paths[seen.value.asked?.chosen ?? 0] ?? answer.value.data?.paths[0]);
/** The links that the answer goes along. */
export const traced = computed((): ReadonlySet<string> => {
  const { asked } = seen.value;
  if (asked?.what === 'path') return new Set(path.value?.hops.map(({ link }) => link.id));
  return new Set(asked ? answer.value.data?.partners.flatMap(({ links }) => links.map(({ id }) => id)) : []);
});

async function load(asked: NonNullable<Seen['asked']>, filters: Filters, within: Within): Promise<Answer> {
  const bounds = boundsOf(filters);
  if (bounds.types?.length === 0) return NONE;
  if (asked.what === 'common') {
    const { partners, ...bounded } = (await ask(COMMON, { of: asked.of, ...bounds }, within)).commonPartners!;
    return { ...NONE, partners, truncated: reasonOf(bounded) };
  }
  const [from, to] = asked.of as readonly [string, string];
  const { paths, ...bounded } = (await ask(PATHS, { from, to, ...bounds }, within)).paths!;
  return { ...NONE, paths: paths.filter((one) => passesAll(one, filters)), truncated: reasonOf(bounded) };
}

const reasonOf = ({ truncated, reason }: Bounded): string | null => (truncated ? (reason ?? '') : null);

/** What the server's own bounds cannot say holds on every hop too. */
const passesAll = ({ hops }: PathFragment, { contested, selfReported }: Filters): boolean =>
  hops.every(
    ({ link }) =>
      fits(contested, link.contested ?? false) &&
      fits(
        selfReported,
        link.claims.nodes.every(({ isSelfReported }) => isSelfReported),
      ),
  );

const asking = computed(() => JSON.stringify([seen.value.asked?.what, seen.value.asked?.of, seen.value.filters, asOf.value]));
/** Asks what is asked. What is asked later than an address was opened brings its path in. */
export function followAsked(): void {
  let running = new AbortController();
  effect(() => {
    asking.value;
    tries.value;
    const { asked, filters } = seen.peek();
    running.abort();
    running = new AbortController();
    answer.value = {};
    if (!asked) return;
    load(asked, filters, within(running.signal)).then(
      (data) => {
        answer.value = { data };
      },
      (error: unknown) => {
        if (!isAbort(error)) answer.value = { error: explain(error) };
      },
    );
  });
  effect(() => {
    if (path.value && seen.peek().asked !== opened.peek()) complete(path.value.nodes.map(({ id }) => id));
  });
}
