/** `strings.*` gives what Hugo gives. */
import { describe, expect, test } from 'vitest';
import { SafeText } from '../../../src/templates/gotemplate/values.ts';
import { call } from './fake-host.ts';

const html = (text: string): SafeText => new SafeText('html', text);

describe('functions of strings', () => {
  test.each<[name: string, values: readonly unknown[], result: unknown]>([
    ['chomp', ['line\r\n\n'], 'line'],
    ['chomp', [html('<p>a</p>\n')], html('<p>a</p>')],
    ['strings.Contains', ['Hugo', 'go'], true],
    ['strings.Contains', ['', ''], true],
    ['strings.ContainsAny', ['Hugo', 'xgz'], true],
    ['strings.ContainsAny', ['Hugo', ''], false],
    ['strings.ContainsNonSpace', [' \n\t'], false],
    ['strings.ContainsNonSpace', [' .'], true],
    ['strings.Count', ['a', 'banana'], 3],
    ['strings.Count', ['', 'abc'], 4],
    ['countrunes', ['<b>Olá</b> você'], 7],
    ['strings.RuneCount', ['Olá 😀'], 5],
    ['countwords', ['<p>two words</p>'], 2],
    ['countwords', ['你好 word'], 3],
    ['strings.FirstUpper', ['éa bc'], 'Éa bc'],
    ['hasPrefix', ['slides.md', 'slides'], true],
    ['strings.HasSuffix', ['slides.md', '.md'], true],
    ['hasSuffix', [42, 2], true],
    ['strings.Repeat', [3, 'yo'], 'yoyoyo'],
    ['replace', ['Batman and Robin', 'Robin', 'Catwoman'], 'Batman and Catwoman'],
    ['replace', ['aaaa', 'a', 'b', 2], 'bbaa'],
    ['replace', ['ab', '', '-'], 'a-b'],
    ['strings.ReplacePairs', ['a', '1', 'b', '2', 'abc'], '12c'],
    ['strings.ReplacePairs', [['app', 'pear', 'apple', 'orange'], 'apple'], 'pearle'],
    ['slicestr', ['BatMan', 0, 3], 'Bat'],
    ['slicestr', ['BatMan', 3], 'Man'],
    ['split', ['a,b,c', ','], ['a', 'b', 'c']],
    ['split', ['héy', ''], ['h', 'é', 'y']],
    ['substr', ['abcdef', 0], 'abcdef'],
    ['substr', ['abcdef', -1], 'f'],
    ['substr', ['abcdef', -2, 1], 'e'],
    ['substr', ['abcdef', 2, -1], 'cde'],
    ['substr', ['abcdef', 4, -4], ''],
    ['substr', ['abcdef', 1, 99], 'bcdef'],
    ['substr', ['abcdef', 7, 1], ''],
    ['substr', ['', 0], ''],
    ['substr', [12345, 1, 2], '23'],
    ['lower', ['BatMan'], 'batman'],
    ['upper', ['BatMan'], 'BATMAN'],
    ['trim', ['++Batman--', '+-'], 'Batman'],
    ['trim', ['xxx', 'x'], ''],
    ['strings.TrimLeft', ['a', 'aabba'], 'bba'],
    ['strings.TrimRight', ['a', 'aabba'], 'aabb'],
    ['strings.TrimPrefix', ['a', 'aab'], 'ab'],
    ['strings.TrimSuffix', ['b', 'aabb'], 'aab'],
    ['strings.TrimSuffix', ['', 'ab'], 'ab'],
    ['strings.TrimSpace', ['\n a \t'], 'a'],
    ['truncate', [13, 'this is a very long text'], html('this is a …')],
    ['truncate', [13, '', 'this is a very long text'], html('this is a')],
    ['truncate', [99, '<b>short</b>'], html('&lt;b&gt;short&lt;/b&gt;')],
    ['truncate', [11, html('This <a href="x">linked text</a> ends')], html('This <a href="x">linked …</a>')],
    ['truncate', [4, html('<p>a<b><i>b</b>c d e</p>')], html('<p>a<b><i>b</b>c …</i></p>')],
    ['truncate', [4, 'abcdefgh'], html('abcd …')],
    ['truncate', [8, html('<!-- a b --> one two three four')], html('<!-- a b --> one two …</!-->')],
    ['truncate', [8, html('<b title="x > y">one two three</b>')], html('<b title="x > y">one …</b>')],
    ['truncate', [8, html('<BR>one <Br/>two three four')], html('<BR>one <Br/>two …</BR>')],
    ['truncate', [8, html('<p\nclass="x">one two three four</p>')], html('<p\nclass="x">one two …</p>')],
    ['truncate', [8, html('one <3 two three')], html('one <3 …')],
  ])('%s %j', (name, values, result) => {
    expect(call(name, values)).toEqual(result);
  });

  test.each([
    ['strings.Repeat', [-1, 'a'], 'negative Repeat count'],
    ['strings.Repeat', [1e12, 'a'], 'overflow'],
    ['slicestr', ['abc', 3], 'slice bounds out of range'],
    ['strings.ReplacePairs', ['a', 'b', 'c', 'text'], 'uneven number'],
    ['upper', [['a']], 'unable to cast'],
    ['upper', [], 'wrong number of args for upper: want 1 got 0'],
    ['substr', ['a'], 'wrong number of args for substr: want at least 2 got 1'],
    ['strings.FirstUpper', ['a', 'b'], 'wrong number of args for strings.FirstUpper: want 1 got 2'],
  ])('%s %j fails', (name, values, message) => {
    expect(() => call(name, values)).toThrow(message);
  });
});

describe('titles', () => {
  test.each([
    ['bat man', 'Bat Man'],
    ['the art of war', 'The Art of War'],
    ['from here to there and on', 'From Here to There and On'],
    ["it's a test", "It's a Test"],
    ['iPhone and macOS', 'IPhone and MacOS'],
    ['état-of-the-art', 'État-of-the-Art'],
  ])('%s', (text, title) => {
    expect(call('title', [text])).toBe(title);
  });
});

test('the difference of two texts', () => {
  const before = 'a\nb\nc\nd\ne\nf\ng\nh\n';
  const after = 'a\nb\nc\nd\nE\nf\ng\nh\n';
  expect(call('strings.Diff', ['old', before, 'new', after])).toBe(
    'diff old new\n--- old\n+++ new\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n',
  );
  expect(call('strings.Diff', ['old', before, 'new', before])).toBe('');
});
