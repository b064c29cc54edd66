/** What a pipeline keeps of what it has read and rendered, until something changes that it was made from. */
import type { Deck, Page, RenderedDeck } from '../types.ts';
import type { KnownPage, Site } from './find-site.ts';
import { createImageFiles } from './image-files.ts';
import { Kept } from './memory/kept.ts';
import { PassageMemory } from './memory/passage-memory.ts';
import { SamePages } from './memory/same-pages.ts';
import { SectionMemory } from './memory/section-memory.ts';
import type { RenderedSlides } from './renderer.ts';
import type { Change, UseRecorder } from './memory/uses.ts';

/** From the whole to its parts: where a deck can't be kept, most of its pages can, and most passages of a page. */
export class Memory {
  readonly readPages = new Map<string, KnownPage>();
  readonly same = new SamePages();
  readonly images = createImageFiles();
  readonly decks: Kept<Deck, RenderedDeck>;
  readonly sections: SectionMemory;
  readonly pages: Kept<Page, RenderedSlides>;
  readonly passages: PassageMemory;

  constructor(uses: UseRecorder) {
    this.decks = new Kept(uses);
    this.sections = new SectionMemory(uses);
    this.pages = new Kept(uses);
    this.passages = new PassageMemory(uses);
  }

  /** Forgets what was read of files, given as paths below the site's root. */
  forgetFiles(files: readonly string[]): void {
    for (const file of files) this.readPages.delete(file);
    this.images.forget(files);
  }

  /** Forgets what a change touches, and what is not there after it. */
  forget(change: Change, { decks, pages }: Site): void {
    this.decks.forget(change, new Set(decks));
    this.sections.forget(change, decks);
    this.pages.forget(change, new Set(pages));
    this.passages.forget(change, pages);
  }
}
