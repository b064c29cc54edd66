/** Numbers, comparisons, casts, paths and texts out of values, as Hugo has them. */
import { describe, expect, test } from 'vitest';
import { GoDuration } from '../../../src/templates/functions/time/duration.ts';
import { GoTime } from '../../../src/templates/functions/time/object.ts';
import { Float, SafeText } from '../../../src/templates/gotemplate/values.ts';
import { call, findFunction, makeHost } from './fake-host.ts';
import { createFunctions } from '../../../src/templates/functions/table.ts';

const float = (value: number): Float => new Float(value);
const html = (text: string): SafeText => new SafeText('html', text);

describe('numbers', () => {
  test.each<[name: string, values: readonly unknown[], result: unknown]>([
    ['add', [1, 2, 3], 6],
    ['add', [1, float(2)], float(3)],
    ['add', [1.5, 1], 2.5],
    ['add', ['a', 'b'], 'ab'],
    ['sub', [5, 2, 1], 2],
    ['mul', [2, 3], 6],
    ['mul', [2, 0.5], float(1)],
    ['div', [7, 2], 3],
    ['div', [-7, 2], -3],
    ['div', [7, float(2)], 3.5],
    ['mod', [15, 4], 3],
    ['mod', [-1, 3], -1],
    ['modBool', [15, 3], true],
    ['math.Ceil', [2.1], float(3)],
    ['math.Floor', ['2.9'], float(2)],
    ['math.Round', [1.5], float(2)],
    ['math.Round', [-1.5], float(-2)],
    ['math.Abs', [-2.1], 2.1],
    ['math.Max', [1, [2, 3]], float(3)],
    ['math.Min', [1, 2, [0, 2]], float(0)],
    ['math.Sum', [1, [2, 3]], float(6)],
    ['math.Product', [2, [2, 3]], float(12)],
    ['pow', [2, 3], float(8)],
    ['math.Sqrt', [81], float(9)],
    ['math.Log', [1], float(0)],
    ['add', [new GoDuration(5), 1], 6],
    ['int', ['23'], 23],
    ['int', ['0x10'], 16],
    ['int', ['010'], 8],
    ['int', ['0b11'], 3],
    ['int', ['7.0'], 7],
    ['int', [7.9], 7],
    ['int', [float(7)], 7],
    ['int', [true], 1],
    ['int', [html('7')], 7],
    ['float', ['11'], float(11)],
    ['float', ['1.5e1'], float(15)],
    ['string', [float(5)], '5'],
    ['string', [1e21], '1000000000000000000000'],
    ['string', [1.5e-7], '0.00000015'],
    ['string', [null], ''],
    ['string', [true], 'true'],
  ])('%s %j', (name, values, result) => {
    expect(call(name, values)).toEqual(result);
  });

  test.each<[name: string, values: readonly unknown[], message: string]>([
    ['add', [1], 'wrong number of args for add: want at least 2 got 1'],
    ['add', [1, 'a'], 'can\'t add 1 (int) and "a" (string)'],
    ['add', ['a'.repeat(40), 1.5], `can't add "${'a'.repeat(29)}…" (string) and 1.5 (float64)`],
    ['sub', [float(3), 'a"b'], 'can\'t subtract "a\\"b" (string) from 3 (float64)'],
    ['mul', [null, 2], "can't multiply nil by 2 (int)"],
    ['div', [[1, 2], 2], "can't divide [1 2] ([]int) by 2 (int)"],
    ['div', [{ a: 1 }, true], "can't divide map[a:1] (map[string]interface {}) by true (bool)"],
    ['div', [1, 0], "can't divide the value by 0"],
    ['mod', [1, 0], 'divided by zero'],
    ['math.Round', ['a'], 'the math.Round function requires a numeric argument'],
    ['int', ['abc'], 'unable to cast "abc" of type string to int'],
    ['float', [['a']], 'of type []string to float64'],
  ])('%s %j fails', (name, values, message) => {
    expect(() => call(name, values)).toThrow(message);
  });

  test('a counter counts on', () => {
    const count = findFunction(createFunctions(makeHost()), 'math.Counter');
    expect([count(), count()]).toEqual([1, 2]);
  });
});

