/** Caches rendered results until something changes that they depend on. */
import type { Changes } from './changes.ts';
import type { DependencyTracker, Dependencies } from './dependencies.ts';

interface Entry<T> {
  readonly value: T;
  readonly dependencies: Dependencies;
  /** The number of changes with which it was compared. */
  count: number;
}

/**
 * Rendered results by the page or deck that they belong to. A page that has changed is a new object, and the results of
 * the previous one are forgotten with it.
 */
export class Cache<K extends object, T> {
  readonly #tracker: DependencyTracker;
  readonly #changes: Changes;
  readonly #entries = new WeakMap<K, Entry<T>>();

  constructor(tracker: DependencyTracker, changes: Changes) {
    this.#tracker = tracker;
    this.#changes = changes;
  }

  /** The cached value of a key, or a new one. */
  get(key: K, create: () => T): T {
    const { count } = this.#changes;
    const entry = this.#entries.get(key);
    if (entry && !this.#changes.affectSince(entry.count, entry.dependencies)) {
      entry.count = count;
      this.#tracker.addAll(entry.dependencies);
      return entry.value;
    }
    const created = this.#tracker.track(create);
    this.#entries.set(key, { ...created, count });
    return created.value;
  }

  /** The cached value of a key, which does not become a dependency; `undefined` if there is none that is current. */
  peek(key: K): T | undefined {
    const entry = this.#entries.get(key);
    return entry && !this.#changes.affectSince(entry.count, entry.dependencies) ? entry.value : undefined;
  }
}
