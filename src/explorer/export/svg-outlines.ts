/** The shapes of kinds as paths around the origin, of size 1; none reaches further than REACH. */
import type { LegendRow } from './picture.ts';

export const REACH = 1.3;
export const OUTLINES: Readonly<Record<Exclude<LegendRow['shape'], 'line'>, string>> = {
  circle: 'M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0z',
  square: 'M-.9-.9H.9V.9H-.9z',
  diamond: 'M0-1.2L1.2 0L0 1.2L-1.2 0z',
  triangle: 'M0-1.2L1.1.8H-1.1z',
  patch: 'M-1-1H1V1H-1z',
};
