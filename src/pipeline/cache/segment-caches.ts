/** Caches the rendered segments of pages: after an edit, only the changed segments of a page are rendered again. */
import { canMove, type SegmentCache, type RenderedSegment } from '../../markup/slides/segment-cache.ts';
import type { Page } from '../../types.ts';
import { PartCache, type CacheEntry, type SharedParts } from './part-cache.ts';
import { areSameExceptText } from './page-identity.ts';
import type { Changes } from './changes.ts';
import type { DependencyTracker } from './dependencies.ts';

interface PageEntry {
  readonly page: Page;
  readonly segments: PartCache<RenderedSegment>;
}

/** The cached segments of all pages of a site. */
export class SegmentCaches {
  readonly #tracker: DependencyTracker;
  readonly #changes: Changes;
  readonly #pages = new Map<string, PageEntry>();
  /** Segments that pages of a language share. */
  readonly #shared = new Map<string, SharedParts<RenderedSegment>>();

  constructor(tracker: DependencyTracker, changes: Changes) {
    this.#tracker = tracker;
    this.#changes = changes;
  }

  /** Starts a run for a page. */
  forPage(page: Page): SegmentCache {
    const key = `${page.source.path}\n${page.language}`;
    const previous = this.#pages.get(key);
    // Shortcodes see the front matter of their page.
    const isSame = previous !== undefined && areSameExceptText([previous.page], [page]);
    const segments = isSame
      ? previous.segments
      : new PartCache<RenderedSegment>(this.#tracker, this.#changes);
    this.#pages.set(key, { page, segments });
    return segments.startRun(this.#sharedIn(page.language), isReusable);
  }

  /** Shortcodes see the configuration of their language. */
  #sharedIn(language: string): SharedParts<RenderedSegment> {
    const shared = this.#shared.get(language) ?? new Map<string, CacheEntry<RenderedSegment>>();
    this.#shared.set(language, shared);
    return shared;
  }

  /** Drops what pages share, and the segments of pages that no longer exist, once there are more than pages. */
  clean(existing: readonly Page[]): void {
    this.#shared.clear();
    if (this.#pages.size <= existing.length) return;
    const paths = new Set(existing.map(({ source }) => source.path));
    for (const [key, { page }] of this.#pages) if (!paths.has(page.source.path)) this.#pages.delete(key);
  }
}

/**
 * A template may ask for its position, which changes with the lines above. A segment that depends on the time, on random
 * numbers or on a store may differ each time, even within one run.
 */
const isReusable = ({ value, dependencies }: CacheEntry<RenderedSegment>): boolean =>
  canMove(value) && !dependencies.kinds.has('position') && !dependencies.kinds.has('site');
