/** The problems of a served site. Each is logged once, until it is fixed. */
import { type Diagnostic, formatDiagnostic } from '../diagnostics.ts';

/** The part of a logger that problems need, such as Vite's. */
export interface Log {
  warn(text: string): void;
  error(text: string): void;
}

/** What was reported for an owner. */
interface Reported {
  readonly diagnostics: readonly Diagnostic[];
  readonly byText: ReadonlyMap<string, Diagnostic>;
}

/** The problems of a site. */
export class Problems {
  readonly #log: Log;
  /** By owner: the output path of a deck, or `''` for the site. */
  readonly #reported = new Map<string, Reported>();
  /** How many owners have a problem, by its text. One that none has was logged, and is dropped by the next `set`. */
  readonly #owners = new Map<string, number>();
  readonly #released = new Set<string>();
  #hasNews = false;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Replaces the diagnostics of an owner: the output path of a deck, or `''` for the site. */
  set(owner: string, diagnostics: readonly Diagnostic[]): void {
    const before = this.#reported.get(owner);
    if (!before || !hasSameItems(before.diagnostics, diagnostics)) {
      const byText = new Map(diagnostics.map((diagnostic) => [formatDiagnostic(diagnostic), diagnostic]));
      for (const [text, { severity }] of byText) this.#add(text, severity === 'error' ? 'error' : 'warn');
      this.#release(before);
      this.#reported.set(owner, { diagnostics, byText });
    }
    // A problem that was fixed is logged again if it returns.
    for (const text of this.#released) if (this.#owners.get(text) === 0) this.#drop(text);
    this.#released.clear();
  }

  /** Removes the diagnostics of all other owners, except the site. */
  keep(owners: ReadonlySet<string>): void {
    for (const [owner, reported] of this.#reported) {
      if (owner === '' || owners.has(owner)) continue;
      this.#reported.delete(owner);
      this.#release(reported);
    }
  }

  /** Whether the problems have changed since the last call. */
  hasNews(): boolean {
    const hasNews = this.#hasNews;
    this.#hasNews = false;
    return hasNews;
  }

  /** Lists all diagnostics once: a page may be in two decks. */
  all(): readonly Diagnostic[] {
    return [...new Map([...this.#reported.values()].flatMap(({ byText }) => [...byText])).values()];
  }

  #add(text: string, level: keyof Log): void {
    const count = this.#owners.get(text);
    this.#owners.set(text, (count ?? 0) + 1);
    if (count !== undefined) return;
    this.#hasNews = true;
    this.#log[level](`${text}\n`);
  }

  #release(reported: Reported | undefined): void {
    for (const text of reported?.byText.keys() ?? []) {
      this.#owners.set(text, (this.#owners.get(text) ?? 1) - 1);
      this.#released.add(text);
    }
  }

  #drop(text: string): void {
    this.#owners.delete(text);
    this.#hasNews = true;
  }
}

/** Whether two lists have the same diagnostics: most decks are checked many times before something changes in them. */
function hasSameItems(before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
  return before.length === after.length && before.every((diagnostic, n) => diagnostic === after[n]);
}
