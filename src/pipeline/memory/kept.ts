/** What was rendered, kept until something changes that it was made from. */
import { type Change, isTouched, type UseRecorder, type Uses } from './uses.ts';

/** Things that were made, by what they were made for: pages or decks. Two states of a page are two pages. */
export class Kept<K extends object, T> {
  readonly #recorder: UseRecorder;
  #known = new Map<K, { readonly made: T; readonly uses: Uses }>();

  constructor(recorder: UseRecorder) {
    this.#recorder = recorder;
  }

  /** What is kept; it is made where there is nothing. */
  get(key: K, make: () => T): T {
    const known = this.#known.get(key);
    if (known) {
      this.#recorder.also(known.uses);
      return known.made;
    }
    const fresh = this.#recorder.during(make);
    this.#known.set(key, fresh);
    return fresh.made;
  }

  /** Forgets what a change touches, and what was made for something that is no longer there. */
  forget(change: Change, there: ReadonlySet<K>): void {
    this.#known = new Map(
      [...this.#known].filter(([key, { uses }]) => there.has(key) && !isTouched(uses, change)),
    );
  }

  clear(): void {
    this.#known.clear();
  }
}