describe('comparisons', () => {
  const early = new GoTime(new Date('2024-01-01'));
  const late = new GoTime(new Date('2025-01-01'));

  test.each<[name: string, values: readonly unknown[], result: boolean]>([
    ['eq', [1, 1], true],
    ['eq', [1, 2, 1], true],
    ['eq', [1, float(1)], false],
    ['eq', [1, '1'], false],
    ['eq', ['a', html('a')], true],
    ['eq', [null, null], true],
    ['eq', [null, ''], false],
    [
      'eq',
      [
        [1, 2],
        [1, 2],
      ],
      true,
    ],
    ['eq', [{ a: 1 }, { a: 1 }], true],
    ['eq', [{ a: 1 }, { a: 2 }], false],
    ['eq', [early, new GoTime(new Date('2024-01-01'))], true],
    ['ne', [1, 2, 3], true],
    ['ne', [1, 2, 1], false],
    ['lt', [1, 2], true],
    ['lt', [1, 1.5], true],
    ['lt', [1, 2, 3], true],
    ['lt', [1, 2, 0], false],
    ['gt', ['10', 9], true],
    ['gt', ['b', 'a'], true],
    ['lt', ['10', '9'], true],
    ['ge', [2, 2], true],
    ['le', [early, late], true],
    ['gt', [[1, 2, 3], 2], true],
    ['lt', [null, 1], true],
    ['gt', [true, false], true],
  ])('%s %o', (name, values, result) => {
    expect(call(name, values)).toBe(result);
  });

  test('a month is a number and has a name', () => {
    const month = call('time.AsTime', ['2024-03-01']) as GoTime;
    const member = month.member('Month') as () => unknown;
    expect(call('eq', [member(), 3])).toBe(true);
    expect(call('eq', [member(), 'March'])).toBe(false);
    expect(call('int', [member()])).toBe(3);
    expect(String(member())).toBe('March');
  });

  test('the version of Hugo is compared part by part', () => {
    const version = call('hugo.Version', []);
    expect(String(version)).toBe('0.169.0');
    expect(call('ge', [version, '0.93'])).toBe(true);
    expect(call('lt', [version, '0.170'])).toBe(true);
    expect(call('lt', ['0.93.1', version])).toBe(true);
    expect(call('eq', [version, '0.169.0'])).toBe(true);
  });

  test.each<[values: readonly unknown[], result: unknown]>([
    [['x'], 'x'],
    [['x', ''], 'x'],
    [['x', null], 'x'],
    [['x', 0], 'x'],
    [['x', []], 'x'],
    [['x', {}], 'x'],
    [['x', false], false],
    [['x', 'y'], 'y'],
    [['x', 1], 1],
    [['x', GoTime.zero()], 'x'],
  ])('default %j', (values, result) => {
    expect(call('default', values)).toEqual(result);
  });

  test('cond', () => {
    expect(call('cond', [true, 1, 2])).toBe(1);
    expect(call('cond', ['', 1, 2])).toBe(2);
  });
});

describe('paths', () => {
  test.each<[name: string, values: readonly unknown[], result: unknown]>([
    ['path.Base', ['a/news.html'], 'news.html'],
    ['path.Base', ['a/b/'], 'b'],
    ['path.Base', [''], '.'],
    ['path.Base', ['/'], '/'],
    ['path.BaseName', ['a/news.html'], 'news'],
    ['path.BaseName', ['a/b/c'], 'c'],
    ['path.BaseName', [''], '.'],
    ['path.Clean', ['foo//bar/../x/'], 'foo/x'],
    ['path.Clean', [''], '.'],
    ['path.Dir', ['a/b/c.md'], 'a/b'],
    ['path.Dir', ['/a'], '/'],
    ['path.Dir', ['a'], '.'],
    ['path.Dir', ['a/b/'], 'a/b'],
    ['path.Ext', ['a/b/c.tar.gz'], '.gz'],
    ['path.Ext', ['a.b/c'], ''],
    ['path.Join', ['a', 'b', '../c'], 'a/c'],
    ['path.Join', [['a', 'b'], '/c/'], 'a/b/c'],
    ['path.Join', ['', ''], ''],
    ['path.Split', ['a/news.html'], { Dir: 'a/', File: 'news.html' }],
  ])('%s %j', (name, values, result) => {
    expect(call(name, values)).toEqual(result);
  });
});

