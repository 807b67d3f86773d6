/** The one clock: it tells the time, and with it the day, which everywhere is the day in UTC. */
export type Clock = () => Date;

/** The clock of the machine: a command starts it, and everything below is given one. */
export const systemClock: Clock = () => new Date();

/** The day in UTC, such as `2026-11-30`. */
export const dayOf = (time: Date): string => time.toISOString().slice(0, 10);

/** To the second, as times of record are: `2026-11-30T12:00:00Z`. */
export const secondOf = (time: Date): string => time.toISOString().replace(/\.\d+Z$/, 'Z');
