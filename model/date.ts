/** ISO 8601 dates as the model has them: text, possibly partial, always of a day that exists. */

/** Whether `value` is `2030`, `2030-06` or `2030-06-30`, and that month or day exists. */
export function isDate(value: unknown): value is string {
  const parts = typeof value === 'string' ? /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value) : null;
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** RFC 3339. A day ends before 24:00; leap seconds are not taken, since neither the graph nor JavaScript counts them. */
const DATE_TIME = /^(\d{4}-\d\d-\d\d)t((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.\d+)?(z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * A date and time as `2026-04-03T00:00:00Z`: in UTC and to the second, so that times compare as text; undefined where `value` is
 * none. What is recorded, is so at a whole second: by any part of a second the same is known as at its begin.
 */
export function toUtc(value: unknown): string | undefined {
  const [, date, time, offset] = (typeof value === 'string' && DATE_TIME.exec(value)) || [];
  if (!isDate(date)) return undefined;
  const text = new Date(`${date}T${time}${offset!.toUpperCase()}`).toISOString().replace('.000', '');
  return /^\d{4}-/.test(text) ? text : undefined; // offsets lead out of the four digits of a year
}

/** The first instant of a possibly partial date: `2026-04` is `2026-04-01T00:00:00Z`. */
export const startOf = (date: string): string => `${date}${'-01'.repeat(3 - date.split('-').length)}T00:00:00Z`;

/** The period of a partial date, in forms that texts of dates can be compared with. */
export interface PartialDate {
  /** The shortest date that begins when it does: `2030` for `2030-01-01`. */
  readonly first: string;
  /** The shortest date that ends when it does: `2030` for `2030-12`. */
  readonly last: string;
  /** Follows all dates within it, and precedes all after it. */
  readonly end: string;
}

export function periodOf(date: string): PartialDate {
  const [year, month, day] = date.split('-') as [string, string?, string?];
  const isMonthEnd = day !== undefined && Number(day) === new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const last = (isMonthEnd ? `${year}-${month}` : date).replace(/^(\d{4})-12$/, '$1');
  return { first: date.replace(/-01$/, '').replace(/-01$/, ''), last, end: `${last}~` };
}

/** The first and the last day of a possibly partial date, in days since 1970. */
export function firstDay(date: string): number {
  const [year, month = 1, day = 1] = date.split('-').map(Number) as [number, number?, number?];
  return Date.UTC(year, month - 1, day) / DAY;
}
export function lastDay(date: string): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number?, number?];
  const next = day ? Date.UTC(year, month! - 1, day + 1) : month ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1);
  return next / DAY - 1;
}
const DAY = 86_400_000;
