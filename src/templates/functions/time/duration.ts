/** `time.Duration` of Go. */
import { NANOSECONDS, readDuration } from '../../../durations.ts';
import { TemplateFailure } from '../../gotemplate/values.ts';
import { createFloat, toNumber } from '../values/conversions.ts';
import { GoInteger } from '../values/go-integer.ts';

/** Unit names in `duration "minute" 5`, and in strings such as `1h30m`. */
const UNITS: Readonly<Record<string, number>> = {
  ...NANOSECONDS,
  nanosecond: NANOSECONDS.ns,
  microsecond: NANOSECONDS.us,
  millisecond: NANOSECONDS.ms,
  second: NANOSECONDS.s,
  minute: NANOSECONDS.m,
  hour: NANOSECONDS.h,
};

/** A duration. Nanoseconds are exact up to 104 days. */
export class GoDuration extends GoInteger {
  readonly typeName = 'time.Duration';
  /** In nanoseconds. */
  readonly value: number;

  constructor(nanoseconds: number) {
    super();
    this.value = Math.trunc(nanoseconds);
  }

  readonly #methods: Readonly<Record<string, (value: unknown) => unknown>> = {
    Hours: () => createFloat(this.value / NANOSECONDS.h),
    Minutes: () => createFloat(this.value / NANOSECONDS.m),
    Seconds: () => createFloat(this.value / NANOSECONDS.s),
    Milliseconds: () => Math.trunc(this.value / NANOSECONDS.ms),
    Microseconds: () => Math.trunc(this.value / NANOSECONDS.us),
    Nanoseconds: () => this.value,
    Abs: () => new GoDuration(Math.abs(this.value)),
    Round: (unit) => this.#to(unit, (parts) => Math.sign(parts) * Math.round(Math.abs(parts))),
    Truncate: (unit) => this.#to(unit, Math.trunc),
    String: () => this.toString(),
  };

  member(name: string): unknown {
    return Object.hasOwn(this.#methods, name) ? this.#methods[name] : undefined;
  }

  override toString(): string {
    return formatDuration(this.value);
  }

  #to(unit: unknown, round: (parts: number) => number): GoDuration {
    const size = toNumber(unit);
    return size <= 0 ? this : new GoDuration(round(this.value / size) * size);
  }
}

/** Formats a duration as Go does: `1h30m0s`, `1.5s`, `2ms`. */
function formatDuration(nanoseconds: number): string {
  if (nanoseconds === 0) return '0s';
  const sign = nanoseconds < 0 ? '-' : '';
  const size = Math.abs(nanoseconds);
  if (size < NANOSECONDS.us) return `${sign}${size}ns`;
  if (size < NANOSECONDS.ms) return `${sign}${size / NANOSECONDS.us}µs`;
  if (size < NANOSECONDS.s) return `${sign}${size / NANOSECONDS.ms}ms`;
  const hours = Math.floor(size / NANOSECONDS.h);
  const minutes = Math.floor((size % NANOSECONDS.h) / NANOSECONDS.m);
  const seconds = (size % NANOSECONDS.m) / NANOSECONDS.s;
  return `${sign}${hours > 0 ? `${hours}h` : ''}${size >= NANOSECONDS.m ? `${minutes}m` : ''}${seconds}s`;
}

/** Parses `1h30m`, `-1.5h`, `300ms`. */
export function parseDuration(text: string): GoDuration {
  const nanoseconds = readDuration(text);
  if (nanoseconds === undefined) {
    throw new TemplateFailure(
      `time: invalid duration ${JSON.stringify(text)}`,
      'Use a number and a unit, such as 1h30m, 45s or 300ms.',
    );
  }
  return new GoDuration(nanoseconds);
}

/** Creates a duration from a unit: `duration "minute" 5`. */
export function createDuration(unit: string, count: number): GoDuration {
  const size = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  if (size === undefined) {
    throw new TemplateFailure(
      `${JSON.stringify(unit)} is not a valid duration unit`,
      'Use one of hour, minute, second, millisecond, microsecond, nanosecond.',
    );
  }
  return new GoDuration(count * size);
}
