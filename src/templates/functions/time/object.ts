/** Go's `time.Time`: dates in templates. */
import { MONTHS, WEEKDAYS, ZonedDate } from '../../../dates.ts';
import { formatValue } from '../../gotemplate/print.ts';
import { GoObject, TemplateFailure } from '../../gotemplate/values.ts';
import { toInteger, toNumber, toText } from '../values/conversions.ts';
import { GoDuration } from './duration.ts';
import { NamedInteger } from '../values/go-integer.ts';
import { type ClockTime, formatLayout } from './layout.ts';
import { createFixedZone, resolveClock, type TimeZone, utcZone } from './zone.ts';

const DAY = 86_400_000;

/** January 1 of year 1, the value of an unset date. */
const ZERO = -62_135_596_800_000;

/** Go's format when it prints a time. */
const STRING_LAYOUT = '2006-01-02 15:04:05.999999999 -0700 MST';

/** A moment with a time zone. */
export class GoTime extends GoObject {
  readonly typeName = 'time.Time';
  /** Milliseconds since 1970; `#rest` has the nanoseconds below them. */
  readonly #moment: number;
  readonly #rest: number;
  readonly #zone: TimeZone;

  constructor(date: Date, zone: TimeZone = utcZone, nanoseconds = 0) {
    super();
    this.#moment = date.getTime();
    this.#rest = nanoseconds;
    this.#zone = zone;
  }

  /** The time that means "no date". */
  static zero(): GoTime {
    return new GoTime(new Date(ZERO));
  }

  /** Creates a time from a date of the author: with its own offset, or else in `zone`. */
  static of(date: Date, zone: TimeZone = utcZone): GoTime {
    if (!(date instanceof ZonedDate)) return new GoTime(date, zone);
    return new GoTime(date, createOffsetZone(date.offset, date.abbreviation));
  }

  /** Creates a time from a computed moment, which may be outside the range of JavaScript dates. */
  static at(moment: number, zone: TimeZone, nanoseconds = 0): GoTime {
    if (Number.isNaN(new Date(moment).getTime())) throw new TemplateFailure('the time is out of range');
    return new GoTime(new Date(moment), zone, nanoseconds);
  }

