/** Layouts that are computed at once: a circle, by kind, by time. */
import { dayOf } from './day.ts';
import { type Entity, type Graph, linksByEnd, otherEnd, type Point } from './graph.ts';
import { groupedByKind } from './look.ts';

/** One order for all readers, so that a link opens the same picture everywhere. */
const { compare } = new Intl.Collator('en');
const byName = (a: Entity, b: Entity): number => compare(a.kind, b.kind) || compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
const GAP = 40;

/** All on one circle, those of a kind beside one another. */
export function inCircle({ entities }: Graph): Map<string, Point> {
  const all = [...entities.values()].sort(byName);
  const radius = Math.max(100, (all.length * GAP) / (2 * Math.PI));
  const at = (i: number): Point => {
    const angle = Math.PI / 2 - (2 * Math.PI * i) / all.length;
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  };
  return new Map(all.map(({ id }, i) => [id, at(i)]));
}

/** A column for each kind, wide ones of several. */
export function byKind({ entities }: Graph): Map<string, Point> {
  const points = new Map<string, Point>();
  let left = 0;
  for (const [, group] of groupedByKind([...entities.values()].sort(byName))) {
    const rows = Math.max(6, Math.ceil(Math.sqrt(group.length * 3)));
    group.forEach(({ id }, i) => void points.set(id, { x: left + Math.floor(i / rows) * GAP * 3, y: -(i % rows) * GAP }));
    left += Math.ceil(group.length / rows) * GAP * 3 + GAP * 2;
  }
  return points;
}

/** From left to right by date, as far apart as the dates; what has no date stands below, in the middle of what it is linked to. */
export function byTime(graph: Graph): Map<string, Point> {
  const { entities } = graph;
  const dated = [...entities.values()].filter(({ date }) => date !== null).sort((a, b) => compare(a.date!, b.date!) || byName(a, b));
  const days = dated.map(({ date }) => dayOf(date!));
  const span = Math.max(1, (days.at(-1) ?? 0) - (days[0] ?? 0));
  const width = Math.max(600, entities.size * 20);
  const points = new Map<string, Point>();
  const stacked = new Map<number, number>();
  dated.forEach(({ id }, i) => {
    const x = Math.round((width * (days[i]! - days[0]!)) / span / GAP) * GAP;
    const above = stacked.get(x) ?? 0;
    stacked.set(x, above + 1);
    points.set(id, { x, y: above * GAP });
  });
  const links = linksByEnd(graph);
  const middleOf = (id: string): number => meanOf((links.get(id) ?? []).flatMap((link) => points.get(otherEnd(link, id))?.x ?? []));
  const undated = [...entities.values()].filter(({ date }) => date === null);
  undated.sort((a, b) => middleOf(a.id) - middleOf(b.id) || byName(a, b));
  undated.forEach(({ id }, i) => void points.set(id, { x: (width * (i + 0.5)) / undated.length, y: -GAP * (3 + 2 * (i % 4)) }));
  return points;
}

const meanOf = (numbers: readonly number[]): number => (numbers.length ? numbers.reduce((sum, one) => sum + one, 0) / numbers.length : 0);
