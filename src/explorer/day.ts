/** Days, counted from 1970, and as the API writes them: YYYY-MM-DD. */
const DAY_MS = 86_400_000;
export const dayOf = (date: string): number => Math.floor(Date.parse(date) / DAY_MS);
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** The clock of the page; tests set it by Playwright's `page.clock`. */
export const today = (): number => Math.floor(Date.now() / DAY_MS);
