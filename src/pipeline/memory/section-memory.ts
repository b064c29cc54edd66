/** The sections of decks, read once with the sizes of their images: after a change, only those that it has changed. */
import { createSizer, type FindImage } from '../../render/images.ts';
import { readSection } from '../../render/section-facts.ts';
import type { Deck, Section } from '../../types.ts';
import { Generations } from './generations.ts';
import type { Change, UseRecorder } from './uses.ts';

/** Reads a section, and writes the sizes of its images. */
export type ReadSection = (html: string) => Section;

/** Sections of all decks of a site. */
export class SectionMemory {
  readonly #recorder: UseRecorder;
  readonly #decks = new Map<string, Generations<Section>>();

  constructor(recorder: UseRecorder) {
    this.#recorder = recorder;
  }

  /** For a deck that is rendered now. */
  of({ outputPath }: Deck, findImage: FindImage): ReadSection {
    const sections = this.#decks.get(outputPath) ?? new Generations<Section>(this.#recorder);
    this.#decks.set(outputPath, sections);
    const known = sections.next();
    return (html) =>
      known.find(html) ?? known.keep(html, () => readSection(html, createSizer(html, findImage)));
  }

  /** Forgets what a change touches, and decks that are gone. */
  forget(change: Change, there: readonly Deck[]): void {
    const paths = new Set(there.map(({ outputPath }) => outputPath));
    for (const [path, sections] of this.#decks)
      if (paths.has(path)) sections.forget(change);
      else this.#decks.delete(path);
  }
}
