/** Caches the sections of decks with the sizes of their images: after a change, only changed sections are read again. */
import { createSizer, type FindImage } from '../../render/image-attributes.ts';
import { readSection } from '../../render/section-facts.ts';
import type { Deck, Section } from '../../types.ts';
import { PartCache, type CacheEntry } from './part-cache.ts';
import type { Change, DependencyTracker } from './dependencies.ts';

/** Reads a section, and adds the sizes of its images. */
export type ReadSection = (html: string) => Section;

/** The cached sections of all decks of a site. */
export class SectionCaches {
  readonly #tracker: DependencyTracker;
  readonly #decks = new Map<string, PartCache<Section>>();
  readonly #shared = new Map<string, CacheEntry<Section>>();

  constructor(tracker: DependencyTracker) {
    this.#tracker = tracker;
  }

  /** Starts the next run for a deck, which drops the sections that it does not read. */
  startRun({ outputPath }: Deck, findImage: FindImage): ReadSection {
    const sections = this.#decks.get(outputPath) ?? new PartCache<Section>(this.#tracker);
    this.#decks.set(outputPath, sections);
    const run = sections.startRun(this.#shared);
    return (html) => run.find(html) ?? run.store(html, () => readSection(html, createSizer(html, findImage)));
  }

  /** Drops sections that a change affects, and those of decks that no longer exist. */
  invalidate(change: Change, existing: readonly Deck[]): void {
    this.#shared.clear();
    const paths = new Set(existing.map(({ outputPath }) => outputPath));
    for (const [path, sections] of this.#decks)
      if (paths.has(path)) sections.invalidate(change);
      else this.#decks.delete(path);
  }
}
