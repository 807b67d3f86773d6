/** What is on the screen, as a picture to be exported, cited and linked to. */
import type { Picture } from './graph.ts';
import { asOf, looks, positions, scene, shown } from './state.ts';
import { text } from './text/text.ts';

/** What the scene is of: the entity selected, or else those with most links. */
export function title(): string {
  const { entities, links } = shown.value;
  const { selected, asked } = scene.value;
  const named = (ids: readonly string[]): string[] => ids.flatMap((id) => entities.get(id)?.name ?? []);
  if (asked) return text.value.sceneTitle(named(asked.of));
  if (selected !== null) return text.value.sceneTitle(named([selected]));
  const degrees = new Map<string, number>();
  for (const { from, to } of links.values()) for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const most = [...degrees].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, 2);
  return text.value.sceneTitle(named(most.map(([id]) => id)));
}

export function picture(): Picture {
  const { entities, links } = shown.value;
  return {
    entities: [...entities.values()],
    links: [...links.values()],
    positions: new Map([...entities.keys()].map((id) => [id, positions.get(id) ?? { x: 0, y: 0 }])),
    looks: looks.value,
    title: title(),
    url: location.href,
    asOf: asOf.value === '' ? null : scene.value.on,
    isDark: matchMedia('(prefers-color-scheme: dark)').matches,
  };
}

/** The question whose answer is on the screen, for GraphiQL. */
export function questionText(): string {
  const { on, means } = scene.value;
  const parts =
    on === null ? [] : [means !== 'known' && `validOn: "${on}"`, means !== 'valid' && `knownAt: "${on}T23:59:59Z"`].filter(Boolean);
  const ids = [...shown.value.entities.keys()];
  const time = parts.length ? `, asOf: {${parts.join(', ')}}` : '';
  return `{
  neighborhood(
    of: ${JSON.stringify(ids)}
    limit: ${Math.max(1, ids.length)}${time}
  ) {
    nodes { __typename id name }
    links {
      id type from { id } to { id } confidence contested
      claims(first: 3) { nodes { statement evidence { edges { quote node { title url } } } } }
    }
  }
}`;
}
