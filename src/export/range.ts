/** Selects slides by their numbers and ids: `1-5,intro`. */
import { unknownName } from '../bundle/select-decks.ts';
import { DeckError } from '../diagnostics.ts';
import type { ExportSlide } from './types.ts';

/** What slides are selected by. */
type NumberedSlide = Pick<ExportSlide, 'h' | 'v' | 'number' | 'id'>;

/** A number of a slide, as its address counts: `3`, or `3.2` in a stack. */
const NUMBER_RE = /^\d+(?:\.\d+)?$/;

const RANGE_RE = /^(\d+(?:\.\d+)?)?-(\d+(?:\.\d+)?)?$/;

/** Explains what is wrong with a range; `undefined` for a valid one. */
export function checkRange(text: string): string | undefined {
  const parts = readParts(text);
  const isValid = parts.length > 0 && parts.every((part) => part !== '-');
  return isValid ? undefined : `"${text}" is no list of slides: use 1-5,intro`;
}

const readParts = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim().replace(/^#\/?/, ''))
    .filter(Boolean);

/**
 * Selects the slides of a range; all of them without one. `3` is slide 3, or the whole stack at that place; `3.2` the
 * second slide of it; `4-` all slides from the fourth; `intro` the slide with this id.
 * @throws {DeckError} for a number or id that no slide has
 */
export function selectSlides<S extends NumberedSlide>(
  slides: readonly S[],
  range: string | undefined,
  deck: string,
): readonly S[] {
  if (range === undefined) return slides;
  const wanted = new Set<S>();
  const unknown: string[] = [];
  for (const part of readParts(range)) {
    const found = selectPart(slides, part);
    if (found.length === 0) unknown.push(part);
    for (const slide of found) wanted.add(slide);
  }
  if (unknown.length > 0) throw new DeckError(unknown.map((name) => noSlide(name, slides, deck)));
  return slides.filter((slide) => wanted.has(slide));
}

function selectPart<S extends NumberedSlide>(slides: readonly S[], part: string): readonly S[] {
  // An id may look like a range.
  const named = slides.filter(({ id }) => id !== '' && id === part);
  if (named.length > 0) return named;
  if (NUMBER_RE.test(part)) return slides.filter((slide) => isBetween(slide, part, part));
  const ends = RANGE_RE.exec(part);
  if (!ends) return [];
  const [, first = '1', last] = ends;
  return slides.filter((slide) => isBetween(slide, first, last));
}

/** Whether a slide is between two numbers, which it includes; a number without a point includes a whole stack. */
function isBetween({ h, v }: NumberedSlide, first: string, last: string | undefined): boolean {
  const [fromH = 1, fromV = 1] = first.split('.').map(Number);
  const [toH = Infinity, toV = Infinity] = (last ?? '').split('.').filter(Boolean).map(Number);
  const isAfter = h + 1 > fromH || (h + 1 === fromH && v + 1 >= fromV);
  const isBefore = h + 1 < toH || (h + 1 === toH && v + 1 <= toV);
  return isAfter && isBefore;
}

const noSlide = (name: string, slides: readonly NumberedSlide[], deck: string) =>
  unknownName('slide-unknown', `there is no slide "${name}" in ${deck}`, {
    name,
    known: [`1 to ${slides.at(-1)?.number ?? '0'}`, ...slides.map(({ id }) => id).filter(Boolean)],
  });
