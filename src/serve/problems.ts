/** The problems of a served site. Each is logged once, until it is fixed. */
import { countOf } from '../count-of.ts';
import { type Diagnostic, formatDiagnostic } from '../diagnostics.ts';

/** The part of a logger that problems need, such as Vite's. */
export interface Log {
  warn(text: string): void;
  error(text: string): void;
}

/** How many new warnings with the same code are logged in full. */
const SHOWN = 3;

/** What was reported for an owner. */
interface Reported {
  readonly diagnostics: readonly Diagnostic[];
  readonly keys: ReadonlySet<string>;
}

/** The problems of a site. */
export class Problems {
  readonly #log: Log;
  /** By owner: the output path of a deck, or `''` for the site. */
  readonly #reported = new Map<string, Reported>();
  /** How many owners have a problem, by its key. One that none has was logged, and is dropped by the next `set`. */
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
      const byKey = new Map(diagnostics.map((diagnostic) => [keyOf(diagnostic), diagnostic]));
      this.#logNew([...byKey].filter(([key]) => this.#isNew(key)).map(([, diagnostic]) => diagnostic));
      this.#release(before);
      this.#reported.set(owner, { diagnostics, keys: new Set(byKey.keys()) });
    }
    // A problem that was fixed is logged again if it returns.
    for (const key of this.#released) if (this.#owners.get(key) === 0) this.#drop(key);
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
    const all = [...this.#reported.values()].flatMap(({ diagnostics }) => diagnostics);
    return [...new Map(all.map((diagnostic) => [formatDiagnostic(diagnostic), diagnostic])).values()];
  }

  /** Counts another owner of a problem; returns whether it is the first one. */
  #isNew(key: string): boolean {
    const count = this.#owners.get(key);
    this.#owners.set(key, (count ?? 0) + 1);
    if (count === undefined) this.#hasNews = true;
    return count === undefined;
  }

  /** Logs errors in full; of warnings with the same code the first ones, and how many others there are. */
  #logNew(diagnostics: readonly Diagnostic[]): void {
    const counts = new Map<string, number>();
    for (const diagnostic of diagnostics) {
      const { severity, code } = diagnostic;
      const count = (counts.get(code) ?? 0) + 1;
      if (severity === 'error') this.#log.error(`${formatDiagnostic(diagnostic)}\n`);
      else counts.set(code, count);
      if (severity === 'warning' && count <= SHOWN) this.#log.warn(`${formatDiagnostic(diagnostic)}\n`);
    }
    for (const [code, count] of counts)
      if (count > SHOWN)
        this.#log.warn(`warning ${code}\n${countOf(count - SHOWN, 'more warning')} of this kind\n`);
  }

  #release(reported: Reported | undefined): void {
    for (const key of reported?.keys ?? []) {
      this.#owners.set(key, (this.#owners.get(key) ?? 1) - 1);
      this.#released.add(key);
    }
  }

  #drop(key: string): void {
    this.#owners.delete(key);
    this.#hasNews = true;
  }
}

/** What makes two problems the same: their words, and the text of their line, but not its number, which edits above change. */
function keyOf({ code, severity, file, message, frame }: Diagnostic): string {
  const line = frame.split('\n').find((row) => row.startsWith('>')) ?? '';
  return [severity, code, file, message, line.slice(line.indexOf('|'))].join('\n');
}

/** Whether two lists have the same diagnostics: most decks are checked many times before something changes in them. */
function hasSameItems(before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
  return before.length === after.length && before.every((diagnostic, n) => diagnostic === after[n]);
}
