/** Go's time layouts: examples of how 3:04:05 PM on Monday, January 2, 2006 would be written. */
import { LAYOUT_RE, MONTHS, WEEKDAYS } from '../../../dates.ts';
import { formatOffset } from './zone.ts';

/** A moment in a calendar and on a clock. */
export interface ClockTime {
  readonly year: number;
  /** Starts at 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
  /** Starts at 0 for Sunday. */
  readonly weekday: number;
  /** Starts at 1. */
  readonly yearDay: number;
  /** Seconds east of UTC. */
  readonly offset: number;
  readonly zone: string;
}

const pad = (value: number, width = 2, fill = '0'): string => String(value).padStart(width, fill);
const hour12 = (hour: number): number => hour % 12 || 12;

/** Writers of the parts of a layout. */
const writers: Readonly<Record<string, (time: ClockTime) => string>> = {
  January: (time) => MONTHS[time.month - 1] ?? '',
  Jan: (time) => (MONTHS[time.month - 1] ?? '').slice(0, 3),
  Monday: (time) => WEEKDAYS[time.weekday] ?? '',
  Mon: (time) => (WEEKDAYS[time.weekday] ?? '').slice(0, 3),
  MST: (time) => time.zone,
  '2006': (time) => (time.year < 0 ? `-${pad(-time.year, 4)}` : pad(time.year, 4)),
  '06': (time) => pad(Math.abs(time.year) % 100),
  '01': (time) => pad(time.month),
  '1': (time) => String(time.month),
  '02': (time) => pad(time.day),
  '2': (time) => String(time.day),
  _2: (time) => pad(time.day, 2, ' '),
  '002': (time) => pad(time.yearDay, 3),
  __2: (time) => pad(time.yearDay, 3, ' '),
  '15': (time) => pad(time.hour),
  '03': (time) => pad(hour12(time.hour)),
  '3': (time) => String(hour12(time.hour)),
  '04': (time) => pad(time.minute),
  '4': (time) => String(time.minute),
  '05': (time) => pad(time.second),
  '5': (time) => String(time.second),
  PM: (time) => (time.hour < 12 ? 'AM' : 'PM'),
  pm: (time) => (time.hour < 12 ? 'am' : 'pm'),
};

/** Formats a time by a layout: `Jan 2, 2006`. */
export function formatLayout(time: ClockTime, layout: string): string {
  return layout.replace(LAYOUT_RE, (token) => {
    const write = Object.hasOwn(writers, token) ? writers[token] : undefined;
    if (write) return write(time);
    return token.startsWith('.') || token.startsWith(',')
      ? writeFraction(time, token)
      : writeOffset(time, token);
  });
}

/** Writes a fraction: `.000` with all digits, `.999` without trailing zeros, or not at all if none remain. */
function writeFraction(time: ClockTime, token: string): string {
  const digits = pad(time.nanosecond, 9).slice(0, token.length - 1);
  if (token.includes('0')) return `${token[0]}${digits}`;
  const short = digits.replace(/0+$/, '');
  return short === '' ? '' : `${token[0]}${short}`;
}

/** Writes an offset: in UTC, `Z07:00` is `Z` and `-07:00` is `+00:00`. */
function writeOffset(time: ClockTime, token: string): string {
  if (token.startsWith('Z') && time.offset === 0) return 'Z';
  const offset = formatOffset(time.offset, token.includes(':') ? ':' : '');
  return token.length === 3 ? offset.slice(0, 3) : offset;
}
