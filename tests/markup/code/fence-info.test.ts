/** What stands behind the marks that open a fence, in each spelling that decks have. */
import { expect, test } from 'vitest';
import { readFenceInfo } from '../../../src/markup/code/fence-info.ts';

const nothing = { lines: undefined, options: {}, attributes: {}, unread: undefined };

test.each([
  ['', { ...nothing, language: '' }],
  ['js', { ...nothing, language: 'js' }],
  ['js title of it', { ...nothing, language: 'js' }],
  ['c++{1}', { ...nothing, language: 'c++', lines: '1' }],
  ['js{}', { ...nothing, language: 'js', lines: '' }],
  ['js {1, 3-4 | 6}', { ...nothing, language: 'js', lines: '1,3-4|6' }],
  ['js [1|2]', { ...nothing, language: 'js', lines: '1|2' }],
  ['js [40: 1|2]', { ...nothing, language: 'js', lines: '1|2', start: '40' }],
  ['js {40: 1|2}', { ...nothing, language: 'js', lines: '1|2', start: '40' }],
  ['js{40:1|2}', { ...nothing, language: 'js', lines: '1|2', start: '40' }],
  ['js [ 40 : 1, 2 ]', { ...nothing, language: 'js', lines: '1,2', start: '40' }],
  ['js[40:]', { ...nothing, language: 'js', lines: '', start: '40' }],
  ['js {40: }', { ...nothing, language: 'js', lines: '', start: '40' }],
  ['js [: 1|2]', { ...nothing, language: 'js', lines: '1|2' }],
  ['js [a.js]', { ...nothing, language: 'js' }],
  ['js [a.js] {1}', { ...nothing, language: 'js', lines: '1' }],
  [
    'js {1|2|3 data-fragment-index=1}',
    { ...nothing, language: 'js', lines: '1|2|3', attributes: { 'data-fragment-index': '1' } },
  ],
  [
    'js [1|2 data-fragment-index="1"]',
    { ...nothing, language: 'js', lines: '1|2', attributes: { 'data-fragment-index': '1' } },
  ],
  [
    'js{40: |2, .a linenostart=3}',
    {
      ...nothing,
      language: 'js',
      lines: '|2',
      start: '40',
      options: { linenostart: 3 },
      attributes: { class: 'a' },
    },
  ],
  ['js {1-2}{.a}', { ...nothing, language: 'js', lines: '1-2', attributes: { class: 'a' } }],
  ['js {1.a}', { ...nothing, language: 'js', lines: '1', attributes: { class: 'a' } }],
  ['js {1a=2}', { ...nothing, language: 'js', unread: '{1a=2}' }],
  ['js {data-x="}" .a}', { ...nothing, language: 'js', attributes: { 'data-x': '}', class: 'a' } }],
  ['{2}', { ...nothing, language: '', lines: '2' }],
  [
    'js {hl_Lines=[1,"3-4"],linenos=table}',
    { ...nothing, language: 'js', options: { hl_lines: [1, '3-4'], linenos: 'table' } },
  ],
  [
    'js{linenostart=199 anchorlinenos=true}',
    { ...nothing, language: 'js', options: { linenostart: 199, anchorlinenos: true } },
  ],
  [
    'js {.a .b #c data-d="e \\"f\\"" g=1.5}',
    { ...nothing, language: 'js', attributes: { class: 'a b', id: 'c', 'data-d': 'e "f"', g: '1.5' } },
  ],
  ['{.js .a}', { ...nothing, language: 'js', attributes: { class: 'a' } }],
  ['js {style="a" .b}', { ...nothing, language: 'js', options: { style: 'a' }, attributes: { class: 'b' } }],
  ['js {a b}', { ...nothing, language: 'js', unread: '{a b}' }],
  ['js {hl_lines=[1,"2}', { ...nothing, language: 'js', unread: '{hl_lines=[1,"2}' }],
  ['js {a=[1}', { ...nothing, language: 'js', unread: '{a=[1}' }],
  ['js {onclick="a" .b}', { ...nothing, language: 'js', attributes: { class: 'b' } }],
  ['js {1', { ...nothing, language: 'js' }],
])('%s', (info, expected) => {
  expect(readFenceInfo(info)).toEqual(expected);
});
