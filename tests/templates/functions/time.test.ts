/** Times, as Go and Hugo write and read them. */
import { describe, expect, test } from 'vitest';
import { parseDuration } from '../../../src/templates/functions/time/duration.ts';
import { GoTime } from '../../../src/templates/functions/time/object.ts';
import { findZone } from '../../../src/templates/functions/time/zone.ts';
import { call, makeHost } from './fake-host.ts';

const AFTERNOON = new GoTime(new Date('2024-02-05T15:04:09.120Z'));

/** Calls a method of a time. */
function method(time: unknown, name: string, ...values: readonly unknown[]): unknown {
  const member = (time as GoTime).member(name);
  return (member as (...values: readonly unknown[]) => unknown)(...values);
}

describe('layouts', () => {
  test.each([
    ['2006-01-02', '2024-02-05'],
    ['Jan 2, 2006', 'Feb 5, 2024'],
    ['Monday, January 2, 2006', 'Monday, February 5, 2024'],
    ['Mon 02/01/06', 'Mon 05/02/24'],
    ['3:04 PM', '3:04 PM'],
    ['03:4:5 pm', '03:4:9 pm'],
    ['15:04:05.000', '15:04:09.120'],
    ['15:04:05.999999', '15:04:09.12'],
    ['15h 1 _2 002', '15h 2  5 036'],
    ['2006-01-02T15:04:05Z07:00', '2024-02-05T15:04:09Z'],
    ['-07:00 -0700 -07 MST', '+00:00 +0000 +00 UTC'],
    ['January', 'February'],
    ['the 2nd of Jan', 'the 5nd of Feb'],
    ['Janus and Monster', 'Janus and Monster'],
    ['', ''],
  ])('%s', (layout, result) => {
    expect(method(AFTERNOON, 'Format', layout)).toBe(result);
  });

  test('a time is printed as Go prints it', () => {
    expect(String(AFTERNOON)).toBe('2024-02-05 15:04:09.12 +0000 UTC');
    expect(String(AFTERNOON.inZone(findZone('Europe/Oslo')!))).toBe('2024-02-05 16:04:09.12 +0100 CET');
    expect(String(GoTime.zero())).toBe('0001-01-01 00:00:00 +0000 UTC');
    expect(String(call('time.AsTime', ['2024-02-05T15:04:09+05:30']))).toBe(
      '2024-02-05 15:04:09 +0530 +0530',
    );
  });
});

describe('dateFormat', () => {
  test.each([
    [':date_full', 'Monday, February 5, 2024'],
    [':date_long', 'February 5, 2024'],
    [':date_medium', 'Feb 5, 2024'],
    [':date_short', '2/5/24'],
    [':time_full', '3:04:09 pm UTC'],
    [':time_long', '3:04:09 pm UTC'],
    [':time_medium', '3:04:09 pm'],
    [':time_short', '3:04 pm'],
    ['Jan 2006', 'Feb 2024'],
  ])('%s', (layout, result) => {
    expect(call('dateFormat', [layout, AFTERNOON])).toBe(result);
  });

  test('in another language', () => {
    const host = makeHost({ language: () => 'de' });
    expect(call('time.Format', ['Monday, 2. January 2006', AFTERNOON], host)).toBe('Montag, 5. Februar 2024');
    expect(call('time.Format', [':date_long', AFTERNOON], host)).toBe('5. Februar 2024');
  });
});

