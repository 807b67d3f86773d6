/** The time at which tests run and answers are recorded, whatever the machine says. */
import type { Clock } from '../../src/clock.ts';

/** Late in a day and early in none: in Tokyo it is the next already. */
export const RECORDED_AT = '2026-11-30T20:00:00Z';

export const clockAt =
  (time: string): Clock =>
  () =>
    new Date(time);

export const testClock = clockAt(RECORDED_AT);

/** The day that documents name as that of their answers: `30 November 2026`. */
export const RECORDED_ON = new Date(RECORDED_AT).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
