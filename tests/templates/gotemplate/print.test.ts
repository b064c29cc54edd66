/** Go's `fmt`. Expected texts are what Go prints. */
import { describe, expect, test } from 'vitest';
import { formatValue, sprint, sprintf, sprintln } from '../../../src/templates/gotemplate/print.ts';
import { quote, unquote } from '../../../src/templates/gotemplate/quote.ts';
import { Float, GoObject, SafeText } from '../../../src/templates/gotemplate/values.ts';

class Month extends GoObject {
  readonly typeName = 'time.Month';

  member(): undefined {
    return undefined;
  }

  override valueOf(): number {
    return 3;
  }

  override toString(): string {
    return 'March';
  }
}

describe('sprintf', () => {
  test.each<[string, unknown[], string]>([
    ['%v %v %v', [1, 'a', true], '1 a true'],
    ['%d|%5d|%-5d|%05d|%+d|% d', [1, 2, 3, 4, 5, 6], '1|    2|3    |00004|+5| 6'],
    ['%06d', [-12], '-00012'],
    ['%x %X %#x %o %O %b %#b', [255, 255, 255, 8, 8, 5, 5], 'ff FF 0xff 10 0o10 101 0b101'],
    ['%c %q %U %#U', [65, 65, 128512, 65], "A 'A' U+1F600 U+0041 'A'"],
    ['%s|%5s|%-5s|%.2s|%q', ['a', 'b', 'c', 'hello', 'q"\n'], 'a|    b|c    |he|"q\\"\\n"'],
    ['%x % x %X %#x', ['hé', 'ab', 'z', 'ab'], '68c3a9 61 62 7A 0x6162'],
    ['%#q %#q %+q', ['a', '`', 'é'], '`a` "`" "\\u00e9"'],
    [
      '%f %.2f %8.3f|%-8.1f|%08.2f',
      [1.5, 1.005, 3.2468, 2.5, -1.5],
      '1.500000 1.00    3.247|2.5     |-0001.50',
    ],
    ['%.0f %.0f %.1f', [0.5, 1.5, 0.25], '0 2 0.2'],
    ['%e %.2e %E', [123456.789, 0.00012, 1.5], '1.234568e+05 1.20e-04 1.500000E+00'],
    ['%g %g %g %.3g', [100000.5, new Float(1e6), 1e-5, 1234.5678], '100000.5 1e+06 1e-05 1.23e+03'],
    ['%t %t', [true, false], 'true false'],
    ['%T %T %T %T %T', [1, 1.5, 'x', ['a'], { a: 1 }], 'int float64 string []string map[string]interface {}'],
    ['%T %T %T', [null, new SafeText('html', ''), [1, 'a']], '<nil> template.HTML []interface {}'],
    ['%v %d %s', [['a', 'b'], [1, 2], ['x']], '[a b] [1 2] [x]'],
    ['%#v %#v %#v', ['a', ['a'], { b: 1 }], '"a" []string{"a"} map[string]interface {}{"b":1}'],
    ['%02d %s %v', [new Month(), new Month(), new Month()], '03 March March'],
    ['%5t|%6v|%-6v|', [true, null, [1]], ' true| <nil>|[1     ]|'],
    ['100%% %d', [1], '100% 1'],
    ['%*d|%-*d|%.*f', [4, 1, 3, 2, 1, 2.55], '   1|2  |2.5'],
    ['%[2]d %[1]d', [1, 2], '2 1'],
    ['%d', ['x'], '%!d(string=x)'],
    ['%s %t', [1, 'x'], '%!s(int=1) %!t(string=x)'],
    ['%s %v', [null, null], '%!s(<nil>) <nil>'],
    ['%f', [1], '%!f(int=1)'],
    ['%z', [3], '%!z(int=3)'],
    ['%d %s', [1], '1 %!s(MISSING)'],
    ['%d', [1, 2, 'x'], '1%!(EXTRA int=2, string=x)'],
    ['%d', [1, null], '1%!(EXTRA <nil>)'],
    ['%', [], '%!(NOVERB)'],
    ['%[3]d', [1], '%!d(BADINDEX)'],
    ['%s', [[1, 'a']], '[%!s(int=1) a]'],
  ])('%j %j', (format, values, expected) => {
    expect(sprintf(format, values)).toBe(expected);
  });
});

describe('values in text', () => {
  test.each<[unknown, string]>([
    [undefined, '<nil>'],
    [{ b: 1, a: [1, null] }, 'map[a:[1 <nil>] b:1]'],
    [new Float(3), '3'],
    [1e21, '1e+21'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [1234567.5, '1.2345675e+06'],
    [9007199254740992, '9007199254740992'],
    [Infinity, '+Inf'],
    [-Infinity, '-Inf'],
    [Number.NaN, 'NaN'],
    [[], '[]'],
    [{}, 'map[]'],
  ])('%j', (value, expected) => {
    expect(formatValue(value)).toBe(expected);
  });

  test('Sprint puts a space between two values of which neither is a string', () => {
    expect(sprint([1, 2, 'a', 3, 4, 'b', 'c', new SafeText('html', 'd'), 5])).toBe('1 2a3 4bcd5');
    expect(sprintln([1, 'a'])).toBe('1 a\n');
  });
});

describe('quotes', () => {
  test.each([
    ['"a\\tb\\x41\\u00e9\\U0001F600\\101"', 'a\tbAé😀A'],
    ['"\\xc3\\xa9"', 'é'],
    ['`a\\n"b`', 'a\\n"b'],
    ["'\\''", "'"],
    ['"\\q"', undefined],
    ['"\\\'"', undefined],
  ])('%s', (text, expected) => {
    expect(unquote(text)).toBe(expected);
  });

  test('what is quoted reads back', () => {
    const text = 'a"b\\c\n\u0007\u200b\u{1F600}é\u0000';
    expect(unquote(quote(text))).toBe(text);
  });
});
