/** The passages of pages as they were rendered last, for a page that changes around them. */
import type { KnownPassages, RenderedPassage } from '../markup/known-passages.ts';
import type { Page } from '../types.ts';
import { areSameButTexts } from './change.ts';
import { type Change, isTouched, type UseRecorder, type Uses } from './uses.ts';

/** A passage, and what it was made from. */
interface KeptPassage {
  readonly made: RenderedPassage;
  readonly uses: Uses;
}

/** A page, and its passages by their texts. */
interface KeptPage {
  readonly page: Page;
  passages: ReadonlyMap<string, KeptPassage>;
}

/** Passages of all pages of a site. */
export class PassageMemory {
  readonly #recorder: UseRecorder;
  readonly #pages = new Map<string, KeptPage>();

  constructor(recorder: UseRecorder) {
    this.#recorder = recorder;
  }

  /** The passages of a page, which is rendered now: those that it has after that are kept. */
  of(page: Page): KnownPassages {
    const key = `${page.source.path}\n${page.language}`;
    const before = this.#pages.get(key);
    // Shortcodes see the front matter of their page.
    const old =
      before && areSameButTexts([before.page], [page]) ? before.passages : new Map<string, KeptPassage>();
    const fresh = new Map<string, KeptPassage>();
    this.#pages.set(key, { page, passages: fresh });
    return {
      find: (text) => {
        const kept = old.get(text);
        if (!kept || !isLasting(kept)) return undefined;
        this.#recorder.also(kept.uses);
        fresh.set(text, kept);
        return kept.made;
      },
      keep: (text, render) => {
        const kept = this.#recorder.during(render);
        fresh.set(text, kept);
        return kept.made;
      },
    };
  }

  /** Forgets what a change touches, and pages that are gone. */
  forget(change: Change, there: readonly Page[]): void {
    const paths = new Set(there.map(({ source }) => source.path));
    for (const [key, kept] of this.#pages)
      if (!paths.has(kept.page.source.path)) this.#pages.delete(key);
      else kept.passages = new Map([...kept.passages].filter(([, { uses }]) => !isTouched(uses, change)));
  }
}

/** What is said has its line, and a template may ask where it stands: both change with the lines above. */
const isLasting = ({ made, uses }: KeptPassage): boolean =>
  made.diagnostics.length === 0 && !uses.kinds.has('place');
