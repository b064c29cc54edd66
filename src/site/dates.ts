/** The dates that Hugo 0.169 takes in front matter. */

const DATE_RE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME_RE =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*([Zz]|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads `2026-03-14`, `2026-03-14 09:30:00` and RFC 3339; a date from TOML is taken as it is. One without a zone is
 * in `timeZone`, a name such as `Europe/Oslo`, or in UTC. `undefined` for anything else.
 */
export function parseDate(value: unknown, timeZone?: string): Date | undefined {
  if (value instanceof Date) return valid(isLocal(value) ? shift(value, timeZone) : value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (DATE_RE.test(text)) return valid(shift(new Date(`${text}T00:00:00Z`), timeZone));
  const [, day, time, zone] = DATE_TIME_RE.exec(text) ?? [];
  if (!day || !time) return undefined;
  const date = new Date(`${day}T${time}${zone?.toUpperCase() ?? 'Z'}`);
  return valid(zone ? date : shift(date, timeZone));
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. A zone that is unknown counts as UTC. */
export function zoneOffset(date: Date, timeZone: string | undefined): number {
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

function valid(date: Date): Date | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date;
}
