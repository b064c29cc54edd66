/** The passages of pages as they were rendered last, for a page that changes around them. */
import type { SegmentCache, RenderedSegment } from '../../markup/segment-cache.ts';
import type { Page } from '../../types.ts';
import { PartCache, type CacheEntry } from './part-cache.ts';
import { areSameExceptText } from './page-identity.ts';
import type { Change, DependencyTracker } from './dependencies.ts';

interface PageEntry {
  readonly page: Page;
  readonly segments: PartCache<RenderedSegment>;
}

/** Passages of all pages of a site. */
export class SegmentCaches {
  readonly #tracker: DependencyTracker;
  readonly #pages = new Map<string, PageEntry>();

  constructor(tracker: DependencyTracker) {
    this.#tracker = tracker;
  }

  /** The passages of a page that is rendered now. */
  forPage(page: Page): SegmentCache {
    const key = `${page.source.path}\n${page.language}`;
    const previous = this.#pages.get(key);
    // Shortcodes see the front matter of their page.
    const isSame = previous !== undefined && areSameExceptText([previous.page], [page]);
    const segments = isSame ? previous.segments : new PartCache<RenderedSegment>(this.#tracker);
    this.#pages.set(key, { page, segments });
    return segments.startRun(isReusable);
  }

  /** Forgets what a change touches, and pages that are gone. */
  invalidate(change: Change, existing: readonly Page[]): void {
    const paths = new Set(existing.map(({ source }) => source.path));
    for (const [key, { page, segments }] of this.#pages)
      if (paths.has(page.source.path)) segments.invalidate(change);
      else this.#pages.delete(key);
  }
}

/**
 * What is said has its line, and a template may ask where it stands: both change with the lines above. One that asks for
 * the clock, for chance or for a store gives something else each time, so that a second passage of the same text is
 * another.
 */
const isReusable = ({ value, dependencies }: CacheEntry<RenderedSegment>): boolean =>
  value.diagnostics.length === 0 && !dependencies.kinds.has('position') && !dependencies.kinds.has('site');
