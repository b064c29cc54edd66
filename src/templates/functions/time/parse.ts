/** Parses times in every form that Hugo accepts. */
import { readDate } from '../../../dates.ts';
import { TemplateFailure } from '../../gotemplate/values.ts';
import { readFloat, readText, getTypeName } from '../values/conversions.ts';
import { GoTime, createOffsetZone } from './object.ts';
import { resolveClock, type TimeZone, utcZone } from './zone.ts';

/** Converts strings, dates and seconds since 1970 to a time; without a zone, in the given one. */
export function toTime(value: unknown, zone: TimeZone = utcZone): GoTime {
  if (value instanceof GoTime) return value;
  if (value instanceof Date) return GoTime.of(value, zone);
  const seconds = readFloat(value);
  if (seconds !== undefined) return GoTime.at(Math.trunc(seconds) * 1000, zone);
  const text = value === undefined || value === null ? undefined : readText(value);
  if (text === undefined)
    throw new TemplateFailure(`unable to cast a value of type ${getTypeName(value)} to Time`);
  const time = parseTime(text, zone);
  if (time) return time;
  throw new TemplateFailure(
    `unable to parse date: ${text}`,
    'Use a date such as 2026-03-14 or 2026-03-14T09:30:00Z.',
  );
}

/** Parses a time. Without an offset it is in the given zone, whatever zone abbreviation follows. */
function parseTime(text: string, zone: TimeZone): GoTime | undefined {
  const written = readDate(text);
  if (!written) return undefined;
  const { clock, nanoseconds, offset, abbreviation } = written;
  const own = offset === undefined ? zone : createOffsetZone(offset, abbreviation);
  return new GoTime(new Date(resolveClock(clock, own)), own, nanoseconds);
}
