/** HTML is read as browsers read it, with the places in the source. */
import { describe, expect, test } from 'vitest';
import { findEnd, type HtmlToken, readHtml } from '../src/html.ts';

const brief = (token: HtmlToken): string =>
  'name' in token ? `${token.kind} ${token.name}` : `${token.kind} ${JSON.stringify(token.text)}`;

test.each<[string, readonly string[]]>([
  ['a &lt; b', ['text "a < b"']],
  ['<P>x</P >', ['start p', 'text "x"', 'end p']],
  ['<!-- a > <b> --><b>', ['comment " a > <b> "', 'start b']],
  ['<!-- open <b>', ['comment " open <b>"']],
  ['<script>"<b>"</scr</script>&lt;', ['start script', 'text "\\"<b>\\"</scr"', 'end script', 'text "<"']],
  ['<textarea><i>&lt;</textarea>', ['start textarea', 'text "<i><"', 'end textarea']],
  ['<style><b></style>', ['start style', 'text "<b>"', 'end style']],
  ['<svg><title><b></title></svg>', ['start svg', 'start title', 'start b', 'end title', 'end svg']],
  ['a<!DOCTYPE html><?php b ?>c', ['text "a"', 'comment "html"', 'comment "?php b ?"', 'text "c"']],
  ['a < b <1>', ['text "a < b <1>"']],
])('%s', (html, expected) => {
  const tokens = readHtml(html);
  expect(tokens.map(brief)).toEqual(expected);
  expect(tokens.map(({ start, end }) => html.slice(start, end)).join('')).toBe(html);
});

test('attributes are decoded, and the first of one name counts', () => {
  const [tag] = readHtml(`<a HREF="?a&amp;b" data-x='"' y=1 y=2 z>`);
  expect(tag).toMatchObject({ attributes: { href: '?a&b', 'data-x': '"', y: '1', z: '' } });
});

test('places count line ends of Windows', () => {
  const html = 'a\r\nb\r\n<i>x</i>';
  expect(readHtml(html).map(({ start, end }) => html.slice(start, end))).toEqual([
    'a\r\nb\r\n',
    '<i>',
    'x',
    '</i>',
  ]);
});

test('an element ends at its own tag', () => {
  const tokens = readHtml('<b><b></b></i></b><b>');
  expect([0, 1, 5].map((at) => findEnd(tokens, at))).toEqual([4, 2, undefined]);
});

describe('plain HTML is read by a regular expression', () => {
  const PIECES = [
    ['a', ' ', '\n', 'é', '😀', 'a > b', '=', '"', "'", '-', '--', '/', '&', ';', '\r\n', '\0'],
    [
      '&amp;',
      '&lt;',
      '&quot;',
      '&#39;',
      '&#x27;',
      '&nbsp;',
      '&amp',
      '&#0;',
      '&notit;',
      '&Lt;',
      '&AMP;',
      '&#X27;',
    ],
    ['<p>', '</p>', '<P>', '<br/>', '<br />', '<hr >', '<my-el>', '</p >', '<a b>', '<a b c="d">'],
    [
      '<a b="c" b="d">',
      '<a b="&lt;&#x27;" c>',
      '<a b="&x">',
      "<a b='c'>",
      '<a b=c>',
      '<a  b="c">',
      '<a b="c"d>',
      '<a b=\'&lt;"\' c="\'&copy;=">',
      '<a\tb\f>',
      '<a b ="c">',
    ],
    ['<a b="<i>">', '<a\nb="c">', '<a b="c\rd">', '<a constructor="x" __proto__="y">', '</a b="c">'],
    [
      '<!-- a -->',
      '<!---->',
      '<!-->',
      '<!--->',
      '<!-- a - b -->',
      '<!-- a -- b -->',
      '<!-- a --->',
      '<!--a--!>',
    ],
    [
      '<title>',
      '</title>',
      '<textarea>',
      '</textarea >',
      '<plaintext>',
      '<script>',
      '</script>',
      '</SCRIPT/>',
      '</scripts>',
      '<!--',
      '-->',
      '<svg>',
      '<SVG viewBox="0 0 1 1" xlink:href="#a">',
      '<svg/>',
      '<svg />',
      '<style>',
      '</style>',
      '<linearGradient/>',
      '</svg>',
      '<math/>',
      '<',
      '</',
      '</>',
      '<!a>',
      '<?a>',
    ],
  ].flat();

  /** Makes the tokenizer read all of a text. */
  const ONLY_TOKENIZED = '<q a=b>';

  test('as the tokenizer reads it', () => {
    let state = 1;
    const chance = (limit: number): number => (state = (state * 48_271) % 2_147_483_647) % limit;
    for (let n = 0; n < 10_000; n++) {
      const html = Array.from({ length: 1 + chance(5) }, () => PIECES[chance(PIECES.length)]).join('');
      const whole = readHtml(html + ONLY_TOKENIZED);
      // Of a text that ends within a tag or a comment, the end is part of that.
      const last = whole.at(-1);
      if (last?.kind === 'start' && last.name === 'q' && last.start === html.length)
        expect([html, ...readHtml(html)]).toEqual([html, ...whole.slice(0, -1)]);
    }
  });

  test('in no more time than its length asks for', () => {
    const start = performance.now();
    readHtml(`<a b="${'x'.repeat(50_000)}&y" c>`);
    readHtml(`<a${' b'.repeat(50_000)}=>`);
    readHtml(`<!--${' -'.repeat(50_000)}`);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
