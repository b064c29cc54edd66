/** The numbers of slides when hidden ones are among them. */
import { expect, test } from 'vitest';
import type { ShownSlide } from '../../src/browser/page-steps.ts';
import { addressSlides, numberSlides } from '../../src/export/number-slides.ts';
import { selectSlides } from '../../src/export/range.ts';

/** Slides from a picture of them: `a b? [c d?]`, where `?` is hidden and brackets are a stack. */
function draw(deck: string): readonly ShownSlide[] {
  const columns = deck.match(/\[[^\]]*\]|\S+/g) ?? [];
  return columns.flatMap((column, h) =>
    (column.match(/\w+\??/g) ?? []).map((name, v) => ({
      h,
      v,
      isInStack: column.startsWith('['),
      isHidden: name.endsWith('?'),
      id: name.replace('?', ''),
      heading: '',
      steps: 1,
    })),
  );
}

test.each([
  ['a b c', ['1', '2', '3']],
  ['a b? c', ['1', 'before 2 (hidden)', '2']],
  ['a? b', ['before 1 (hidden)', '1']],
  ['a [b c? d] e', ['1', '2.1', 'before 2.2 (hidden)', '2.2', '3']],
  ['a [b? c?] d', ['1', 'before 2.1 (hidden)', 'before 2.1 (hidden)', '2']],
])('%s', (deck, numbers) => {
  expect(numberSlides(draw(deck)).map(({ number }) => number)).toEqual(numbers);
});

test('a range counts as addresses do, and takes the hidden slides between its ends', () => {
  const slides = numberSlides(draw('a b? c [d e?] f'));
  const select = (range: string): string =>
    selectSlides(addressSlides(slides), range, '/')
      .map(({ id }) => id)
      .join('');
  expect(['2', '1-2', '3', '4', 'b'].map(select)).toEqual(['c', 'abc', 'de', 'f', 'b']);
});
