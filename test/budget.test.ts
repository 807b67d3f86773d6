/** What a search may cost: where it ends, what it says then, and what it has read by that time. */
import { describe, expect, test } from 'vitest';
import { type Budget, type Ends, type Expand, Explorer } from '../src/traverse/explorer.ts';
import { findNeighborhood } from '../src/traverse/find-neighborhood.ts';
import { findPaths } from '../src/traverse/find-paths.ts';

describe('a budget', () => {
  /** A hub with many leaves, each tied to the next hub. */
  const expand =
    (width: number): Expand =>
    async (ids, _way, most, skip) => {
      const linksOf = (id: string): string[] => {
        const [kind, level] = id.split(' ') as [string, string];
        const at = Number(level);
        if (kind === 'hub')
          return Array.from({ length: width }, (_, i) => [`leaf ${at} ${i}`, ...(at > 0 ? [`leaf ${at - 1} ${i}`] : [])]).flat();
        return [`hub ${at}`, `hub ${at + 1}`];
      };
      const endsOf = (id: string): Ends => {
        const others = linksOf(id).slice(skip, skip + most);
        return [others.map((other) => [id, other].sort().join('-')), others, others.map(() => 1)];
      };
      return new Map(ids.map((id) => [id, endsOf(id)]));
    };
  const explore = (budget: Partial<Budget>, width = 50) =>
    new Explorer(expand(width), false, { links: 1e6, nodes: 1e6, milliseconds: 60_000, ...budget });
  const far = { from: 'hub 0', to: 'hub 4', maxHops: 8, limit: 3 };

  test('that suffices changes nothing', async () => {
    const explorer = explore({});
    expect(await findPaths(explorer, far)).toHaveLength(3);
    expect(explorer.reason).toBeUndefined();
  });

  test.each([
    [{ links: 120 }, 'It read 120 links.'],
    [{ nodes: 60 }, 'It met 60 entities.'],
    [{ milliseconds: 0 }, 'It took 0 milliseconds.'],
  ])('%j ends the search, and says so', async (budget, reason) => {
    const explorer = explore(budget);
    expect(await findPaths(explorer, far)).toEqual([]);
    expect(explorer.reason).toBe(reason);
    const around = await findNeighborhood(explore(budget), { of: ['hub 0'], depth: 4, limit: 1000 });
    expect(around.reason).toBe(reason);
  });

  test('entities that are read together round by round have each link once', async () => {
    const [size, reach] = [600, 60];
    const id = (i: number): string => `e${(i + size) % size}`;
    const around = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach).filter((step) => step !== 0);
    const ring: Expand = async (ids, _way, most, skip) =>
      new Map(
        ids.map((one) => {
          const others = around.map((step) => id(Number(one.slice(1)) + step)).slice(skip, skip + most);
          return [one, [others.map((other) => [one, other].sort().join('-')), others, others.map(() => 1)]];
        }),
      );
    for (const isOneWay of [false, true]) {
      const explorer = new Explorer(ring, isOneWay, { links: 1e6, nodes: 1e6, milliseconds: 60_000 });
      const all = Array.from({ length: size }, (_, i) => explorer.known.numberOf(id(i)));
      await explorer.read(all);
      for (const at of all) expect([explorer.known.count(at), explorer.known.linksOf(at, 'on').size]).toEqual([2 * reach, 2 * reach]);
    }
  });

  test('a very wide graph ends in time', async () => {
    const explorer = explore({ links: 30_000 }, 20_000);
    await findPaths(explorer, far);
    expect(explorer.reason).toBe('It read 30000 links.');
  });
});
