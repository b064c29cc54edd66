/** What the last rendering of something had made for its parts, by their texts: those that it still has are kept. */
import { type Change, isAffected, type DependencyTracker, type Dependencies } from './dependencies.ts';

/** A part, and what it was made from. */
export interface CacheEntry<T> {
  readonly value: T;
  readonly dependencies: Dependencies;
}

/** One rendering. */
export interface CacheRun<T> {
  /** What the one before had for such a part, as far as it is wanted. */
  find(text: string): T | undefined;
  /** Makes it. */
  store(text: string, create: () => T): T;
}

/** The renderings of one page or deck. */
export class PartCache<T> {
  readonly #tracker: DependencyTracker;
  #entries: ReadonlyMap<string, CacheEntry<T>> = new Map();

  constructor(tracker: DependencyTracker) {
    this.#tracker = tracker;
  }

  /** Begins the next one, which is done before another one begins. `isWanted` says what of the last one it may have. */
  startRun(isReusable: (entry: CacheEntry<T>) => boolean = () => true): CacheRun<T> {
    const [previous, current] = [this.#entries, new Map<string, CacheEntry<T>>()];
    this.#entries = current;
    return {
      find: (text) => {
        const entry = current.get(text) ?? previous.get(text);
        if (!entry || !isReusable(entry)) return undefined;
        this.#tracker.addAll(entry.dependencies);
        current.set(text, entry);
        return entry.value;
      },
      store: (text, create) => {
        const entry = this.#tracker.track(create);
        current.set(text, entry);
        return entry.value;
      },
    };
  }

  /** Forgets what a change touches. */
  invalidate(change: Change): void {
    this.#entries = new Map(
      [...this.#entries].filter(([, { dependencies }]) => !isAffected(dependencies, change)),
    );
  }
}
