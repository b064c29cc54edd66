/** Tags are changed where they are, and what surrounds them stays as it was written. */
import { expect, test } from 'vitest';
import { addAttributes, applyEdits, editValues, removeAttributes } from '../src/html-edits.ts';
import { findTag } from '../src/html.ts';

const tagOf = (html: string) => {
  const tag = findTag(html, 'a');
  if (!tag) throw new Error('there is no tag');
  return tag;
};

test('edits come in any order, and the first of two that overlap counts', () => {
  const edits = [
    { start: 4, end: 5, text: 'E' },
    { start: 1, end: 3, text: '' },
    { start: 2, end: 4, text: 'x' },
    { start: 6, end: 6, text: '!' },
  ];
  expect(applyEdits('abcdef', edits)).toBe('adEf!');
});

test.each([
  ['<a>', '<a x="1">'],
  ['b <A href=c>', 'b <A x="1" href=c>'],
])('an attribute is added to %s', (html, expected) => {
  expect(applyEdits(html, [addAttributes(tagOf(html), 'x="1"')])).toBe(expected);
});

test.each([
  ['<a href="b">', '<a href="(b)">'],
  ["<a href = 'b'>", "<a href = '(b)'>"],
  ['<a href=b>', '<a href=(b)>'],
  ['<a x="1"\nHREF="&amp;b" href="c">', '<a x="1"\nHREF="(&amp;b)" href="c">'],
  ['<a href>', '<a href>'],
  ['<a data-href="b">', '<a data-href="b">'],
  ['<a href="">', '<a href="()">'],
])('the value in %s is written in its quotes', (html, expected) => {
  const edits = editValues(html, tagOf(html), (name, value) => (name === 'href' ? `(${value})` : undefined));
  expect(applyEdits(html, edits)).toBe(expected);
});

test('a value that needs quotes gets them', () => {
  const html = '<a style=b>';
  expect(
    applyEdits(
      html,
      editValues(html, tagOf(html), (_, value) => `a "${value}"`),
    ),
  ).toBe('<a style="a &quot;b&quot;">');
});

test.each([
  ['<a b c>', '<a c>'],
  ['<a c="1"\tb=2>', '<a c="1">'],
  ['<a c="1"b>', '<a c="1">'],
  ['<a bb>', '<a bb>'],
])('an attribute is taken out of %s', (html, expected) => {
  expect(applyEdits(html, removeAttributes(html, tagOf(html), ['b']))).toBe(expected);
});
