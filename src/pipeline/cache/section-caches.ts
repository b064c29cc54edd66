/** Caches the sections of decks with the sizes of their images: after a change, only changed sections are read again. */
import { createSizer, type FindImage } from '../../render/image-attributes.ts';
import type { LookChange } from '../../render/look.ts';
import { readSection } from '../../render/section-facts.ts';
import type { Deck, Section } from '../../types.ts';
import { PartCache, type CacheEntry } from './part-cache.ts';
import type { Changes } from './changes.ts';
import type { DependencyTracker } from './dependencies.ts';

/** Reads a section, changed by the look of its deck, and adds the sizes of its images. */
export type ReadSection = (html: string, look?: LookChange) => Section;

/** The cached sections of all decks of a site. */
export class SectionCaches {
  readonly #tracker: DependencyTracker;
  readonly #changes: Changes;
  readonly #decks = new Map<string, PartCache<Section>>();
  readonly #shared = new Map<string, CacheEntry<Section>>();

  constructor(tracker: DependencyTracker, changes: Changes) {
    this.#tracker = tracker;
    this.#changes = changes;
  }

  /** Starts the next run for a deck, which drops the sections that it does not read. */
  startRun({ outputPath }: Deck, findImage: FindImage): ReadSection {
    const sections = this.#decks.get(outputPath) ?? new PartCache<Section>(this.#tracker, this.#changes);
    this.#decks.set(outputPath, sections);
    const run = sections.startRun(this.#shared);
    return (html, look) => {
      const read = (): Section => {
        const written = look ? look.apply(html) : html;
        return readSection(written, createSizer(written, findImage));
      };
      // No section begins with a name.
      const key = look ? `${look.name}:${html}` : html;
      return run.find(key) ?? run.store(key, read);
    };
  }

  /** Drops what decks share, and the sections of decks that no longer exist, once there are more than decks. */
  clean(existing: readonly Deck[]): void {
    this.#shared.clear();
    if (this.#decks.size <= existing.length) return;
    const paths = new Set(existing.map(({ outputPath }) => outputPath));
    for (const path of this.#decks.keys()) if (!paths.has(path)) this.#decks.delete(path);
  }
}
