/** What a pipeline keeps of what it has read and rendered, until something changes that it was made from. */
import type { Deck, Page, RenderedDeck } from '../types.ts';
import type { CachedPage, Site } from './find-site.ts';
import { createImageFiles } from './image-files.ts';
import { Cache } from './cache/cache.ts';
import { SegmentCaches } from './cache/segment-caches.ts';
import { PageIdentity } from './cache/page-identity.ts';
import { SectionCaches } from './cache/section-caches.ts';
import type { RenderedSlides } from './renderer.ts';
import type { Change, DependencyTracker } from './cache/dependencies.ts';

/** From the whole to its parts: where a deck can't be kept, most of its pages can, and most passages of a page. */
export class PipelineCache {
  readonly readPages = new Map<string, CachedPage>();
  readonly identity = new PageIdentity();
  readonly images = createImageFiles();
  readonly decks: Cache<Deck, RenderedDeck>;
  readonly sections: SectionCaches;
  readonly pages: Cache<Page, RenderedSlides>;
  readonly segments: SegmentCaches;

  constructor(tracker: DependencyTracker) {
    this.decks = new Cache(tracker);
    this.sections = new SectionCaches(tracker);
    this.pages = new Cache(tracker);
    this.segments = new SegmentCaches(tracker);
  }

  /** Forgets what was read of files, given as paths below the site's root. */
  invalidateFiles(files: readonly string[]): void {
    for (const file of files) this.readPages.delete(file);
    this.images.invalidate(files);
  }

  /** Forgets what a change touches, and what is not there after it. */
  invalidate(change: Change, { decks, pages }: Site): void {
    this.decks.invalidate(change, new Set(decks));
    this.sections.invalidate(change, decks);
    this.pages.invalidate(change, new Set(pages));
    this.segments.invalidate(change, pages);
  }
}
