/** The dates that Hugo 0.169 takes in front matter, and a few more that its older versions let pass. */
import { readDate, ZonedDate } from '../dates.ts';

/** ISO 8601 as people type it: without seconds, with a small letter, or with a blank in front of the offset. */
const LOOSE_RE = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{1,2}:\d{2})(:\d{2}(?:[.,]\d+)?)?\s*([Zz]|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads a date in any spelling that Hugo takes; a whole number counts the seconds since 1970, and a date from TOML is
 * taken as it is. One without an offset is in `timeZone`, a name such as `Europe/Oslo`, or in UTC; an offset is kept.
 * `undefined` for anything else.
 */
export function parseDate(value: unknown, timeZone?: string): Date | undefined {
  if (value instanceof Date) return valid(isLocal(value) ? shift(value, timeZone) : value);
  if (typeof value === 'number')
    return Number.isInteger(value) ? valid(new ZonedDate(value * 1000, 0)) : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const [, day, time, seconds = ':00', zone = ''] = LOOSE_RE.exec(text) ?? [];
  const written = readDate(day === undefined ? text : `${day}T${time}${seconds}${zone.toUpperCase()}`);
  if (!written) return undefined;
  const { clock, offset, abbreviation } = written;
  if (offset === undefined) return valid(shift(new Date(clock), timeZone));
  return valid(new ZonedDate(clock - offset * 1000, offset, abbreviation));
}

/**
 * A date as its clock shows it, as if that were UTC: the clock of the offset that it was written with, or that of the
 * site.
 */
export function clockOf(date: Date, timeZone: string | undefined): Date {
  const offset = date instanceof ZonedDate ? date.offset * 1000 : zoneOffset(date, timeZone);
  return new Date(date.getTime() + offset);
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. A zone that is unknown counts as UTC. */
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

/** `GMT+01:00`; `GMT` alone is UTC itself. */
const OFFSET_RE = /GMT([+-])(\d{2}):(\d{2})/;

/** From the clock of UTC to that of a zone. The offset is that of the result: the clocks may change in between. */
function shift(date: Date, timeZone: string | undefined): Date {
  const first = new Date(date.getTime() - zoneOffset(date, timeZone));
  return new Date(date.getTime() - zoneOffset(first, timeZone));
}

/** The TOML parser marks dates and times that were written without a zone, and reads them as UTC. */
function isLocal(date: Date & { readonly isDate?: boolean; readonly isFloating?: boolean }): boolean {
  return date.isDate === true || date.isFloating === true;
}

function valid<D extends Date>(date: D): D | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date;
}
