/** Finds what a slide shows in the source of its author. */

/** A text, and the part of it that belongs to a slide. */
export interface SourceRange {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How many words of a text are searched, one try after the other: Markdown may be between any two of them. */
const WORD_COUNTS = [12, 5, 3, 2, 1];

/** A word that is too short to be searched alone. */
const SHORT = 4;

/**
 * Finds the first of some texts in a part of a source. Addresses and words are found as they are written, also encoded
 * for HTML or for an address, and across line breaks.
 * @returns the offset of the text; of the first word of the range if there is none
 */
export function locate(searches: readonly string[], { text, start, end }: SourceRange): number {
  const range = text.slice(start, end);
  const found = searches.flatMap(variants).map((pattern) => range.search(pattern));
  const offset = found.find((index) => index >= 0) ?? Math.max(range.search(/\S/), 0);
  return start + offset;
}

/** Whether one of the texts is in the part of a source as it is. */
export const contains = (search: string, { text, start, end }: SourceRange): boolean =>
  search !== '' &&
  variants(search)
    .slice(0, 3)
    .some((pattern) => pattern.test(text.slice(start, end)));

function variants(search: string): readonly RegExp[] {
  const words = search.trim().split(/\s+/);
  const whole = [search, encodeHtml(search), encodeAddress(search)];
  const starts = WORD_COUNTS.filter((count) => count < words.length).map((count) =>
    words.slice(0, count).join(' '),
  );
  const usable = starts.filter((start) => start.length >= SHORT && /[\p{L}\p{N}]/u.test(start));
  return [...whole, ...usable].map(
    (one) => new RegExp(one.trim().split(/\s+/).map(escapePattern).join('[\\s>*_`]+'), 'u'),
  );
}

const escapePattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const encodeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function encodeAddress(text: string): string {
  try {
    return encodeURI(text);
  } catch (error) {
    // Half of a pair of code units, where a text was cut.
    if (error instanceof URIError) return text;
    throw error;
  }
}
