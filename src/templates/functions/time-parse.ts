/** Reads times: every form that Hugo takes for one. */
import { TemplateFailure } from '../gotemplate/values.ts';
import { numberOf, readText, typeNameOf } from './conversions.ts';
import { LAYOUT_RE, MONTHS, WEEKDAYS } from './time-layout.ts';
import { GoTime } from './time-object.ts';
import { makeFixedZone, resolveClock, type TimeZone, utcZone } from './time-zone.ts';

/** The forms of texts that are taken for times, the likely ones first. Source: the layouts of Go and of spf13/cast. */
const LAYOUTS: readonly string[] = [
  '2006-01-02T15:04:05Z07:00',
  '2006-01-02T15:04:05',
  '2006-01-02',
  '2006-01-02 15:04:05',
  '2006-01-02 15:04:05Z07:00',
  '2006-01-02 15:04:05 -07:00',
  '2006-01-02 15:04:05 -0700',
  '2006-01-02 15:04:05 -0700 MST',
  '2006-01-02 15:04:05Z0700',
  '2006-01-02T15:04:05-0700',
  'Mon, 02 Jan 2006 15:04:05 -0700',
  'Mon, 02 Jan 2006 15:04:05 MST',
  '02 Jan 06 15:04 -0700',
  '02 Jan 06 15:04 MST',
  'Monday, 02-Jan-06 15:04:05 MST',
  'Mon Jan _2 15:04:05 2006',
  'Mon Jan _2 15:04:05 MST 2006',
  'Mon Jan 02 15:04:05 -0700 2006',
  '02 Jan 2006',
  '3:04PM',
  'Jan _2 15:04:05',
];

/** A value as a time; times without a zone are in the one that is given. Texts, dates and seconds since 1970 are. */
export function toTime(value: unknown, zone: TimeZone = utcZone): GoTime {
  if (value instanceof GoTime) return value;
  if (value instanceof Date) return new GoTime(value, zone);
  const seconds = numberOf(value);
  if (seconds !== undefined) return GoTime.at(Math.trunc(seconds) * 1000, zone);
  const text = value === undefined || value === null ? undefined : readText(value);
  if (text === undefined)
    throw new TemplateFailure(`unable to cast a value of type ${typeNameOf(value)} to Time`);
  const time = parseTime(text, zone);
  if (time) return time;
  throw new TemplateFailure(
    `unable to parse date: ${text}`,
    'Write it as 2026-03-14 or as 2026-03-14T09:30:00Z.',
  );
}

function parseTime(text: string, zone: TimeZone): GoTime | undefined {
  for (const layout of LAYOUTS) {
    const time = parseLayout(text, layout, zone);
    if (time) return time;
  }
  return undefined;
}

/** What a part of a layout matches, and which part of a time it is. */
const readers: Readonly<Record<string, readonly [pattern: string, part: string]>> = {
  January: [MONTHS.join('|'), 'monthName'],
  Jan: [MONTHS.map((name) => name.slice(0, 3)).join('|'), 'monthName'],
  Monday: [WEEKDAYS.join('|'), 'weekday'],
  Mon: [WEEKDAYS.map((name) => name.slice(0, 3)).join('|'), 'weekday'],
  MST: ['[A-Z]{3,5}|[+-]\\d{2,4}', 'zone'],
  '2006': ['\\d{4}', 'year'],
  '06': ['\\d{2}', 'shortYear'],
  '01': ['\\d{2}', 'month'],
  '02': ['\\d{2}', 'day'],
  _2: [' ?\\d{1,2}', 'day'],
  '15': ['\\d{2}', 'hour'],
  '3': ['\\d{1,2}', 'hour'],
  '04': ['\\d{2}', 'minute'],
  // Go takes a fraction behind the seconds, whether or not the layout has one.
  '05': ['\\d{2}(?:[.,]\\d+)?', 'second'],
  PM: ['[AP]M', 'half'],
};

/** Reads a text by a layout; `undefined` where it is written otherwise, or where there is no such day. */
function parseLayout(text: string, layout: string, zone: TimeZone): GoTime | undefined {
  const found = patternOf(layout).exec(text)?.groups;
  if (!found) return undefined;
  const { year, month, day, second = '0', offset } = found;
  const monthNumber = month ? Number(month) : monthOf(found['monthName']);
  const fraction = (second.split(/[.,]/)[1] ?? '').padEnd(9, '0').slice(0, 9);
  const clock = new Date(0);
  clock.setUTCFullYear(yearOf(year, found['shortYear']), monthNumber - 1, Number(day ?? 1));
  if (clock.getUTCMonth() !== monthNumber - 1) return undefined;
  const [hour, minute] = [hourOf(found['hour'], found['half']), Number(found['minute'] ?? 0)];
  if (hour > 23 || minute > 59 || Number.parseInt(second, 10) > 59) return undefined;
  clock.setUTCHours(hour, minute, Number.parseInt(second, 10), Number(fraction.slice(0, 3)));
  const ownZone = zoneOf(offset, found['zone']) ?? zone;
  return new GoTime(new Date(resolveClock(clock.getTime(), ownZone)), ownZone, Number(fraction.slice(3)));
}

function patternOf(layout: string): RegExp {
  const pattern = layout.replace(LAYOUT_RE, (token) => {
    const [inner, part] = readers[token] ?? ['Z|[+-]\\d{2}:?\\d{2}', 'offset'];
    return `(?<${part}>${inner})`;
  });
  return new RegExp(`^${pattern}$`);
}

const yearOf = (year: string | undefined, short: string | undefined): number =>
  // As in Go, two digits from 69 on are of the last century, and no year at all is the year 0.
  short ? Number(short) + (Number(short) >= 69 ? 1900 : 2000) : Number(year ?? 0);

const monthOf = (name: string | undefined): number =>
  name ? MONTHS.findIndex((month) => month.startsWith(name)) + 1 : 1;

function hourOf(hour: string | undefined, half: string | undefined): number {
  const number = Number(hour ?? 0);
  if (half === undefined) return number;
  return (number % 12) + (half === 'PM' ? 12 : 0);
}

function zoneOf(offset: string | undefined, name: string | undefined): TimeZone | undefined {
  if (offset === 'Z') return utcZone;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset ?? '') ?? [];
  if (sign === undefined) return name ? (name === 'UTC' ? utcZone : makeFixedZone(0, name)) : undefined;
  const seconds = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === '-' ? -1 : 1);
  return seconds === 0 && (name === undefined || name === 'UTC') ? utcZone : makeFixedZone(seconds, name);
}
