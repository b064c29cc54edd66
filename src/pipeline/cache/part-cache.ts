/** Caches the parts of a page or deck by their source text: parts with the same text as in the previous run are reused. */
import type { Changes } from './changes.ts';
import type { DependencyTracker, Dependencies } from './dependencies.ts';

/** A rendered part with its dependencies. */
export interface CacheEntry<T> {
  readonly value: T;
  readonly dependencies: Dependencies;
}

/** One run over all parts of a page or deck. */
export interface CacheRun<T> {
  /** The cached part for a text, if it is reusable. */
  find(text: string): T | undefined;
  /** Renders a part and caches it. */
  store(text: string, create: () => T): T;
}

/** Parts by their text that are the same on every page or deck with this text, until something changes. */
export type SharedParts<T> = Map<string, CacheEntry<T>>;

/** Whether a part is the same wherever its text is. */
const isShareable = <T>({ dependencies: { kinds } }: CacheEntry<T>): boolean =>
  !kinds.has('page') && !kinds.has('position') && !kinds.has('site');

/** The cached parts of one page or deck. */
export class PartCache<T> {
  readonly #tracker: DependencyTracker;
  readonly #changes: Changes;
  #entries: ReadonlyMap<string, CacheEntry<T>> = new Map();
  /** The number of changes before the last run. */
  #count: number;

  constructor(tracker: DependencyTracker, changes: Changes) {
    this.#tracker = tracker;
    this.#changes = changes;
    this.#count = changes.count;
  }

  /**
   * Starts the next run; runs do not overlap.
   * @param shared the parts of other pages or decks
   * @param isReusable decides whether a cached part may be reused
   */
  startRun(shared: SharedParts<T>, isReusable: (entry: CacheEntry<T>) => boolean = () => true): CacheRun<T> {
    const [previous, current] = [this.#entries, new Map<string, CacheEntry<T>>()];
    const since = this.#count;
    this.#entries = current;
    this.#count = this.#changes.count;
    const findPrevious = (text: string): CacheEntry<T> | undefined => {
      const entry = previous.get(text);
      return entry && !this.#changes.affectSince(since, entry.dependencies) ? entry : undefined;
    };
    return {
      find: (text) => {
        const entry = current.get(text) ?? findPrevious(text) ?? shared.get(text);
        if (!entry || !isReusable(entry)) return undefined;
        this.#tracker.addAll(entry.dependencies);
        current.set(text, entry);
        return entry.value;
      },
      store: (text, create) => {
        const entry = this.#tracker.track(create);
        current.set(text, entry);
        if (isShareable(entry)) shared.set(text, entry);
        return entry.value;
      },
    };
  }
}
