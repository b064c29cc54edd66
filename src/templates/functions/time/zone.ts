/** Time zones: their offset from UTC and their name at a moment. */

export interface TimeZone {
  /** `UTC`, `Europe/Oslo`; empty for a zone that is only an offset. */
  readonly name: string;
  /** Finds the seconds east of UTC at a moment, in milliseconds since 1970. */
  offsetAt(moment: number): number;
  /** Finds the abbreviation at a moment: `UTC`, `CEST`, `+0530`. */
  abbreviationAt(moment: number): string;
}

export const utcZone: TimeZone = { name: 'UTC', offsetAt: () => 0, abbreviationAt: () => 'UTC' };

/** Creates a zone with a fixed offset, as in the date `2024-01-02T15:04:05+02:00`. */
export function createFixedZone(seconds: number, abbreviation = ''): TimeZone {
  const shown = abbreviation || formatOffset(seconds, '');
  return { name: '', offsetAt: () => seconds, abbreviationAt: () => shown };
}

/** Finds a zone of the IANA database; `undefined` if there is none. */
export function findZone(name: string): TimeZone | undefined {
  if (name === '' || name === 'UTC') return utcZone;
  try {
    return createNamedZone(name);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const OFFSET_RE = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** Each variant of English knows abbreviations of different zones; their order hardly matters. */
const LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-IN', 'en-ZA', 'en-NZ'];

function createNamedZone(timeZone: string): TimeZone {
  const offsets = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const offsetAt = (moment: number): number => {
    const [, sign, hours, minutes, seconds] = OFFSET_RE.exec(offsets.format(moment)) ?? [];
    const size = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
    return sign === '-' ? -size : size;
  };
  const abbreviationAt = (moment: number): string => {
    for (const locale of LOCALES) {
      const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(
        moment,
      );
      const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
      if (/^[A-Z]{3,5}$/.test(name)) return name;
    }
    return formatOffset(offsetAt(moment), '').replace(/00$/, '');
  };
  return { name: timeZone, offsetAt, abbreviationAt };
}

/** Formats an offset: `+05:30` with a colon as the separator, `+0530` without. */
export function formatOffset(seconds: number, separator: string): string {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
}

/** Finds the moment at which a clock in a zone shows a time, given as if it were UTC. */
export function resolveClock(clock: number, zone: TimeZone): number {
  // A time that is out of range has no zone.
  if (Number.isNaN(clock)) return clock;
  const first = clock - zone.offsetAt(clock) * 1000;
  return clock - zone.offsetAt(first) * 1000;
}
