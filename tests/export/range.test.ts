/** Slides by their numbers and ids. */
import { expect, test } from 'vitest';
import { checkRange, selectSlides } from '../../src/export/range.ts';
import type { ExportSlide } from '../../src/export/types.ts';

const slide = (number: string, id = ''): ExportSlide => {
  const [h = 1, v] = number.split('.').map(Number);
  return {
    h: h - 1,
    v: (v ?? 1) - 1,
    isInStack: v !== undefined,
    isHidden: false,
    id,
    heading: '',
    steps: 1,
    number,
    place: 0,
  };
};
const slides = [
  slide('1'),
  slide('2', 'intro'),
  slide('3.1', 'stack'),
  slide('3.2', '4-5'),
  slide('3.3'),
  slide('4'),
  slide('5', 'end'),
];
const select = (range?: string): readonly string[] =>
  selectSlides(slides, range, '/talk/').map(({ number }) => number);

test.each([
  [undefined, ['1', '2', '3.1', '3.2', '3.3', '4', '5']],
  ['2', ['2']],
  ['3', ['3.1', '3.2', '3.3']],
  ['3.2', ['3.2']],
  ['2-3', ['2', '3.1', '3.2', '3.3']],
  ['2-3.1', ['2', '3.1']],
  ['3.3-', ['3.3', '4', '5']],
  ['-2', ['1', '2']],
  ['end,1', ['1', '5']],
  ['#/intro, #stack', ['2', '3.1']],
  ['1-2,2-3.1', ['1', '2', '3.1']],
  // An id that looks like a range.
  ['4-5', ['3.2']],
])('%s', (range, expected) => {
  expect(select(range)).toEqual(expected);
});

test.each([
  ['9', /^error slide-unknown\nthere is no slide "9" in \/talk\/\n/],
  ['3.4', /there is no slide "3\.4"/],
  ['intr', /there is no slide "intr" in \/talk\/\nhint: Did you mean intro\? There are: 1 to 5, intro, /],
])('%s is no slide', (range, message) => {
  expect(() => select(range)).toThrow(message);
});

test.each([
  ['1-5,intro', true],
  ['', false],
  [',', false],
  ['-', false],
  ['3.2', true],
])('"%s" is a list of slides: %s', (text, isValid) => {
  expect(checkRange(text) === undefined).toBe(isValid);
});
