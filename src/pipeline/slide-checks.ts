/** Drops findings of checks that a slide switches off with `checks-off`. */
import { offsetAt, type Diagnostic } from '../diagnostics.ts';
import { isCheck, unknownCheck } from '../site/config/check-levels.ts';
import type { Report, Slide } from '../types.ts';

/** The attribute that lists the codes of checks, separated by commas or spaces. */
const CHECKS_OFF = 'data-checks-off';

/** A part of a file where some checks are off. Offsets are UTF-16 code units. */
interface QuietRange {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly codes: readonly string[];
}

/** The slides of a deck, and the texts of the files that they are written in. */
export interface CheckedSlides {
  readonly slides: readonly Slide[];
  /** The text of a file; `undefined` if it is unknown. */
  readonly textOf: (file: string) => string | undefined;
}

/** Drops warnings in slides that switch their check off. Codes of checks that do not exist are reported. */
export function dropSwitchedOff(
  diagnostics: readonly Diagnostic[],
  { slides, textOf }: CheckedSlides,
  report: Report,
): readonly Diagnostic[] {
  const ranges = findQuietRanges(slides);
  if (ranges.length === 0) return diagnostics;
  for (const { file, start, codes } of ranges) {
    const text = textOf(file);
    for (const code of codes)
      if (text !== undefined && !isCheck(code))
        report(unknownCheck(code, { source: { path: file, text }, offset: wordAt(text, code, start) }));
  }
  return diagnostics.filter(
    (diagnostic) => !ranges.some((range) => isSwitchedOff(diagnostic, range, textOf)),
  );
}

function isSwitchedOff(
  { severity, code, file, line, column }: Diagnostic,
  range: QuietRange,
  textOf: CheckedSlides['textOf'],
): boolean {
  if (severity === 'error' || line === 0 || file !== range.file || !range.codes.includes(code)) return false;
  const text = textOf(file);
  if (text === undefined) return false;
  const offset = offsetAt(text, line, column);
  return offset >= range.start && offset < range.end;
}

/** The place where a slide writes a code; the start of the slide if it comes from elsewhere. */
function wordAt(text: string, code: string, start: number): number {
  const found = text.indexOf(code, start);
  return found < 0 ? start : found;
}

/** Finds the parts of files that belong to slides with the attribute: each ends where the next slide begins. */
function findQuietRanges(slides: readonly Slide[], end = Infinity): readonly QuietRange[] {
  return slides.flatMap((slide, n) => {
    const { file, offset } = slide.position;
    const next = slides
      .slice(n + 1)
      .find(({ position }) => position.file === file && position.offset > offset);
    const ownEnd = next?.position.offset ?? end;
    const codes = (slide.attributes[CHECKS_OFF] ?? '')
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean);
    const inner = findQuietRanges(slide.slides, ownEnd);
    return codes.length > 0 ? [{ file, start: offset, end: ownEnd, codes }, ...inner] : inner;
  });
}