describe('texts that are times', () => {
  test.each([
    ['2024-02-05', '2024-02-05 00:00:00 +0000 UTC'],
    ['2024-02-05T15:04:09', '2024-02-05 15:04:09 +0000 UTC'],
    ['2024-02-05 15:04:09', '2024-02-05 15:04:09 +0000 UTC'],
    ['2024-02-05T15:04:09.5Z', '2024-02-05 15:04:09.5 +0000 UTC'],
    ['2024-02-05T15:04:09.123456789Z', '2024-02-05 15:04:09.123456789 +0000 UTC'],
    ['2024-02-05T15:04:09-07:00', '2024-02-05 15:04:09 -0700 -0700'],
    ['2024-02-05 15:04:09 +0000 UTC', '2024-02-05 15:04:09 +0000 UTC'],
    ['Mon, 05 Feb 2024 15:04:09 +0100', '2024-02-05 15:04:09 +0100 +0100'],
    ['05 Feb 2024', '2024-02-05 00:00:00 +0000 UTC'],
    [1707145449, '2024-02-05 15:04:09 +0000 UTC'],
  ])('%s', (text, result) => {
    expect(String(call('time.AsTime', [text]))).toBe(result);
    expect(String(call('time', [text]))).toBe(result);
  });

  test('a time without a zone is in the one of the site, or in the one that is named', () => {
    const host = makeHost({ timeZone: 'Europe/Oslo' });
    expect(String(call('time.AsTime', ['2024-07-05'], host))).toBe('2024-07-05 00:00:00 +0200 CEST');
    expect(String(call('time.AsTime', ['2024-01-05', 'America/New_York'], host))).toBe(
      '2024-01-05 00:00:00 -0500 EST',
    );
    expect(String(call('time.In', ['Asia/Kolkata', call('time.AsTime', ['2024-01-05'])]))).toMatch(
      /^2024-01-05 05:30:00 \+0530 /,
    );
  });

  test.each([['tomorrow'], ['2024-02-30'], ['2024-13-01'], ['']])('%j is none', (text) => {
    expect(() => call('time.AsTime', [text])).toThrow('unable to parse date');
  });

  test('a zone that there is not', () => {
    expect(() => call('time.AsTime', ['2024-01-01', 'Moon/Crater'])).toThrow('unknown time zone Moon/Crater');
  });
});

describe('methods', () => {
  test.each<[name: string, values: readonly unknown[], result: unknown]>([
    ['Year', [], 2024],
    ['Day', [], 5],
    ['Hour', [], 15],
    ['Minute', [], 4],
    ['Second', [], 9],
    ['Nanosecond', [], 120_000_000],
    ['YearDay', [], 36],
    ['Unix', [], 1707145449],
    ['UnixMilli', [], 1707145449120],
    ['IsZero', [], false],
    ['Before', [new GoTime(new Date())], true],
    ['After', [new GoTime(new Date())], false],
    ['Equal', [AFTERNOON], true],
  ])('%s', (name, values, result) => {
    expect(method(AFTERNOON, name, ...values)).toBe(result);
  });

  test('sums and differences', () => {
    expect(String(method(AFTERNOON, 'AddDate', 0, 1, 25))).toBe('2024-03-30 15:04:09.12 +0000 UTC');
    expect(String(method(AFTERNOON, 'Add', parseDuration('-1h0.5s')))).toBe(
      '2024-02-05 14:04:08.62 +0000 UTC',
    );
    expect(String(method(AFTERNOON, 'Sub', new GoTime(new Date('2024-02-05T00:00:00Z'))))).toBe('15h4m9.12s');
    expect(String(method(AFTERNOON, 'Weekday'))).toBe('Monday');
    expect(() => method(AFTERNOON, 'AddDate', 1e6, 0, 0)).toThrow('the time is out of range');
    expect(AFTERNOON.member('Nope')).toBeUndefined();
  });

  test('now', () => {
    expect(String(call('now', []))).toBe('2026-03-14 09:26:53 +0000 UTC');
  });
});

describe('durations', () => {
  test.each([
    ['1h30m', '1h30m0s'],
    ['90s', '1m30s'],
    ['1.5s', '1.5s'],
    ['300ms', '300ms'],
    ['15us', '15µs'],
    ['-2m', '-2m0s'],
    ['0', '0s'],
  ])('%s', (text, result) => {
    expect(String(call('time.ParseDuration', [text]))).toBe(result);
  });

  test('of a unit', () => {
    expect(String(call('duration', ['second', 3600]))).toBe('1h0m0s');
    expect(() => call('duration', ['year', 1])).toThrow('"year" is not a valid duration unit');
    expect(() => call('time.ParseDuration', ['1 hour'])).toThrow('invalid duration');
  });
});
