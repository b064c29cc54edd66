/** HTML is read as browsers read it, with the places in the source. */
import { expect, test } from 'vitest';
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