describe('texts out of values', () => {
  test.each<[name: string, values: readonly unknown[], result: unknown]>([
    ['jsonify', [{ b: [1, float(2), '<a>'], a: null }], html('{"a":null,"b":[1,2,"\\u003ca\\u003e"]}')],
    ['jsonify', [{ indent: ' ' }, { a: [1], b: {} }], html('{\n "a": [\n  1\n ],\n "b": {}\n}')],
    ['jsonify', [{ noHTMLEscape: true }, '<&>'], html('"<&>"')],
    ['base64Encode', ['héllo'], 'aMOpbGxv'],
    ['base64Decode', ['aMOpbGxv'], 'héllo'],
    ['md5', ['hello'], '5d41402abc4b2a76b9719d911017c592'],
    ['sha1', ['hello'], 'aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d'],
    ['sha256', ['hello'], '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'],
    ['hmac', ['md5', 'key', 'data'], '9d5c73ef85594d34ec4438b7c97e51d8'],
    ['crypto.FNV32a', ['hello'], 1335831723],
    ['printf', ['%s is %d', 'a', 1], 'a is 1'],
    ['print', ['a', 1, 2], 'a1 2'],
    ['println', ['a', 1], 'a 1\n'],
    ['humanize', ['my-first-post'], 'My first post'],
    ['humanize', ['myCamelPost'], 'My camel post'],
    ['humanize', ['some_html'], 'Some HTML'],
    ['humanize', ['52'], '52nd'],
    ['humanize', [113], '113th'],
    ['pluralize', ['cat'], 'cats'],
    ['pluralize', ['city'], 'cities'],
    ['pluralize', ['box'], 'boxes'],
    ['pluralize', ['leaf'], 'leaves'],
    ['pluralize', ['Person'], 'People'],
    ['pluralize', ['cats'], 'cats'],
    ['pluralize', ['sheep'], 'sheep'],
    ['singularize', ['cats'], 'cat'],
    ['singularize', ['cities'], 'city'],
    ['singularize', ['boxes'], 'box'],
    ['singularize', ['children'], 'child'],
    ['singularize', ['bus'], 'bus'],
    ['lang.FormatNumber', [2, 12345.678], '12,345.68'],
    ['lang.FormatPercent', [2, 512.5032], '512.50%'],
    ['lang.FormatCurrency', [2, 'USD', 512.5032], '$512.50'],
    ['lang.FormatAccounting', [2, 'NOK', 512.5032], 'NOK512.50'],
    ['lang.FormatNumberCustom', [2, 12345.6789], '12,345.68'],
    ['lang.FormatNumberCustom', [2, 12345.6789, '- , .'], '12.345,68'],
    ['lang.FormatNumberCustom', [0, -12345.6789, '-|.| ', '|'], '-12 346'],
    ['lang.FormatNumberCustom', [6, -12345.6789, '- .'], '-12345.678900'],
    ['T', ['hello'], 'Hallo'],
    ['i18n', ['missing'], ''],
    ['reflect.IsMap', [{}], true],
    ['reflect.IsMap', [[]], false],
    ['reflect.IsSlice', [[]], true],
    ['safeHTML', ['<b>'], html('<b>')],
    ['safeURL', [1], new SafeText('url', '1')],
  ])('%s %j', (name, values, result) => {
    expect(call(name, values)).toEqual(result);
  });

  test('what is said to the author is said once', () => {
    const host = makeHost({ ignoresLog: (id) => id === 'quiet' });
    const functions = createFunctions(host);
    functions['warnf']?.('look at %q', 'a');
    functions['warnf']?.('look at %q', 'a');
    functions['warnidf']?.('quiet', 'not this');
    functions['errorf']?.('no %d', 1);
    expect(host.reports).toEqual(['warning: look at "a"', 'error: no 1']);
  });
});
