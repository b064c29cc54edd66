/**
 * Decks that were there a moment ago. Editors that save in place empty a file before they write it, and others rename
 * it: for a moment there is no deck at the address.
 */
import type { Files } from '../files.ts';
import type { Deck } from '../types.ts';

/** How long a file may be empty or missing because it is being saved; in milliseconds. */
export const SAVE_DELAY = 400;

/** How long a file that has been written since may wait until it is read, on a busy machine; in milliseconds. */
const READ_DELAY = 5000;

interface LostDeck {
  readonly lostAt: number;
  readonly file: string;
  /** The text of its file when it was lost; `undefined` if the file was missing. */
  readonly text: string | undefined;
}

/** The decks that may come back. */
export class LostDecks {
  /** By output path. */
  readonly #lost = new Map<string, LostDeck>();
  readonly #files: Pick<Files, 'read'>;
  readonly #now: () => number;

  constructor(files: Pick<Files, 'read'>, now: () => number = () => performance.now()) {
    this.#files = files;
    this.#now = now;
  }

  /** Compares the decks before and after a change. */
  update(before: readonly Deck[], after: readonly Deck[]): void {
    const left = new Set(after.map(({ outputPath }) => outputPath));
    for (const { outputPath, head } of before) {
      const file = head.source.path;
      if (!left.has(outputPath))
        this.#lost.set(outputPath, { lostAt: this.#now(), file, text: this.#files.read(file) });
    }
    for (const outputPath of this.#lost.keys()) if (left.has(outputPath)) this.#lost.delete(outputPath);
  }

  /** Whether a deck at an address, relative to the base, may come back soon. */
  mayComeBack(address: string): boolean {
    const paths = [address, `${address}index.html`, `${address}/index.html`];
    return paths.some((path) => {
      const lost = this.#lost.get(path);
      if (!lost) return false;
      const age = this.#now() - lost.lostAt;
      return age < SAVE_DELAY || (age < READ_DELAY && this.#files.read(lost.file) !== lost.text);
    });
  }
}
