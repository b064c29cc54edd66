/** The changes of a site since it was opened. A cached part is compared with them when it is used again, not before. */
import { type Change, type Dependencies, isAffected } from './dependencies.ts';

/** The changes that are kept. What is older was not used for long, and is rendered again. */
const KEPT_CHANGES = 100;

/** The last changes of a site, each with a number. */
export class Changes {
  #last: readonly Change[] = [];
  #count = 0;

  /** The number of changes so far: parts that are created now depend on none of these. */
  get count(): number {
    return this.#count;
  }

  add(change: Change): void {
    this.#count++;
    this.#last = [...this.#last, change].slice(-KEPT_CHANGES);
  }

  /** Whether any change since the first `count` ones affects a part. */
  affectSince(count: number, dependencies: Dependencies): boolean {
    const missed = this.#count - count;
    if (missed > this.#last.length) return true;
    return this.#last.slice(this.#last.length - missed).some((change) => isAffected(dependencies, change));
  }
}
