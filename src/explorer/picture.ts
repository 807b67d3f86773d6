/** What is on the screen, as a picture to be exported, cited and linked to. */
import { traced } from './answers.ts';
import { linksByEnd, type Picture } from './graph.ts';
import { isolated } from './label.ts';
import { boundsOf } from './load.ts';
import { lineColorsOf } from './palette.ts';
import { timesOf } from './scene.ts';
import { loaded, looks, positions, scene, shown } from './state.ts';
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

export function picture(): Picture {
  const { entities, links } = shown.value;
  return {
    entities: [...entities.values()],
    links: [...links.values()],
    positions: new Map([...entities.keys()].map((id) => [id, positions.get(id) ?? { x: 0, y: 0 }])),
    looks: looks.value,
    lineColors: lineColorsOf(links, traced.value),
    title: title(),
    url: location.href,
    asOf: loaded.value.on,
    isDark: matchMedia('(prefers-color-scheme: dark)').matches,
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
