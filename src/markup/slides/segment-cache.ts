/** Caches the rendered segments of a page by their text. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { Feature, Slide } from '../../types.ts';
import type { IdRequests } from '../id-allocator.ts';

/** A segment rendered as slides. */
export interface RenderedSegment {
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

/** Keeps segments while their page changes around them. */
export interface SegmentCache {
  /** Finds a segment that would be rendered the same again. */
  find(text: string): RenderedSegment | undefined;
  /** Renders a segment, and stores the result. */
  store(text: string, render: () => RenderedSegment): RenderedSegment;
}

/** A cache that stores nothing. */
export const noSegmentCache: SegmentCache = { find: () => undefined, store: (_, render) => render() };

/** Moves a segment to its new offset after lines above it were added or removed. */
export function moveSegment(segment: RenderedSegment, file: string, start: number): RenderedSegment {
  const distance = start - segment.start;
  if (distance === 0) return segment;
  return { ...segment, start, slides: segment.slides.map((slide) => moveSlide(slide, { file, distance })) };
}

interface Move {
  /** The file of the page: slides from other files stay where they are. */
  readonly file: string;
  readonly distance: number;
}

function moveSlide(slide: Slide, { file, distance }: Move): Slide {
  const { position, slides } = slide;
  return {
    ...slide,
    position: position.file === file ? { file, offset: position.offset + distance } : position,
    slides: slides.map((child) => moveSlide(child, { file, distance })),
  };
}
