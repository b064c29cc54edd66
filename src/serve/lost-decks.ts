/**
 * Decks that were there a moment ago. Editors that save in place empty a file before they write it, and others rename
 * it: for a moment there is no deck at the address.
 */
import type { Deck } from '../types.ts';

/** How long a file may be empty or missing because it is being saved; in milliseconds. */
export const SAVE_DELAY = 400;

/** The decks that may come back. */
export class LostDecks {
  /** When each was lost, by output path. */
  readonly #times = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Compares the decks before and after a change. */
  update(before: readonly Deck[], after: readonly Deck[]): void {
    const left = new Set(after.map(({ outputPath }) => outputPath));
    for (const { outputPath } of before) if (!left.has(outputPath)) this.#times.set(outputPath, this.#now());
    for (const outputPath of left) this.#times.delete(outputPath);
  }

  /** Whether a deck at an address, relative to the base, may come back soon. */
  mayComeBack(address: string): boolean {
    const paths = [address, `${address}index.html`, `${address}/index.html`];
    return paths.some((file) => this.#now() - (this.#times.get(file) ?? -Infinity) < SAVE_DELAY);
  }
}
