/** What was rendered of a page before: its passages by their texts. */
import type { Diagnostic } from '../diagnostics.ts';
import type { Feature, Slide } from '../types.ts';
import type { IdRequests } from './taken-ids.ts';

/** A passage as slides. */
export interface RenderedPassage {
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
export interface KnownPassages {
  /** One that would be rendered the same again. */
  find(text: string): RenderedPassage | undefined;
  /** Renders one, and keeps it. */
  keep(text: string, render: () => RenderedPassage): RenderedPassage;
}

/** Where nothing is kept. */
export const noPassages: KnownPassages = { find: () => undefined, keep: (_, render) => render() };

/** A passage as it is where lines above it have come or gone. */
export function movePassage(passage: RenderedPassage, file: string, start: number): RenderedPassage {
  const distance = start - passage.start;
  if (distance === 0) return passage;
  return { ...passage, start, slides: passage.slides.map((slide) => moveSlide(slide, { file, distance })) };
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
