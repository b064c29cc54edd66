/** The problems of a served site. Each is logged once, until it is fixed. */
import { type Diagnostic, formatDiagnostic } from '../diagnostics.ts';

/** The part of a logger that problems need, such as Vite's. */
export interface Log {
  warn(text: string): void;
  error(text: string): void;
}

/** The problems of a site. */
export class Problems {
  readonly #log: Log;
  /** Diagnostics by owner: the output path of a deck, or `''` for the site. */
  readonly #found = new Map<string, readonly Diagnostic[]>();
  #logged: ReadonlySet<string> = new Set();
  #asked = '';

  constructor(log: Log) {
    this.#log = log;
  }

  /** Replaces the diagnostics of an owner: the output path of a deck, or `''` for the site. */
  set(owner: string, diagnostics: readonly Diagnostic[]): void {
    this.#found.set(owner, diagnostics);
    const found = new Map(this.all().map((diagnostic) => [formatDiagnostic(diagnostic), diagnostic]));
    for (const [text, { severity }] of found)
      if (!this.#logged.has(text)) this.#log[severity === 'error' ? 'error' : 'warn'](`${text}\n`);
    // A problem that was fixed is logged again if it returns.
    this.#logged = new Set(found.keys());
  }

  /** Removes the diagnostics of all other owners, except the site. */
  keep(owners: ReadonlySet<string>): void {
    for (const owner of this.#found.keys()) if (owner !== '' && !owners.has(owner)) this.#found.delete(owner);
  }

  /** Whether the problems have changed since the last call. */
  hasNews(): boolean {
    const before = this.#asked;
    this.#asked = [...this.#logged].join('\n');
    return this.#asked !== before;
  }

  /** Lists all diagnostics once: a page may be in two decks. */
  all(): readonly Diagnostic[] {
    const found = [...this.#found.values()].flat();
    return [...new Map(found.map((diagnostic) => [formatDiagnostic(diagnostic), diagnostic])).values()];
  }
}
