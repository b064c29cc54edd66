/** What was rendered, kept until something changes that it was made from. */
import { type Change, isAffected, type DependencyTracker, type Dependencies } from './dependencies.ts';

/** Things that were made, by what they were made for: pages or decks. Two states of a page are two pages. */
export class Cache<K extends object, T> {
  readonly #tracker: DependencyTracker;
  #entries = new Map<K, { readonly value: T; readonly dependencies: Dependencies }>();

  constructor(tracker: DependencyTracker) {
    this.#tracker = tracker;
  }

  /** What is kept; it is made where there is nothing. */
  get(key: K, create: () => T): T {
    const entry = this.#entries.get(key);
    if (entry) {
      this.#tracker.addAll(entry.dependencies);
      return entry.value;
    }
    const created = this.#tracker.track(create);
    this.#entries.set(key, created);
    return created.value;
  }

  /** Forgets what a change touches, and what was made for something that is no longer there. */
  invalidate(change: Change, existing: ReadonlySet<K>): void {
    this.#entries = new Map(
      [...this.#entries].filter(
        ([key, { dependencies }]) => existing.has(key) && !isAffected(dependencies, change),
      ),
    );
  }

  clear(): void {
    this.#entries.clear();
  }
}
