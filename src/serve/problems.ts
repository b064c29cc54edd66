/** The problems of a served site. Each is logged once, and once more when it is gone. */
import { countOf } from '../count-of.ts';
import { type Diagnostic, formatDiagnostic } from '../diagnostics.ts';
import { SAVE_DELAY } from './lost-decks.ts';

/** The part of a logger that problems need, such as Vite's. */
export interface Log {
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
}

/** A diagnostic that may be recognized by something else than its words. */
export interface Problem extends Diagnostic {
  /** What stays the same while its numbers change. */
  readonly fingerprint?: string;
}

/** Runs a function later; the result cancels it. */
export type RunLater = (run: () => void) => () => void;

/** How many new warnings with the same code are logged in full, and how many that are gone in a line each. */
const SHOWN = 3;

/** What was reported for an owner. */
interface Reported {
  readonly problems: readonly Problem[];
  readonly keys: ReadonlySet<string>;
}

/** A problem that was logged. */
interface Logged {
  readonly problem: Problem;
  /** How many owners have it. One that none has is gone, unless it comes back soon. */
  readonly owners: number;
}

/** The problems of a site. */
export class Problems {
  readonly #log: Log;
  readonly #runLater: RunLater;
  /** By owner: the output path of a deck, or `''` for the site. */
  readonly #reported = new Map<string, Reported>();
  readonly #logged = new Map<string, Logged>();
  #cancel: (() => void) | undefined;
  #hasNews = false;

  /** @param runLater waits for as long as an editor may take to save a file: what is gone may come back until then */
  constructor(log: Log, runLater: RunLater = runAfterSave) {
    this.#log = log;
    this.#runLater = runLater;
  }

  /** Replaces the problems of an owner: the output path of a deck, or `''` for the site. */
  set(owner: string, problems: readonly Problem[]): void {
    const before = this.#reported.get(owner);
    if (before && hasSameItems(before.problems, problems)) return;
    const byKey = new Map(problems.map((problem) => [keyOf(problem), problem]));
    const fresh = [...byKey].filter(([key, problem]) => this.#isNew(key, problem));
    this.#logNew(fresh.map(([, problem]) => problem));
    this.#release(before);
    this.#reported.set(owner, { problems, keys: new Set(byKey.keys()) });
  }

  /** Lists the problems of an owner. */
  of(owner: string): readonly Problem[] {
    return this.#reported.get(owner)?.problems ?? [];
  }

  /** Removes the problems of all other owners, except the site. */
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

  /** Lists all problems once: a page may be in two decks. */
  all(): readonly Diagnostic[] {
    const all = [...this.#reported.values()].flatMap(({ problems }) => problems);
    return [...new Map(all.map((problem) => [formatDiagnostic(problem), problem])).values()];
  }

  /** Counts another owner of a problem; returns whether it has not been logged. */
  #isNew(key: string, problem: Problem): boolean {
    const known = this.#logged.get(key);
    this.#logged.set(key, { problem, owners: (known?.owners ?? 0) + 1 });
    if (known?.problem.message !== problem.message || known.owners === 0) this.#hasNews = true;
    return known === undefined;
  }

  /** Logs errors in full; of warnings with the same code the first ones, and how many others there are. */
  #logNew(problems: readonly Problem[]): void {
    const counts = new Map<string, number>();
    for (const problem of problems) {
      const { severity, code } = problem;
      const count = (counts.get(code) ?? 0) + 1;
      if (severity === 'error') this.#log.error(`${formatDiagnostic(problem)}\n`);
      else counts.set(code, count);
      if (severity === 'warning' && count <= SHOWN) this.#log.warn(`${formatDiagnostic(problem)}\n`);
    }
    for (const [code, count] of counts)
      if (count > SHOWN)
        this.#log.warn(`warning ${code}\n${countOf(count - SHOWN, 'more warning')} of this kind\n`);
  }

  #release(reported: Reported | undefined): void {
    for (const key of reported?.keys ?? []) {
      const known = this.#logged.get(key);
      if (!known) continue;
      this.#logged.set(key, { ...known, owners: known.owners - 1 });
      if (known.owners > 1) continue;
      this.#hasNews = true;
      this.#cancel?.();
      this.#cancel = this.#runLater(() => this.#logGone());
    }
  }

  /** Logs the problems that are gone, in a line each; one that returns is logged again. */
  #logGone(): void {
    const counts = new Map<string, number>();
    for (const [key, { problem, owners }] of this.#logged) {
      if (owners > 0) continue;
      this.#logged.delete(key);
      const { code, file, line } = problem;
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      const place = line > 0 ? `${file}:${line}` : file;
      if (count <= SHOWN) this.#log.info(`fixed: ${[code, place].filter(Boolean).join(' ')}`);
    }
    for (const [code, count] of counts)
      if (count > SHOWN) this.#log.info(`fixed: ${count - SHOWN} more of ${code}`);
  }
}

function runAfterSave(run: () => void): () => void {
  const timer = setTimeout(run, SAVE_DELAY).unref();
  return () => clearTimeout(timer);
}

/** What makes two problems the same: their words, and the text of their line, but not its number, which edits above change. */
function keyOf({ fingerprint, code, severity, file, message, frame }: Problem): string {
  if (fingerprint !== undefined) return [severity, fingerprint].join('\n');
  const line = frame.split('\n').find((row) => row.startsWith('>')) ?? '';
  return [severity, code, file, message, line.slice(line.indexOf('|'))].join('\n');
}

/** Whether two lists have the same items: most decks are checked many times before something changes in them. */
function hasSameItems(before: readonly Problem[], after: readonly Problem[]): boolean {
  return before.length === after.length && before.every((problem, n) => problem === after[n]);
}
