/** A scene as the part of an address behind `#`, and back; what is not understood there is left out. */
import type { Point } from './graph.ts';
import {
  CHOICES,
  COLORS,
  EMPTY,
  LAYOUTS,
  MEANINGS,
  MOST_ENTITIES,
  MOST_SOURCES,
  NO_FILTERS,
  QUESTIONS,
  rounded,
  type Scene,
  SIZES,
} from './scene.ts';

const ID = /^[a-z][a-z-]*:[^\s,@]{1,200}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const WORD = /^\w{1,40}$/;

/** What differs from a scene of nothing. */
export function toHash(scene: Scene): string {
  const { filters, asked } = scene;
  const parts: Record<string, string> = {
    ids: scene.ids.join(),
    pins: Object.entries(scene.pins)
      .map(([id, { x, y }]) => `${id}@${rounded(x)}@${rounded(y)}`)
      .join(),
    selected: scene.selected ?? '',
    on: scene.on ?? '',
    means: but(scene.means, EMPTY.means),
    layout: but(scene.layout, EMPTY.layout),
    colors: but(scene.colors, EMPTY.colors),
    sizes: but(scene.sizes, EMPTY.sizes),
    asked: asked ? [asked.what, ...asked.of].join() : '',
    chosen: asked?.chosen ? String(asked.chosen) : '',
    hiddenKinds: filters.hiddenKinds.join(),
    hiddenTypes: filters.hiddenTypes.join(),
    minConfidence: filters.minConfidence ? String(filters.minConfidence) : '',
    minSources: filters.minSources ? String(filters.minSources) : '',
    selfReported: but(filters.selfReported, 'any'),
    contested: but(filters.contested, 'any'),
  };
  const given = Object.entries(parts).filter(([, value]) => value !== '');
  // Ids are readable, and stay so in an address.
  return new URLSearchParams(given).toString().replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%40', '@');
}

/** A day that there is. */
function dateIn(text: string | null): string | null {
  const date = new Date(text !== null && DATE.test(text) ? text : Number.NaN);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
}

const but = (value: string, usual: string): string => (value === usual ? '' : value);

/** The scene that an address gives; nothing where it gives none. */
export function fromHash(hash: string): Scene {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const list = (name: string, form: RegExp): string[] => (given.get(name) ?? '').split(',').filter((one) => form.test(one));
  const one = (name: string, form: RegExp): string | null => list(name, form)[0] ?? null;
  const among = <Value extends string>(name: string, all: readonly Value[], usual: Value): Value =>
    all.find((value) => value === given.get(name)) ?? usual;
  const number = (name: string, most: number): number => Math.min(most, Math.max(0, Number(given.get(name)) || 0));
  return {
    ids: [...new Set(list('ids', ID))].slice(0, MOST_ENTITIES),
    pins: pinsIn(given.get('pins') ?? ''),
    selected: one('selected', ID),
    on: dateIn(given.get('on')),
    means: among('means', MEANINGS, EMPTY.means),
    layout: among('layout', LAYOUTS, EMPTY.layout),
    colors: among('colors', COLORS, EMPTY.colors),
    sizes: among('sizes', SIZES, EMPTY.sizes),
    asked: askedIn((given.get('asked') ?? '').split(','), Math.floor(number('chosen', 99))),
    filters: {
      hiddenKinds: list('hiddenKinds', WORD),
      hiddenTypes: list('hiddenTypes', WORD),
      minConfidence: number('minConfidence', 1),
      minSources: Math.floor(number('minSources', MOST_SOURCES)),
      selfReported: among('selfReported', CHOICES, NO_FILTERS.selfReported),
      contested: among('contested', CHOICES, NO_FILTERS.contested),
    },
  };
}

function pinsIn(text: string): Record<string, Point> {
  const pins: Record<string, Point> = {};
  for (const [id, x, y] of text.split(',').map((part) => part.split('@')))
    if (ID.test(id!) && Number.isFinite(Number(x)) && Number.isFinite(Number(y))) pins[id!] = { x: Number(x), y: Number(y) };
  return pins;
}

function askedIn([what, ...of]: readonly string[], chosen: number): Scene['asked'] {
  const known = QUESTIONS.find((one) => one === what);
  const ids = of.filter((id) => ID.test(id));
  return known && ids.length >= 2 ? { what: known, of: known === 'path' ? ids.slice(0, 2) : ids, chosen } : null;
}
