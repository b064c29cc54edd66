/** The passages of pages as they were rendered last, for a page that changes around them. */
import type { KnownPassages, RenderedPassage } from '../../markup/known-passages.ts';
import type { Page } from '../../types.ts';
import { Generations, type KeptPart } from './generations.ts';
import { areSameButTexts } from './same-pages.ts';
import type { Change, UseRecorder } from './uses.ts';

interface KeptPage {
  readonly page: Page;
  readonly passages: Generations<RenderedPassage>;
}

/** Passages of all pages of a site. */
export class PassageMemory {
  readonly #recorder: UseRecorder;
  readonly #pages = new Map<string, KeptPage>();

  constructor(recorder: UseRecorder) {
    this.#recorder = recorder;
  }

  /** The passages of a page that is rendered now. */
  of(page: Page): KnownPassages {
    const key = `${page.source.path}\n${page.language}`;
    const before = this.#pages.get(key);
    // Shortcodes see the front matter of their page.
    const isSame = before !== undefined && areSameButTexts([before.page], [page]);
    const passages = isSame ? before.passages : new Generations<RenderedPassage>(this.#recorder);
    this.#pages.set(key, { page, passages });
    return passages.next(isLasting);
  }

  /** Forgets what a change touches, and pages that are gone. */
  forget(change: Change, there: readonly Page[]): void {
    const paths = new Set(there.map(({ source }) => source.path));
    for (const [key, { page, passages }] of this.#pages)
      if (paths.has(page.source.path)) passages.forget(change);
      else this.#pages.delete(key);
  }
}

/**
 * What is said has its line, and a template may ask where it stands: both change with the lines above. One that asks for
 * the clock, for chance or for a store gives something else each time, so that a second passage of the same text is
 * another.
 */
const isLasting = ({ made, uses }: KeptPart<RenderedPassage>): boolean =>
  made.diagnostics.length === 0 && !uses.kinds.has('place') && !uses.kinds.has('site');
