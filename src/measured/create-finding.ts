/** Turns what was seen on a slide into a diagnostic at the line of its author. */
import type { DiagnosticCode } from '../diagnostic-codes.ts';
import { createDiagnostic, type Diagnostic, type SourceFile } from '../diagnostics.ts';
import type { SourceLocation } from '../types.ts';
import type { CheckedDeck, CheckedSlide } from './checked-deck.ts';
import { firstWord, locate, locateElsewhere } from './locate.ts';

/** What was seen. */
export interface Seen {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
  /** The slide; `undefined` for a whole deck. */
  readonly slide: CheckedSlide | undefined;
  /** What follows the slide in the message, such as the step. */
  readonly where?: string;
  /** Texts to look up in the source of the slide, the best first. */
  readonly searches: readonly string[];
}

/** Creates a warning at the place in the source that shows one of the texts. */
export function createFinding(
  deck: CheckedDeck,
  { code, message, hint, slide, where = '', searches }: Seen,
): Diagnostic {
  const name = slide ? `slide ${slide.number}${slide.heading && ` “${shorten(slide.heading)}”`}` : deck.name;
  return createDiagnostic({
    code,
    severity: 'warning',
    message: `${name}${where}: ${message}`,
    hint,
    ...findPlace(deck, slide, searches),
  });
}

/**
 * Finds the place in the source that shows one of some texts on a slide; the first word of the slide without any.
 * @param slide `undefined` for the whole deck
 */
export function findPlace(
  deck: CheckedDeck,
  slide: CheckedSlide | undefined,
  searches: readonly string[],
): SourceLocation {
  const { head } = deck.rendered.deck;
  const source = slide ? deck.read(slide.file) : head.source;
  const range = { ...(slide ?? { start: head.bodyOffset, end: source.text.length }), text: source.text };
  const here = locate(searches, range);
  const elsewhere = here === undefined ? locateElsewhere(searches, otherFiles(deck)) : undefined;
  return elsewhere ?? { source, offset: here ?? firstWord(range) };
}

/** Templates, data and other files of a deck that are no pages. */
const otherFiles = ({ rendered: { deck, usedFiles }, read }: CheckedDeck): readonly SourceFile[] =>
  usedFiles
    .filter((file) => TEXT_RE.test(file) && !deck.pages.some(({ source }) => source.path === file))
    .map(read);

/** Files in which authors write texts. */
const TEXT_RE = /\.(?:csv|hbs|html|json|markdown|md|toml|ya?ml)$/i;

/** Finds the slide at the indexes of reveal.js. */
export const findSlide = (
  { slides }: CheckedDeck,
  at: { readonly h: number; readonly v: number },
): CheckedSlide | undefined => slides.find(({ h, v }) => h === at.h && v === at.v);

/** A slide keeps its id or its heading when others are added before it. */
export const slideKey = (slide: CheckedSlide | undefined): string =>
  slide?.id || slide?.heading || slide?.number || '';

/** Writes what recognizes a finding after edits. */
export const fingerprint = (parts: readonly string[]): string =>
  parts
    .map((part) => part.replaceAll(/[\s|]+/g, ' ').trim())
    .filter(Boolean)
    .join(' | ');

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
