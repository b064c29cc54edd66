/** What was rendered of a page before: its passages by their texts. */
import type { Diagnostic } from '../diagnostics.ts';
import type { Feature, Slide } from '../types.ts';
import type { IdRequests } from './id-allocator.ts';

/** A passage as slides. */
export interface RenderedSegment {
  /** Where in the page it stood. */
  readonly start: number;
  /** Whether it says nothing for others, and no block of it goes on behind it. */
  readonly isIndependent: boolean;
  readonly slides: readonly Slide[];
  readonly features: readonly Feature[];
  /** The ids of its headings. */
  readonly ids: IdRequests;
  readonly diagnostics: readonly Diagnostic[];
}

/** Keeps passages while their page changes around them. */
export interface SegmentCache {
  /** One that would be rendered the same again. */
  find(text: string): RenderedSegment | undefined;
  /** Renders one, and keeps it. */
  store(text: string, render: () => RenderedSegment): RenderedSegment;
}

/** Where nothing is kept. */
export const noSegmentCache: SegmentCache = { find: () => undefined, store: (_, render) => render() };

/** A passage as it is where lines above it have come or gone. */
export function moveSegment(segment: RenderedSegment, file: string, start: number): RenderedSegment {
  const distance = start - segment.start;
  if (distance === 0) return segment;
  return { ...segment, start, slides: segment.slides.map((slide) => moveSlide(slide, { file, distance })) };
}

interface Move {
  /** The file of the page: slides that are written elsewhere stay where they are. */
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
