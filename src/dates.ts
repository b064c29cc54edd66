/** Parses dates in every format that Hugo accepts, and keeps their UTC offsets. */

export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const WEEKDAYS: readonly string[] = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];

/** Elements of Go's date layouts; longer ones come before their prefixes. */
export const LAYOUT_RE =
  /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|2006|[Z-]07(?::?00){0,2}|002|0[1-6]|15|__2|_2(?!006)|PM|pm|[1-5]|[.,](?:0+|9+)(?!\d)/g;

/** The accepted layouts, the most common first. Source: the layouts of Go and of spf13/cast. */
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

/** The pattern of each layout element, and the part of the date that it matches. */
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
  // As in Go, an hour may be a single digit.
  '15': ['\\d{1,2}', 'hour'],
  '3': ['\\d{1,2}', 'hour'],
  '04': ['\\d{2}', 'minute'],
  // Go accepts a fraction after the seconds even if the layout has none.
  '05': ['\\d{2}(?:[.,]\\d+)?', 'second'],
  PM: ['[AP]M', 'half'],
};

const PATTERNS: readonly RegExp[] = LAYOUTS.map((layout) => {
  const pattern = layout.replace(LAYOUT_RE, (token) => {
    const [inner, part] = readers[token] ?? ['Z|[+-]\\d{2}:?\\d{2}', 'offset'];
    return `(?<${part}>${inner})`;
  });
  return new RegExp(`^${pattern}$`, 'i');
});

/** A parsed date. */
export interface WrittenDate {
  /** The local date and time, in milliseconds since 1970 as if it were UTC. */
  readonly clock: number;
  /** The rest below a millisecond. */
  readonly nanoseconds: number;
  /** Seconds east of UTC; `undefined` without an offset. Hugo ignores the abbreviation of a time zone. */
  readonly offset: number | undefined;
  /** `CST` in `+0800 CST`; empty by default. */
  readonly abbreviation: string;
}

/** Parses a date in any format that Hugo accepts; `undefined` if the text is not one, or the day does not exist. */
export function readDate(text: string): WrittenDate | undefined {
  for (const pattern of PATTERNS) {
    const found = pattern.exec(text)?.groups;
    const date = found && readParts(found);
    if (date) return date;
  }
  return undefined;
}

function readParts(found: Readonly<Record<string, string | undefined>>): WrittenDate | undefined {
  const { year, month, day, second = '0' } = found;
  const monthNumber = month ? Number(month) : monthOf(found['monthName']);
  const fraction = (second.split(/[.,]/)[1] ?? '').padEnd(9, '0').slice(0, 9);
  const clock = new Date(0);
  clock.setUTCFullYear(yearOf(year, found['shortYear']), monthNumber - 1, Number(day ?? 1));
  if (clock.getUTCMonth() !== monthNumber - 1) return undefined;
  const [hour, minute] = [hourOf(found['hour'], found['half']), Number(found['minute'] ?? 0)];
  if (hour > 23 || minute > 59 || Number.parseInt(second, 10) > 59) return undefined;
  clock.setUTCHours(hour, minute, Number.parseInt(second, 10), Number(fraction.slice(0, 3)));
  return {
    clock: clock.getTime(),
    nanoseconds: Number(fraction.slice(3)),
    offset: readOffset(found['offset']),
    abbreviation: found['offset'] === undefined ? '' : (found['zone'] ?? ''),
  };
}

const yearOf = (year: string | undefined, short: string | undefined): number =>
  // As in Go, two digits from 69 on mean the 20th century, and a missing year is the year 0.
  short ? Number(short) + (Number(short) >= 69 ? 1900 : 2000) : Number(year ?? 0);

const monthOf = (name: string | undefined): number =>
  name ? MONTHS.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase())) + 1 : 1;

function hourOf(hour: string | undefined, half: string | undefined): number {
  const number = Number(hour ?? 0);
  if (half === undefined) return number;
  return (number % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

/** Parses `Z`, `+02:00` or `-0530` as seconds east of UTC. */
function readOffset(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(written) ?? [];
  const size = (Number(hours) * 60 + Number(minutes)) * 60;
  return sign === '-' && size > 0 ? -size : size;
}

/** A date with its own UTC offset, which is used to format it instead of the time zone of the site. */
export class ZonedDate extends Date {
  /** Seconds east of UTC. */
  readonly offset: number;
  /** `CST`; empty if only the offset is known. */
  readonly abbreviation: string;

  /** `moment` is in milliseconds since 1970. */
  constructor(moment: number, offset: number, abbreviation = '') {
    super(moment);
    this.offset = offset;
    this.abbreviation = abbreviation;
  }
}
