/** What the last rendering of something had made for its parts, by their texts: those that it still has are kept. */
import { type Change, isTouched, type UseRecorder, type Uses } from './uses.ts';

/** A part, and what it was made from. */
export interface KeptPart<T> {
  readonly made: T;
  readonly uses: Uses;
}

/** One rendering. */
export interface Generation<T> {
  /** What the one before had for such a part, as far as it is wanted. */
  find(text: string): T | undefined;
  /** Makes it. */
  keep(text: string, make: () => T): T;
}

/** The renderings of one page or deck. */
export class Generations<T> {
  readonly #recorder: UseRecorder;
  #parts: ReadonlyMap<string, KeptPart<T>> = new Map();

  constructor(recorder: UseRecorder) {
    this.#recorder = recorder;
  }

  /** Begins the next one, which is done before another one begins. `isWanted` says what of the last one it may have. */
  next(isWanted: (part: KeptPart<T>) => boolean = () => true): Generation<T> {
    const [old, fresh] = [this.#parts, new Map<string, KeptPart<T>>()];
    this.#parts = fresh;
    return {
      find: (text) => {
        const part = fresh.get(text) ?? old.get(text);
        if (!part || !isWanted(part)) return undefined;
        this.#recorder.also(part.uses);
        fresh.set(text, part);
        return part.made;
      },
      keep: (text, make) => {
        const part = this.#recorder.during(make);
        fresh.set(text, part);
        return part.made;
      },
    };
  }

  /** Forgets what a change touches. */
  forget(change: Change): void {
    this.#parts = new Map([...this.#parts].filter(([, { uses }]) => !isTouched(uses, change)));
  }
}
