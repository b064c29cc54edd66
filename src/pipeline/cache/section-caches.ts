/** The sections of decks, read once with the sizes of their images: after a change, only those that it has changed. */
import { createSizer, type FindImage } from '../../render/image-attributes.ts';
import { readSection } from '../../render/section-facts.ts';
import type { Deck, Section } from '../../types.ts';
import { PartCache } from './part-cache.ts';
import type { Change, DependencyTracker } from './dependencies.ts';

/** Reads a section, and writes the sizes of its images. */
export type ReadSection = (html: string) => Section;

/** Sections of all decks of a site. */
export class SectionCaches {
  readonly #tracker: DependencyTracker;
  readonly #decks = new Map<string, PartCache<Section>>();

  constructor(tracker: DependencyTracker) {
    this.#tracker = tracker;
  }

  /** For a deck that is rendered now. */
  forDeck({ outputPath }: Deck, findImage: FindImage): ReadSection {
    const sections = this.#decks.get(outputPath) ?? new PartCache<Section>(this.#tracker);
    this.#decks.set(outputPath, sections);
    const run = sections.startRun();
    return (html) => run.find(html) ?? run.store(html, () => readSection(html, createSizer(html, findImage)));
  }

  /** Forgets what a change touches, and decks that are gone. */
  invalidate(change: Change, existing: readonly Deck[]): void {
    const paths = new Set(existing.map(({ outputPath }) => outputPath));
    for (const [path, sections] of this.#decks)
      if (paths.has(path)) sections.invalidate(change);
      else this.#decks.delete(path);
  }
}
