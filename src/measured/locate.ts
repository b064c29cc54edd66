/** Finds what a slide shows in the source of its author. */

import type { SourceFile } from '../diagnostics.ts';

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

/** A text that is long enough to be that of one place in all files. */
const LONG = 8;

/**
 * Finds the first of some texts in a part of a source. Addresses and words are found as they are written, also encoded
 * for HTML or for an address, and across line breaks.
 * @returns the offset of the text; `undefined` if there is none
 */
export function locate(searches: readonly string[], { text, start, end }: SourceRange): number | undefined {
  const range = text.slice(start, end);
  const found = searches.flatMap(variants).map((pattern) => range.search(pattern));
  const offset = found.find((index) => index >= 0);
  return offset === undefined ? undefined : start + offset;
}

/** The offset of the first word in a part of a source. */
export const firstWord = ({ text, start, end }: SourceRange): number =>
  start + Math.max(text.slice(start, end).search(/\S/), 0);

/**
 * Finds a text in the only one of some files that has it: a template or a data file.
 * @returns the file with the offset; `undefined` if none has it, or several
 */
export function locateElsewhere(
  [whole = '']: readonly string[],
  files: readonly SourceFile[],
): { readonly source: SourceFile; readonly offset: number } | undefined {
  if (whole.length < LONG) return undefined;
  const found = files.flatMap((source) => {
    const { text } = source;
    const offset = contains(whole, { text, start: 0, end: text.length })
      ? locate([whole], { text, start: 0, end: text.length })
      : undefined;
    return offset === undefined ? [] : [{ source, offset }];
  });
  return found.length === 1 ? found[0] : undefined;
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
