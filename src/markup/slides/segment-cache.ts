/** Caches the rendered segments of a page by their text. */
import type { Diagnostic } from '../../diagnostics.ts';
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
  readonly diagnostics: readonly Diagnostic[];
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

/** Moves a segment to its offset after lines above it were added or removed, or to another page. */
export function moveSegment(segment: RenderedSegment, file: string, start: number): RenderedSegment {
  const distance = start - segment.start;
  if (distance === 0 && file === segment.file) return segment;
  const move: Move = { from: segment.file, to: file, distance };
  const { isIndependent, features, ids, diagnostics } = segment;
  const slides = segment.slides.map((slide) => moveSlide(slide, move));
  return { file, start, isIndependent, slides, features, ids, diagnostics };
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
