/** Caches rendered results until something changes that they depend on. */
import { type Change, isAffected, type DependencyTracker, type Dependencies } from './dependencies.ts';

/** Rendered results by the page or deck that they belong to. A page that has changed is a new object. */
export class Cache<K extends object, T> {
  readonly #tracker: DependencyTracker;
  #entries = new Map<K, { readonly value: T; readonly dependencies: Dependencies }>();

  constructor(tracker: DependencyTracker) {
    this.#tracker = tracker;
  }

  /** The cached value of a key, or a new one. */
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

  /** Drops entries that a change affects, and those whose key no longer exists. */
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
