/** What sigma really draws, down to its indexes, and whether that is what the page lists. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What of sigma's insides is looked at; in the page it hangs on the element that it draws into. */
interface Sigma {
  getGraph(): {
    mapNodes<One>(of: (id: string, attributes: { name: string; x: number; y: number }) => One): One[];
    edges(): string[];
    degree(id: string): number;
    extremities(id: string): [string, string];
    getNodeAttributes(id: string): { x: number; y: number };
  };
  graphToViewport(point: { x: number; y: number }): { x: number; y: number };
  getHitAtPosition(point: { x: number; y: number }): { kind: string; key: string } | null;
  readonly edgeGroups: { readonly graph: unknown; readonly groups: Map<string, string[]>; readonly edgeToGroupKey: Map<string, string> };
  readonly depthRanges: Record<'nodes' | 'edges', Record<string, { count: number }[]>>;
  readonly internals: {
    readonly dragManager: { readonly graph: unknown };
    readonly nodeDataCache: object;
    readonly edgeDataCache: object;
    readonly nodeDataTexture: { getIndex(id: string): number };
    readonly edgeDataTexture: { getIndex(id: string): number; readonly data: Float32Array };
    readonly pickingState: { readonly idsByKind: { readonly node: Map<string, number> } };
  };
}
export type Stage = HTMLElement & { readonly sigma: Sigma };

export interface Drawn {
  /** Its name, and at how many links it stands. */
  readonly entities: readonly (readonly [name: string, links: number])[];
  readonly ids: readonly string[];
  readonly links: readonly string[];
  /** Where an index of sigma's has something else than its graph. */
  readonly faults: readonly string[];
}

/** None where nothing can be drawn. */
export const drawnIn = (page: Page): Promise<Drawn | null> =>
  page.evaluate(() => {
    const stage = document.querySelector<Stage>('.drawing');
    if (!stage) return null;
    const { sigma } = stage;
    const { internals, edgeGroups, depthRanges } = sigma;
    const graph = sigma.getGraph();
    const [ids, links] = [graph.mapNodes((id) => id).sort(), graph.edges().sort()];
    const painted = (of: 'nodes' | 'edges'): number =>
      Object.values(depthRanges[of])
        .flat()
        .reduce((sum, { count }) => sum + count, 0);
    const endsOf = (link: string): string => {
      const { edgeDataTexture, nodeDataTexture } = internals;
      const at = edgeDataTexture.getIndex(link) * 8;
      const ends = graph.extremities(link).map((end) => nodeDataTexture.getIndex(end));
      return ends.every((end, i) => end === edgeDataTexture.data[at + i]) ? '' : link;
    };
    const holds = {
      'the edge index has the graph': edgeGroups.graph === graph,
      'the drag has the graph': internals.dragManager.graph === graph,
      'nodes are known': Object.keys(internals.nodeDataCache).sort().join() === ids.join(),
      'edges are known': Object.keys(internals.edgeDataCache).sort().join() === links.join(),
      'edges are grouped': [...edgeGroups.groups.values()].flat().sort().join() === links.join(),
      'edges have their group': [...edgeGroups.edgeToGroupKey.keys()].sort().join() === links.join(),
      'nodes are painted': painted('nodes') === ids.length,
      'edges are painted': painted('edges') === links.length,
      'edges end at their nodes': links.every((link) => endsOf(link) === ''),
      'nodes can be pointed at': [...internals.pickingState.idsByKind.node.keys()].sort().join() === ids.join(),
    };
    const faults = Object.entries(holds).flatMap(([name, isRight]) => (isRight ? [] : [`not so: ${name}`]));
    return { entities: graph.mapNodes((id, { name }) => [name, graph.degree(id)] as const).sort(), ids, links, faults };
  });

/** What the list of the page says, in the same form; none where there is no list, as in a page that is embedded. */
async function listedIn(page: Page): Promise<Drawn['entities'] | null> {
  const tab = page.locator('#tab-list');
  if ((await tab.count()) === 0) return null;
  await tab.click();
  return page.evaluate(() => {
    const numberIn = (row: Element): number => Number(/\d+/.exec(row.querySelector('summary')?.textContent ?? '0')![0]);
    const rows = [...document.querySelectorAll('[role="tabpanel"] .list > section > ul > li')];
    return rows.map((row) => [row.querySelector('.entity')!.textContent!, numberIn(row)] as const).sort();
  });
}

/** Where the drawing is not what is listed, or an index of sigma's not what is drawn. */
async function differences(page: Page): Promise<string[]> {
  const drawn = await drawnIn(page);
  if (!drawn) return [];
  const listed = (await listedIn(page)) ?? drawn.entities;
  const rows = (all: Drawn['entities']): string[] => all.map(([name, links]) => `${name}: ${links} links`);
  const without = (some: string[], others: string[], what: string): string[] =>
    some.filter((one) => !others.includes(one)).map((one) => `${what} ${one}`);
  const [drawing, list] = [rows(drawn.entities), rows(listed)];
  const isOther = drawing.length === list.length ? [] : [`${drawing.length} are drawn, ${list.length} listed`];
  return [...drawn.faults, ...isOther, ...without(drawing, list, 'only drawn:'), ...without(list, drawing, 'only listed:')];
}

/** Nodes and links of the drawing are those listed, in all of sigma's indexes. */
export const isAsListed = (page: Page): Promise<void> => expect.poll(() => differences(page)).toEqual([]);
