/** Finds what slides show in the sources. */
import { findPlace, findSlide } from '../measured/create-finding.ts';
import type { SourceLocation } from '../types.ts';
import type { ExportDeck, ExportSlide } from './types.ts';

/** The place in the source of what a slide shows; its first word without a text to look up. */
export const placeOf = (
  { sources }: ExportDeck,
  slide: Pick<ExportSlide, 'h' | 'v'>,
  searches: readonly string[] = [],
): SourceLocation => findPlace(sources, findSlide(sources, slide), searches);
