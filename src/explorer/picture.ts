/** What is on the screen, as a picture to be exported, cited and linked to. */
import { traced } from './answers.ts';
import { dateOf, today } from './day.ts';
import { NO_EVIDENCE } from './evidence.ts';
import type { Picture } from './export/picture.ts';
import { linksByEnd } from './graph.ts';
import { isolated } from './label.ts';
import { legendRows, sizeNotes } from './legend.ts';
import { boundsOf } from './load.ts';
import { loadEvidence } from './load-evidence.ts';
import { lineColorsOf, palette } from './palette.ts';
import { timesOf } from './scene.ts';
import { loaded, looks, positions, scene, seen, shown } from './state.ts';
import { text } from './text/text.ts';

/** What the scene is of: what is asked about, the entity selected, or else those with most links. */
export function title(): string {
  const { entities } = shown.value;
  const { selected, asked } = scene.value;
  const named = (ids: readonly string[]): string[] => ids.flatMap((id) => entities.get(id)?.name ?? []).map(isolated);
  if (asked) return text.value.sceneTitle(named(asked.of));
  if (selected !== null && entities.has(selected)) return text.value.sceneTitle(named([selected]));
  const most = [...linksByEnd(shown.value)].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1)).slice(0, 2);
  return text.value.sceneTitle(named(most.length ? most.map(([id]) => id) : [...entities.keys()].slice(0, 2)));
}

/** With all that it rests on, as of the time that is shown. */
export async function loadPicture(): Promise<Picture> {
  const shown = picture();
  const ids = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);
  return { ...shown, evidence: await loadEvidence(ids(shown.entities), ids(shown.links), { asOf: loaded.value.asOf }) };
}

/** Without what it rests on. */
export function picture(): Picture {
  const { entities, links } = shown.value;
  const [{ on }, madeOn] = [loaded.value, dateOf(today())];
  const colors: Readonly<Record<string, string>> = palette();
  return {
    entities: [...entities.values()],
    links: [...links.values()],
    positions: new Map([...entities.keys()].map((id) => [id, positions.get(id) ?? { x: 0, y: 0 }])),
    looks: looks.value,
    lineColors: lineColorsOf(links, traced.value),
    legend: legendRows().map((row) => ({ ...row, color: colors[row.color] ?? row.color })),
    notes: sizeNotes(),
    evidence: NO_EVIDENCE,
    title: title(),
    url: location.href,
    asOf: on ?? madeOn,
    asOfMeans: on === null ? 'known' : seen.value.means,
    madeOn,
    isDark: matchMedia('(prefers-color-scheme: dark)').matches,
    text: text.value,
  };
}

/** The question whose answer is on the screen, for GraphiQL: what the server's bounds can say of the filters is in it. */
export function questionText(): string {
  const { on, means, filters } = scene.value;
  const ids = [...shown.value.entities.keys()];
  const times = timesOf({ on, means }).map(([name, time]) => `${name}: "${time}"`);
  const { types, minConfidence, minSources } = boundsOf(filters);
  const given = [
    `of: ${JSON.stringify(ids)}`,
    'depth: 0',
    `limit: ${Math.max(1, ids.length)}`,
    times.length && `asOf: {${times.join(', ')}}`,
    types?.length && `types: [${types.join(', ')}]`,
    minConfidence && `minConfidence: ${minConfidence}`,
    minSources && `minSources: ${minSources}`,
  ];
  return `{
  neighborhood(
    ${given.filter(Boolean).join('\n    ')}
  ) {
    nodes { __typename id name }
    links {
      id type from { id } to { id } confidence contested
      claims(first: 3) { nodes { statement evidence { edges { quote node { title url } } } } }
    }
  }
}`;
}
