/** What a reader may do in the explorer, each on the page and on the model of it. */
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { KIND_NAMES } from '../../src/explorer/look.ts';
import { LINK_TYPES } from '../../src/explorer/model.ts';
import { NEAREST } from '../../src/explorer/queries.ts';
import { en } from '../../src/explorer/text/en.ts';
import { drawnIn } from './drawn.ts';
import { type Deed, work } from './hands.ts';
import type { Model } from './model.ts';
import type { Ask } from './world.ts';

export interface Real {
  readonly page: Page;
  readonly ask: Ask;
  /** What the page opens on. */
  readonly largest: readonly string[];
}
type Act = fc.AsyncCommand<Model, Real>;

/** Compares what is drawn with what the model has, after an act on both. */
function act(name: string, check: (model: Model) => boolean, run: (model: Model, real: Real) => Promise<unknown>): Act {
  return {
    check,
    toString: () => name,
    run: async (model, real) => {
      await run(model, real);
      await isShown(model, real.page);
    },
  };
}
async function isShown(model: Model, page: Page): Promise<void> {
  await work(page, []);
  const { ids, ties } = model.shown();
  const drawn = async (): Promise<object> => {
    const { faults, ids: nodes, links } = (await drawnIn(page))!;
    return { faults, nodes, links };
  };
  await expect.poll(drawn).toEqual({ faults: [], nodes: ids, links: ties.map(({ id }) => id).toSorted() }); // drawn in the next frame
}

const tab = (name: string): Deed => ({ press: `#tab-${name}` });
const button = (saying: string): Deed => ({ press: 'button', saying });

/** One of those shown that no other is named like, by a number. */
function oneOf(model: Model, number: number): { id: string; name: string } | undefined {
  const shown = model.shown().ids.map((id) => model.world.things.get(id)!);
  const single = shown.filter(({ name }) => shown.filter((other) => other.name === name).length === 1);
  return single[number % single.length];
}
/** Selects it in the list, and looks at its details. */
async function select(model: Model, page: Page, number: number): Promise<string> {
  const { id, name } = oneOf(model, number)!;
  await work(page, [tab('list'), { press: '.list > section > ul > li > .entity', saying: name }, tab('details')]);
  model.look({ selected: id });
  return id;
}
const ofOne = (what: string, number: number, run: (model: Model, real: Real, id: string) => Promise<unknown>): Act =>
  act(
    `${what} ${number}`,
    (model) => oneOf(model, number) !== undefined,
    async (model, real) => run(model, real, await select(model, real.page, number)),
  );

const hide = (number: number): Act =>
  ofOne('hide', number, async (model, { page }, id) => {
    await work(page, [button(en.hide)]);
    model.remove([id]);
  });
const collapse = (number: number): Act =>
  ofOne('collapse', number, async (model, { page }, id) => {
    await work(page, [button(en.collapse)]);
    model.collapse(id);
  });
const pin = (number: number): Act =>
  ofOne('pin', number, async (model, { page }, id) => {
    const { ids, pins } = model.held;
    const isPinned = pins.includes(id);
    await work(page, [button(isPinned ? en.unpin : en.pin)]);
    model.act({ ids, pins: isPinned ? pins.filter((other) => other !== id) : [...pins, id] });
  });
const expandAll = (number: number): Act =>
  ofOne('expand all of', number, async (model, { page, ask }, id) => {
    await work(page, [button(en.expandAll)]);
    const { hiddenKinds, hiddenTypes, confidence, on } = model.seen;
    const left = <Word>(all: readonly Word[], hidden: readonly Word[]): Word[] | null =>
      hidden.length ? all.filter((one) => !hidden.includes(one)) : null;
    const kinds = left(KIND_NAMES, hiddenKinds)?.map((kind) => kind.toUpperCase()) ?? null;
    const variables = { ids: [id], limit: 80, types: left<string>(LINK_TYPES, hiddenTypes), kinds, minConfidence: confidence || null };
    const answer = await ask<{ neighborhood: { nodes: { id: string }[] } }>(NEAREST, variables, on);
    model.add(answer!.neighborhood.nodes.map((node) => node.id));
  });
