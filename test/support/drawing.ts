/** What an SVG of a picture draws: its layers, places, lines and caption, and whether all of it fits. */
import { expect } from 'vitest';
import { all, type Element } from './xml.ts';

type Vector = readonly [number, number];

/** Points along a path as exports draw it: a line, a quadratic or a cubic curve. */
export function pointsAlong(d: string): Vector[] {
  expect(d).toMatch(/^M-?[\d.]+ -?[\d.]+[LQC]( ?-?[\d.]+ -?[\d.]+)+$/);
  const numbers = d.match(/-?[\d.]+/g)!.map(Number);
  const controls = Array.from({ length: numbers.length / 2 }, (_, i): Vector => [numbers[2 * i]!, numbers[2 * i + 1]!]);
  return Array.from({ length: 21 }, (_, i) => along(controls, i / 20));
}
function along(controls: readonly Vector[], t: number): Vector {
  if (controls.length === 1) return controls[0]!;
  const between = controls.slice(1).map(([x, y], i): Vector => [controls[i]![0] * (1 - t) + x * t, controls[i]![1] * (1 - t) + y * t]);
  return along(between, t);
}
/** How far the middle of one path is from all of another. */
export const gapBetween = (a: string, b: string): number => {
  const [x, y] = pointsAlong(a)[10]!;
  return Math.min(...pointsAlong(b).map(([bx, by]) => Math.hypot(bx - x, by - y)));
};

export const layerOf = (root: Element, name: string) => root.children.find(({ attributes }) => attributes['class'] === name)!;
export const titleOf = (element: Element) => element.children.find(({ name }) => name === 'title')!.text;
export const placesOf = (root: Element) =>
  layerOf(root, 'entities').children.map(({ children }) => {
    const [, x, y, scale] = /^translate\((\S+) (\S+)\) scale\((\S+)\)$/.exec(children[1]!.attributes['transform']!)!;
    return { x: Number(x), y: Number(y), scale: Number(scale) };
  });
export const pathsOf = (root: Element) => layerOf(root, 'links').children.map(({ attributes }) => attributes['d']!);
export const captionOf = (root: Element) => layerOf(root, 'caption').children.map(({ text }) => text);
/** Each name in its lines. */
export const labelsOf = (root: Element) => layerOf(root, 'labels').children.map((label) => all(label, 'tspan'));
export const boxOf = (root: Element) => root.attributes['viewBox']!.split(' ').map(Number) as [number, number, number, number];

/** That every coordinate is a number, and every place, label and line within the box. */
export function expectFitting(root: Element): void {
  const [left, top, width, height] = boxOf(root);
  const isInside = (x: number, y: number) => x >= left && x <= left + width && y >= top && y <= top + height;
  expect(JSON.stringify(root)).not.toMatch(/NaN|Infinity|undefined|null/);
  for (const { x, y, scale } of placesOf(root))
    expect([isInside(x - scale, y - scale), isInside(x + scale, y + scale)]).toEqual([true, true]);
  for (const [x, y] of pathsOf(root).flatMap(pointsAlong)) expect(isInside(x, y)).toBe(true);
  for (const label of layerOf(root, 'labels').children)
    for (const line of all(label, 'tspan')) expectLine(line, label.attributes['text-anchor'] ?? 'start', isInside);
  for (const layer of ['head', 'signs', 'caption'])
    for (const line of all(layerOf(root, layer), 'text')) expectLine(line, 'start', isInside);
}

function expectLine({ attributes, text }: Element, anchor: string, isInside: (x: number, y: number) => boolean): void {
  const [x, y, width] = [Number(attributes['x']), Number(attributes['y']), [...text].length * 5];
  const left = x - { start: 0, middle: width / 2, end: width }[anchor]!;
  expect([isInside(left, y), isInside(left + width, y)]).toEqual([true, true]);
}
