/** The one drawing of the page, for those who look at it from outside. */
import { signal } from '@preact/signals';
import type { Canvas } from '../canvas.ts';

export const canvas = signal<Canvas | null>(null);
/** Stops what moves; nothing where nothing does. */
export const isMoving = signal<(() => void) | undefined>(undefined);
