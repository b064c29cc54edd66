/** Comma-separated values, by the rules of Go's encoding/csv. */
import { expect, test } from 'vitest';
import { type CsvOptions, parseCsv } from '../src/csv.ts';

test.each([
  ['', []],
  ['a', [['a']]],
  ['a,b\r\nc,d\r\n', [['a', 'b'], ['c', 'd']]],
  ['a,\n,b\n', [['a', ''], ['', 'b']]],
  [',', [['', '']]],
  ['a\n\nb\n', [['a'], ['b']]],
  ['"a, ""b""","c\nd"\n', [['a, "b"', 'c\nd']]],
  ['""\n', [['']]],
  ['\uFEFFa, b \n', [['a', ' b ']]],
])('%j', (text, rows) => {
  expect(parseCsv(text)).toEqual(rows);
}); // prettier-ignore

test.each([
  ['a"b', 0],
  ['a,"b', 2],
  ['a\n"b"c', 2],
])('%j is none', (text, offset) => {
  expect(() => parseCsv(text)).toThrow(expect.objectContaining({ offset }));
});

const options = (changed: Partial<CsvOptions>): CsvOptions => ({
  delimiter: ',',
  comment: '',
  isLazy: false,
  ...changed,
});

test.each([
  ['a;b\n1;2', { delimiter: ';' }, [['a', 'b'], ['1', '2']]],
  ['#x,y\na\n #b', { comment: '#' }, [['a'], [' #b']]],
  ['a"b,c', { isLazy: true }, [['a"b', 'c']]],
  ['"a"b",c', { isLazy: true }, [['a"b', 'c']]],
  ['"a', { isLazy: true }, [['a']]],
  ['a\r\n\r\n"b\r\nc"\r\n', {}, [['a'], ['b\nc']]],
  ['a\r,b\r', {}, [['a\r', 'b']]],
  [' \nb', {}, [[' '], ['b']]],
])('%j with %j', (text, changed, rows) => {
  expect(parseCsv(text, options(changed))).toEqual(rows);
}); // prettier-ignore

test('rows of different lengths', () => {
  expect(() => parseCsv('a,b\n\n1\n')).toThrow('record on line 3: wrong number of fields');
});
