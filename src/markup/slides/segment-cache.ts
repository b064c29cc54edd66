/** Caches the rendered segments of a page by their text. */
import { createDiagnostic, type Diagnostic, offsetIn, type SourceFile } from '../../diagnostics.ts';
import type { Feature, Slide } from '../../types.ts';
import type { IdRequests } from '../id-allocator.ts';

/** A segment rendered as slides. */
export interface RenderedSegment {
  /** The file of the page. */
  readonly file: string;
  /** The offset of the segment in the page. */
  readonly start: number;
  /** Whether the segment defines nothing for others, and no block continues after it. */
  readonly isIndependent: boolean;
  readonly slides: readonly Slide[];
  readonly features: readonly Feature[];
  /** The requests for heading ids. */
  readonly ids: IdRequests;
  readonly diagnostics: readonly SegmentDiagnostic[];
}

/** A diagnostic of a segment. */
export interface SegmentDiagnostic {
  readonly diagnostic: Diagnostic;
  /** The offset in the text of the segment; `undefined` if it is elsewhere. */
  readonly offset: number | undefined;
}

/** Keeps segments while their page changes around them, and for other pages with the same text. */
export interface SegmentCache {
  /** Finds a segment that would be rendered the same again. */
  find(text: string): RenderedSegment | undefined;
  /** Renders a segment, and stores the result. */
  store(text: string, render: () => RenderedSegment): RenderedSegment;
}

/** A cache that stores nothing. */
export const noSegmentCache: SegmentCache = { find: () => undefined, store: (_, render) => render() };

/** Finds the places of diagnostics in a segment of a file. */
export function placeDiagnostics(
  diagnostics: readonly Diagnostic[],
  source: SourceFile,
  { start, end }: { readonly start: number; readonly end: number },
): readonly SegmentDiagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { file, line, column } = diagnostic;
    const at = file === source.path && line > 0 ? offsetIn(source, line, column) : -1;
    return { diagnostic, offset: at >= start && at <= end ? at - start : undefined };
  });
}

/** Whether the diagnostics of a segment are the same wherever it is, except for their lines. */
export function canMove({ file, diagnostics }: RenderedSegment): boolean {
  return diagnostics.every(
    ({ diagnostic, offset }) =>
      diagnostic.severity === 'warning' && (offset !== undefined || diagnostic.file !== file),
  );
}

/**
 * Moves a segment to its offset after lines above it were added or removed, or to another page. The lines around its
 * diagnostics may have changed even if it has not moved.
 */
export function moveSegment(segment: RenderedSegment, source: SourceFile, start: number): RenderedSegment {
  const { path: file } = source;
  const distance = start - segment.start;
  if (distance === 0 && file === segment.file && segment.diagnostics.length === 0) return segment;
  const move: Move = { from: segment.file, to: file, distance };
  const { isIndependent, features, ids } = segment;
  const diagnostics = segment.diagnostics.map((one) => moveDiagnostic(one, source, start));
  const slides = segment.slides.map((slide) => moveSlide(slide, move));
  return { file, start, isIndependent, slides, features, ids, diagnostics };
}

function moveDiagnostic(
  { diagnostic, offset }: SegmentDiagnostic,
  source: SourceFile,
  start: number,
): SegmentDiagnostic {
  if (offset === undefined) return { diagnostic, offset };
  return { diagnostic: createDiagnostic({ ...diagnostic, source, offset: start + offset }), offset };
}

interface Move {
  /** The files of the page before and after: slides from other files stay where they are. */
  readonly from: string;
  readonly to: string;
  readonly distance: number;
}

function moveSlide(slide: Slide, move: Move): Slide {
  const { attributes, html, position, slides } = slide;
  const { file, offset } = position;
  return {
    attributes,
    html,
    slides: slides.length === 0 ? slides : slides.map((child) => moveSlide(child, move)),
    position: file === move.from ? { file: move.to, offset: offset + move.distance } : position,
  };
}