  /** The moment, truncated to milliseconds. */
  get date(): Date {
    return new Date(this.#moment);
  }

  /** Whole seconds since 1970. */
  get seconds(): number {
    return Math.floor(this.#moment / 1000);
  }

  get nanoseconds(): bigint {
    return BigInt(this.#moment) * 1_000_000n + BigInt(this.#rest);
  }

  get isZero(): boolean {
    return this.#moment === ZERO && this.#rest === 0;
  }

  /** The calendar and clock in its zone. */
  get clock(): ClockTime {
    const offset = this.#zone.offsetAt(this.#moment);
    const shown = new Date(this.#moment + offset * 1000);
    const year = shown.getUTCFullYear();
    return {
      year,
      month: shown.getUTCMonth() + 1,
      day: shown.getUTCDate(),
      hour: shown.getUTCHours(),
      minute: shown.getUTCMinutes(),
      second: shown.getUTCSeconds(),
      nanosecond: shown.getUTCMilliseconds() * 1_000_000 + this.#rest,
      weekday: shown.getUTCDay(),
      yearDay: Math.floor((shown.getTime() - startOfYear(year)) / DAY) + 1,
      offset,
      zone: this.#zone.abbreviationAt(this.#moment),
    };
  }

  /** Returns the same moment in another zone. */
  inZone(zone: TimeZone): GoTime {
    return new GoTime(this.date, zone, this.#rest);
  }

  /** Formats the time by a layout of Go. */
  format(layout: string): string {
    return formatLayout(this.clock, layout);
  }

  member(name: string): unknown {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    return method && ((...values: readonly unknown[]): unknown => method(this, ...values));
  }

  override memberNames(): readonly string[] {
    return Object.keys(methods);
  }

  override toString(): string {
    return this.format(STRING_LAYOUT);
  }

  toJSON(): string {
    return this.format('2006-01-02T15:04:05.999999999Z07:00');
  }

  /** In Hugo, the zero time is false for `if` and `with`. */
  override get isTrue(): boolean {
    return !this.isZero;
  }

  /** Adds nanoseconds. */
  plus(nanoseconds: number): GoTime {
    const total = this.#rest + nanoseconds;
    const moment = this.#moment + Math.floor(total / 1e6);
    return GoTime.at(moment, this.#zone, ((total % 1e6) + 1e6) % 1e6);
  }

  /** Adds years, months and days, at the same time of day. */
  plusDate(years: number, months: number, days: number): GoTime {
    const { year, month, day, hour, minute, second, nanosecond } = this.clock;
    const clock = new Date(0);
    clock.setUTCFullYear(year + years, month - 1 + months, day + days);
    clock.setUTCHours(hour, minute, second, Math.floor(nanosecond / 1e6));
    return GoTime.at(resolveClock(clock.getTime(), this.#zone), this.#zone, this.#rest);
  }

  /** Truncates or rounds the time to whole units since year 1. */
  toUnit(unit: number, round: (parts: number) => number): GoTime {
    if (unit <= 0) return this;
    const since = Number(this.nanoseconds - BigInt(ZERO) * 1_000_000n);
    const moment = Math.floor((round(since / unit) * unit) / 1e6) + ZERO;
    return GoTime.at(moment, this.#zone);
  }
}

function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}

/** Creates the zone of a written offset: UTC without an offset, unless it has another name. */
export function createOffsetZone(seconds: number, abbreviation = ''): TimeZone {
  const isUtc = seconds === 0 && ['', 'UTC'].includes(abbreviation);
  return isUtc ? utcZone : createFixedZone(seconds, abbreviation);
}

/** Methods of a time, by Go's names. */
const methods: Readonly<Record<string, (time: GoTime, ...values: readonly unknown[]) => unknown>> = {
  Year: (time) => time.clock.year,
  Month: ({ clock }) => new NamedInteger('time.Month', clock.month, MONTHS[clock.month - 1] ?? ''),
  Day: (time) => time.clock.day,
  Hour: (time) => time.clock.hour,
  Minute: (time) => time.clock.minute,
  Second: (time) => time.clock.second,
  Nanosecond: (time) => time.clock.nanosecond,
  Weekday: ({ clock }) => new NamedInteger('time.Weekday', clock.weekday, WEEKDAYS[clock.weekday] ?? ''),
  YearDay: (time) => time.clock.yearDay,
  Unix: (time) => time.seconds,
  UnixMilli: (time) => time.date.getTime(),
  UnixMicro: (time) => Number(time.nanoseconds / 1000n),
  UnixNano: (time) => Number(time.nanoseconds),
  Format: (time, layout) => time.format(toText(layout)),
  Before: (time, other) => time.nanoseconds < toTime(other).nanoseconds,
  After: (time, other) => time.nanoseconds > toTime(other).nanoseconds,
  Equal: (time, other) => time.nanoseconds === toTime(other).nanoseconds,
  Compare: (time, other) => Math.sign(Number(time.nanoseconds - toTime(other).nanoseconds)),
  Add: (time, duration) => time.plus(toNumber(duration)),
  AddDate: (time, years, months, days) => time.plusDate(toInteger(years), toInteger(months), toInteger(days)),
  Sub: (time, other) => new GoDuration(Number(time.nanoseconds - toTime(other).nanoseconds)),
  Round: (time, unit) => time.toUnit(toNumber(unit), Math.round),
  Truncate: (time, unit) => time.toUnit(toNumber(unit), Math.floor),
  IsZero: (time) => time.isZero,
  UTC: (time) => time.inZone(utcZone),
  // Builds must be the same on every machine, so the machine's time zone is ignored.
  Local: (time) => time.inZone(utcZone),
  Location: (time) => time.clock.zone,
  String: (time) => time.toString(),
};

function toTime(value: unknown): GoTime {
  if (value instanceof GoTime) return value;
  if (value instanceof Date) return GoTime.of(value);
  throw new TemplateFailure(`expected a time, got ${formatValue(value)}`, 'Convert it with time.AsTime.');
}
