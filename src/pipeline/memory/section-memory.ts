/** The sections of decks with the sizes of their images: a file is asked for once for each section that is the same. */
import { type FindImage, writeSizes } from '../../render/images.ts';
import type { Deck } from '../../types.ts';
import { Generations } from './generations.ts';
import type { Change, UseRecorder } from './uses.ts';

/** Writes the sizes of the images of a section. */
export type SizeSection = (html: string) => string;

/** Sections of all decks of a site. */
export class SectionMemory {
  readonly #recorder: UseRecorder;
  readonly #decks = new Map<string, Generations<string>>();

  constructor(recorder: UseRecorder) {
    this.#recorder = recorder;
  }

  /** For a deck that is rendered now. */
  of({ outputPath }: Deck, findImage: FindImage): SizeSection {
    const sections = this.#decks.get(outputPath) ?? new Generations<string>(this.#recorder);
    this.#decks.set(outputPath, sections);
    const known = sections.next();
    return (html) => known.find(html) ?? known.keep(html, () => writeSizes(html, findImage));
  }

  /** Forgets what a change touches, and decks that are gone. */
  forget(change: Change, there: readonly Deck[]): void {
    const paths = new Set(there.map(({ outputPath }) => outputPath));
    for (const [path, sections] of this.#decks)
      if (paths.has(path)) sections.forget(change);
      else this.#decks.delete(path);
  }
}
