/** Caches what a pipeline has read and rendered, until something changes that it depends on. */
import type { Deck, Page, RenderedDeck } from '../types.ts';
import type { CachedPage, Site, SiteCache } from './find-site.ts';
import { createImageFiles } from './image-files.ts';
import { Cache } from './cache/cache.ts';
import { SegmentCaches } from './cache/segment-caches.ts';
import { PageIdentity } from './cache/page-identity.ts';
import { SectionCaches } from './cache/section-caches.ts';
import type { RenderedSlides } from './renderer.ts';
import { SiteLists } from './site-lists.ts';
import { Changes } from './cache/changes.ts';
import type { Change, DependencyTracker } from './cache/dependencies.ts';

/** The caches, from the whole to its parts: if a deck changes, most of its pages and most segments are reused. */
export class PipelineCache implements SiteCache {
  readonly readPages = new Map<string, CachedPage>();
  readonly identity = new PageIdentity();
  readonly lists = new SiteLists();
  nextPublishing: Date | undefined;
  readonly images = createImageFiles();
  readonly decks: Cache<Deck, RenderedDeck>;
  readonly sections: SectionCaches;
  readonly pages: Cache<Page, RenderedSlides>;
  readonly segments: SegmentCaches;
  readonly #changes = new Changes();

  constructor(tracker: DependencyTracker) {
    this.decks = new Cache(tracker, this.#changes);
    this.sections = new SectionCaches(tracker, this.#changes);
    this.pages = new Cache(tracker, this.#changes);
    this.segments = new SegmentCaches(tracker, this.#changes);
  }

  /** Drops pages and images that were read from these files, given as paths relative to the site's root. */
  invalidateFiles(files: readonly string[]): void {
    for (const file of files) this.readPages.delete(file);
    this.images.invalidate(files);
  }

  /** From now on, no entry is used that a change affects. */
  invalidate(change: Change, { decks, pages }: Site): void {
    this.#changes.add(change);
    this.sections.clean(decks);
    this.segments.clean(pages);
  }
}
