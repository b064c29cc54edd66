/** Finds the lines of slides in the author's files. */
import type { SlideLines } from '../client/protocol.ts';
import type { RenderedDeck, Slide } from '../types.ts';

/**
 * Finds the lines of all slides, section by section; none if a template of the site writes the sections.
 * @param read reads the text of a file of the site that is no page of the deck
 */
export function findSlideLines(
  { deck, slides, sections }: RenderedDeck,
  read: (file: string) => string,
): SlideLines[] {
  if (slides.length !== sections.length) return [];
  const slideLines: { readonly file: string; readonly lines: (readonly number[])[] }[] = [];
  const finders = new Map<string, (offset: number) => number>();
  const texts = new Map(deck.pages.map(({ source }) => [source.path, source.text]));
  const findLine = ({ position: { file, offset } }: Slide): number => {
    const find = finders.get(file) ?? lineFinder(texts.get(file) ?? read(file));
    finders.set(file, find);
    return find(offset);
  };
  for (const slide of slides) {
    const { file } = slide.position;
    if (slideLines.at(-1)?.file !== file) slideLines.push({ file, lines: [] });
    slideLines.at(-1)?.lines.push((slide.slides.length > 0 ? slide.slides : [slide]).map(findLine));
  }
  return slideLines;
}

/** Creates a function that finds the line of the first word after an offset, because slides begin with empty lines. */
function lineFinder(text: string): (offset: number) => number {
  const ends: number[] = [];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) ends.push(end);
  const word = /\S/g;
  return (offset) => {
    word.lastIndex = offset;
    const position = word.exec(text)?.index ?? offset;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
