/** Drags an entity of the drawing, and looks whether it, its links and nothing else moved. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Stage } from './drawn.ts';

interface Grip {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}
/** Where every entity stands in the drawing, and the one dragged on the screen. */
interface Standing {
  readonly others: Readonly<Record<string, string>>;
  readonly at: { readonly x: number; readonly y: number };
}

/** Points of the page at which an entity can be taken hold of, once two frames in a row have drawn all at the same place. */
const gripsIn = (page: Page): Promise<Grip[]> =>
  page.evaluate(async () => {
    const stage = document.querySelector<Stage>('.drawing');
    if (!stage) return [];
    const { sigma } = stage;
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    const drawn = (): string =>
      JSON.stringify([stage.getBoundingClientRect(), sigma.getGraph().mapNodes((_, point) => sigma.graphToViewport(point))]);
    for (let before = ''; before !== drawn(); await frame().then(frame)) before = drawn();
    const { left, top } = stage.getBoundingClientRect();
    return sigma
      .getGraph()
      .mapNodes((id, point) => {
        const { x, y } = sigma.graphToViewport(point);
        const isFree = document.elementFromPoint(left + x, top + y)?.matches('.sigma-mouse');
        return { id, x: left + x, y: top + y, isThere: isFree === true && sigma.getHitAtPosition({ x, y })?.key === id };
      })
      .filter(({ isThere }) => isThere);
  });

const standingIn = (page: Page, id: string): Promise<Standing> =>
  page.evaluate((dragged) => {
    const stage = document.querySelector<Stage>('.drawing')!;
    const { sigma } = stage;
    const { left, top } = stage.getBoundingClientRect();
    const others: Record<string, string> = {};
    sigma.getGraph().mapNodes((other, { x, y }) => other !== dragged && Object.assign(others, { [other]: `${x} ${y}` }));
    const { x, y } = sigma.graphToViewport(sigma.getGraph().getNodeAttributes(dragged));
    return { others, at: { x: left + x, y: top + y } };
  }, id);

/** How often a drag is tried: on a slow machine what the page still loads may change the view under one. */
const TRIES = 3;
/** What goes wrong each time is wrong. Nothing is dragged where there is nothing to take hold of. */
export async function dragsRight(page: Page, tries = TRIES): Promise<void> {
  const again = (error: unknown): Promise<void> => (tries > 1 ? dragsRight(page, tries - 1) : Promise.reject(error));
  await drag(page).catch(again);
}

async function drag(page: Page): Promise<void> {
  await expect.poll(() => page.locator('.zoom > button').count(), { message: 'nothing moves by itself' }).toBeLessThanOrEqual(3);
  const [grip] = await gripsIn(page);
  if (!grip) return;
  const before = await standingIn(page, grip.id);
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  try {
    await page.mouse.move(grip.x + 1, grip.y + 1); // from where sigma counts
    await page.mouse.move(grip.x + 45, grip.y + 35, { steps: 3 });
    const besidePointer = async (): Promise<number> => {
      const { at } = await standingIn(page, grip.id);
      return Math.hypot(at.x - grip.x - 45, at.y - grip.y - 35);
    };
    await expect.poll(besidePointer, { message: 'it is under the pointer', timeout: 2000 }).toBeLessThan(3);
    expect((await standingIn(page, grip.id)).others, 'nothing else moves').toEqual(before.others);
  } finally {
    await page.mouse.up(); // nothing is still held where the sequence is tried again
  }
  await expect.poll(() => decodeURIComponent(new URL(page.url()).hash)).toContain(`${grip.id}@`);
}