/** By one of the types of link that are not all shown. */
const expand = (number: number, kind: number): Act =>
  ofOne(`expand by ${kind}`, number, async (model, { page }, id) => {
    const open = page.locator('.counts button:enabled');
    const [count, nth] = [await open.count(), 1 + kind];
    if (nth >= count) return;
    const label = (await open.nth(nth).getAttribute('aria-label'))!.replace(/: \d+ of \d+ shown.*/, '');
    await work(page, [{ press: `.counts button:enabled[aria-label^="${label}: "]` }]);
    const leads = (type: string, end: 0 | 1): boolean => en.types[type]![end] === label;
    model.add(
      model.world.ties.flatMap(({ type, from, to }) => [
        ...(from === id && leads(type, 0) ? [to] : []),
        ...(to === id && leads(type, 1) ? [from] : []),
      ]),
    );
  });

const undo = act(
  'undo',
  (model) => model.canUndo,
  async (model, { page }) => {
    await work(page, [button(en.undo)]);
    model.undo();
  },
);
const redo = act(
  'redo',
  (model) => model.canRedo,
  async (model, { page }) => {
    await work(page, [button(en.redo)]);
    model.redo();
  },
);
const goBack = act(
  'back',
  (model) => model.canGoBack,
  async (model, { page }) => {
    await work(page, [{ go: -1 }]);
    model.go(-1);
  },
);
const goForward = act(
  'forward',
  (model) => model.canGoForward,
  async (model, { page }) => {
    await work(page, [{ go: 1 }]);
    model.go(1);
  },
);
const startOver = act(
  'start over',
  (model) => model.seen.on === null,
  async (model, { page, largest }) => {
    await work(page, [button(en.startOver)]);
    model.startOver(largest);
  },
);
const reload = act(
  'reload',
  () => true,
  async (model, { page }) => {
    await page.reload();
    model.reload();
  },
);

const toggled = (all: readonly string[], one: string): string[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
const toggleKind = (kind: string): Act =>
  act(
    `toggle ${kind}`,
    () => true,
    async (model, { page }) => {
      await work(page, [tab('view'), { press: '.view .check', saying: ` ${en.kinds[kind]}` }]);
      model.look({ hiddenKinds: toggled(model.seen.hiddenKinds, kind) });
    },
  );
const toggleType = (type: string): Act =>
  act(
    `toggle ${type}`,
    () => true,
    async (model, { page }) => {
      await work(page, [tab('view'), { press: '.view .check', saying: en.types[type]![0] }]);
      model.look({ hiddenTypes: toggled(model.seen.hiddenTypes, type) });
    },
  );
const turn = (confidence: number): Act =>
  act(
    `confidence ${confidence}`,
    () => true,
    async (model, { page }) => {
      await work(page, [tab('view'), { set: '.view [type="range"]', to: String(confidence), event: 'input' }]);
      model.look({ confidence }, 'confidence');
    },
  );
const layOut = (layout: string): Act =>
  act(
    `layout ${layout}`,
    () => true,
    async (model, { page }) => {
      await work(page, [tab('view'), { set: '.view select', to: layout, event: 'change' }]);
      model.look({ layout });
    },
  );
const dateTo = (on: string | null): Act =>
  act(
    `date ${on}`,
    () => true,
    async (model, { page }) => {
      await work(page, [{ set: '.timeline [type="date"]', to: on ?? '', event: 'change' }]);
      model.look({ on });
    },
  );

export const acts = (days: readonly string[]): fc.Arbitrary<Act>[] => {
  const number = fc.nat({ max: 99 });
  return [
    number.map(hide),
    number.map(collapse),
    number.map(pin),
    number.map(expandAll),
    fc.tuple(number, fc.nat({ max: 5 })).map((both) => expand(...both)),
    fc.constant(undo),
    fc.constant(redo),
    fc.constant(goBack),
    fc.constant(goForward),
    fc.constant(startOver),
    fc.constant(reload),
    fc.constantFrom('Agency', 'Commitment', 'Organization', 'Place').map(toggleKind),
    fc.constantFrom('PARTY_TO', 'PARTNERS_WITH', 'UNIT_OF').map(toggleType),
    fc.constantFrom(0, 0.5, 0.75, 0.9).map(turn),
    fc.constantFrom('force', 'circle', 'kind', 'time').map(layOut),
    fc.constantFrom(null, ...days).map(dateTo),
  ];
};
