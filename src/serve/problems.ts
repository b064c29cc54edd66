/** What is wrong with a site while it is served: each thing told once, for as long as it is so. */
import { type Diagnostic, formatDiagnostic } from '../diagnostics.ts';

/** A place where lines go: Vite's logger is one. */
export interface Log {
  warn(text: string): void;
  error(text: string): void;
}

/** The problems of a site. */
export class Problems {
  readonly #log: Log;
  /** By what they belong to: a deck by the path of its output, the site by nothing. */
  readonly #found = new Map<string, readonly Diagnostic[]>();
  #logged: ReadonlySet<string> = new Set();
  #asked = '';

  constructor(log: Log) {
    this.#log = log;
  }

  /** Takes what is wrong with a deck now, in the place of what was; `''` stands for the site itself. */
  set(owner: string, diagnostics: readonly Diagnostic[]): void {
    this.#found.set(owner, diagnostics);
    const found = new Map(this.all().map((diagnostic) => [formatDiagnostic(diagnostic), diagnostic]));
    for (const [text, { severity }] of found)
      if (!this.#logged.has(text)) this.#log[severity === 'error' ? 'error' : 'warn'](`${text}\n`);
    // What was mended is news again when it comes back.
    this.#logged = new Set(found.keys());
  }

  /** Forgets decks that are not there any more. */
  keep(owners: ReadonlySet<string>): void {
    for (const owner of this.#found.keys()) if (owner !== '' && !owners.has(owner)) this.#found.delete(owner);
  }

  /** Whether they are others than when this was asked last. */
  hasNews(): boolean {
    const before = this.#asked;
    this.#asked = [...this.#logged].join('\n');
    return this.#asked !== before;
  }

  /** All of them, each once: a page may stand in two decks. */
  all(): readonly Diagnostic[] {
    const found = [...this.#found.values()].flat();
    return [...new Map(found.map((diagnostic) => [formatDiagnostic(diagnostic), diagnostic])).values()];
  }
}
