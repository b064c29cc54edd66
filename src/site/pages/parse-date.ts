/** Parses dates of front matter: the formats of Hugo 0.169, and a few more that older versions accepted. */
import { readDate, ZonedDate } from '../../dates.ts';

/** ISO 8601 with deviations: without seconds, with lower-case letters, or with whitespace before the offset. */
const PARTIAL_DATE_RE =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{1,2}:\d{2})(:\d{2}(?:[.,]\d+)?)?\s*([Zz]|[+-]\d{2}:?\d{2})?$/;

/**
 * Parses a date in any format that Hugo accepts, a number of seconds since 1970, or a date from TOML. A date without an
 * offset is in `timeZone`, a name such as `Europe/Oslo`, or in UTC; an offset is kept. Returns `undefined` for anything
 * else.
 */
export function parseDate(value: unknown, timeZone?: string): Date | undefined {
  if (value instanceof Date) return valid(isLocal(value) ? shift(value, timeZone) : value);
  if (typeof value === 'number')
    return Number.isInteger(value) ? valid(new ZonedDate(value * 1000, 0)) : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const [, day, time, seconds = ':00', zone = ''] = PARTIAL_DATE_RE.exec(text) ?? [];
  const written = readDate(day === undefined ? text : `${day}T${time}${seconds}${zone.toUpperCase()}`);
  if (!written) return undefined;
  const { clock, offset, abbreviation } = written;
  if (offset === undefined) return valid(shift(new Date(clock), timeZone));
  return valid(new ZonedDate(clock - offset * 1000, offset, abbreviation));
}

/**
 * Shifts a date to local time, as if that were UTC: with its own offset, or else in the time zone of the site.
 */
export function readClock(date: Date, timeZone: string | undefined): Date {
  const offset = date instanceof ZonedDate ? date.offset * 1000 : zoneOffset(date, timeZone);
  return new Date(date.getTime() + offset);
}

/** Returns the UTC offset of a time zone at a date, in milliseconds; 0 for an unknown zone. */
function zoneOffset(date: Date, timeZone: string | undefined): number {
  if (!timeZone || Number.isNaN(date.getTime())) return 0;
  let name: string | undefined;
  try {
    name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
      .formatToParts(date)
      .find(({ type }) => type === 'timeZoneName')?.value;
  } catch {
    return 0;
  }
  const [, sign, hours = '0', minutes = '0'] = OFFSET_RE.exec(name ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** `GMT+01:00`; `GMT` alone means UTC. */
const OFFSET_RE = /GMT([+-])(\d{2}):(\d{2})/;

/** Interprets a date as local time of a zone. The offset is that of the result, because of daylight saving time. */
function shift(date: Date, timeZone: string | undefined): Date {
  const first = new Date(date.getTime() - zoneOffset(date, timeZone));
  return new Date(date.getTime() - zoneOffset(first, timeZone));
}

/** Whether a TOML date has no time zone: the parser marks such dates and reads them as UTC. */
function isLocal(date: Date & { readonly isDate?: boolean; readonly isFloating?: boolean }): boolean {
  return date.isDate === true || date.isFloating === true;
}

function valid<D extends Date>(date: D): D | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date;
}
