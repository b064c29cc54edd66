/** Drops findings of checks that a slide switches off with `checks-off`. */
import { applyLevels } from '../check-levels.ts';
import { offsetAt, type Diagnostic } from '../diagnostics.ts';
import { isCheck, unknownCheck } from '../site/config/check-levels.ts';
import type { RenderedDeck, Report, SiteConfig, Slide } from '../types.ts';

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

/** The slides of a rendered deck, and the texts of its pages. */
export const checkedSlides = ({ deck, slides }: Pick<RenderedDeck, 'deck' | 'slides'>): CheckedSlides => ({
  slides,
  textOf: (file) => deck.pages.find(({ source }) => source.path === file)?.source.text,
});

/** Reports codes of checks that do not exist. */
export function reportUnknownChecks(rendered: Pick<RenderedDeck, 'deck' | 'slides'>, report: Report): void {
  const { slides, textOf } = checkedSlides(rendered);
  for (const { file, start, codes } of findQuietRanges(slides)) {
    const text = textOf(file);
    for (const code of codes)
      if (text !== undefined && !isCheck(code))
        report(unknownCheck(code, { source: { path: file, text }, offset: wordAt(text, code, start) }));
  }
}

/** Applies the levels of a site to findings in a deck, after those of its slides. */
export function applyDeckLevels<T extends Diagnostic>(
  found: readonly T[],
  rendered: Pick<RenderedDeck, 'deck' | 'slides'>,
  { checks }: Pick<SiteConfig, 'checks'>,
): readonly T[] {
  return applyLevels(dropSwitchedOff(found, checkedSlides(rendered)), checks);
}

/** Drops warnings in slides that switch their check off. */
function dropSwitchedOff<T extends Diagnostic>(
  diagnostics: readonly T[],
  { slides, textOf }: CheckedSlides,
): readonly T[] {
  const ranges = findQuietRanges(slides);
  if (ranges.length === 0) return diagnostics;
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
  const ranges: QuietRange[] = [];
  /** Where the slide after the current one begins, by file. */
  const next = new Map<string, number>();
  for (const slide of slides.toReversed()) {
    const { file, offset } = slide.position;
    const ownEnd = next.get(file) ?? end;
    const codes = readCodes(slide);
    ranges.push(...findQuietRanges(slide.slides, ownEnd));
    if (codes.length > 0) ranges.push({ file, start: offset, end: ownEnd, codes });
    next.set(file, offset);
  }
  return ranges.reverse();
}

function readCodes({ attributes }: Slide): readonly string[] {
  const written = attributes[CHECKS_OFF];
  return written === undefined
    ? []
    : written
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean);
}
