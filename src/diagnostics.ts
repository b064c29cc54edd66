/**
 * A diagnostic is what an author reads when something is wrong: a stable code, the place, the lines around it, and
 * what to do now. Everything that an author can cause is one; anything else is our bug and is thrown untouched.
 */
import type { DiagnosticCode } from './diagnostic-codes.ts';

/** A file of the author, as read. */
export interface SourceFile {
  /** Path below the site's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Errors fail a build; warnings do so only under `--strict`. */
export type Severity = 'error' | 'warning';

/** A finding, ready to be printed. */
export interface Diagnostic {
  /** Stable, in kebab-case: `shortcode-unknown`. */
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What happened and why, as one sentence without a full stop. */
  readonly message: string;
  /** What to do now. */
  readonly hint: string;
  /** Path below the site's root; empty where no file is at fault. */
  readonly file: string;
  /** Counted from 1, in the whole file; 0 where there is no place in the file. */
  readonly line: number;
  /** Counted from 1, in characters. */
  readonly column: number;
  /** The lines around the place, marked. Empty without a place. */
  readonly frame: string;
}

/** What a stage says when it finds something. */
export interface Finding {
  readonly code: DiagnosticCode;
  readonly severity?: Severity;
  readonly message: string;
  readonly hint: string;
  readonly source?: SourceFile;
  /** UTF-16 code units from the first character of the file. */
  readonly offset?: number;
}

/** The author's mistakes that stopped a command. Its message is the report that a person reads. */
export class DeckError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  /** What is said behind them; empty where that is nothing. */
  readonly summary: string;
  /** The decks that have no mistake, by the paths of their outputs; `undefined` where nobody has looked. */
  readonly soundDecks: readonly string[] | undefined;

  constructor(
    diagnostics: readonly Diagnostic[],
    { summary = '', soundDecks }: { summary?: string; soundDecks?: readonly string[] } = {},
  ) {
    super([...diagnostics.map(formatDiagnostic), summary].filter(Boolean).join('\n\n'));
    this.name = 'DeckError';
    this.diagnostics = diagnostics;
    this.summary = summary;
    this.soundDecks = soundDecks;
    // The place that counts is in the author's file, not in ours: tools that print the stack print the report.
    this.stack = this.message;
  }
}

/** Turns a finding into a diagnostic: computes line, column and frame from the offset. */
export function createDiagnostic(finding: Finding): Diagnostic {
  const { code, severity = 'error', message, hint, source, offset } = finding;
  const shared = { code, severity, message, hint, file: source?.path ?? '' };
  if (!source || offset === undefined) return { ...shared, line: 0, column: 0, frame: '' };
  // A place behind the last line end belongs to the last line that there is.
  const { line, column } = lineAndColumn(
    source.text,
    Math.min(offset, source.text.replace(/\r?\n$/, '').length),
  );
  return { ...shared, line, column, frame: codeFrame(source.text, line, column) };
}

/** The line and the column of an offset, both counted from 1. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, Math.min(offset, text.length));
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - start + 1 };
}

/** The offset of a line and a column, both counted from 1; the end of the text where it has no such line. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let n = 1; n < line; n++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return Math.min(start + Math.max(column - 1, 0), text.length);
}

const FRAME_LINES = 2;

function codeFrame(text: string, line: number, column: number): string {
  // Behind the last line end there is no line.
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const first = Math.max(1, line - FRAME_LINES);
  const last = Math.min(lines.length, line + FRAME_LINES);
  const width = String(last).length;
  const rows: string[] = [];
  for (let n = first; n <= last; n++) {
    const content = lines[n - 1] ?? '';
    rows.push(`${n === line ? '>' : ' '} ${String(n).padStart(width)} | ${content}`.trimEnd());
    // Tabs are repeated so that the mark stands under the place whatever a terminal makes of them.
    if (n === line)
      rows.push(`  ${' '.repeat(width)} | ${content.slice(0, column - 1).replace(/[^\t]/g, ' ')}^`);
  }
  return rows.join('\n');
}

/**
 * Writes a diagnostic as a terminal shows it:
 * `error shortcode-unknown content/talk/_index.md:5:7`, the message, the frame, the hint.
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { severity, code, file, line, column, message, frame, hint } = diagnostic;
  const place = line > 0 ? `${file}:${line}:${column}` : file;
  return [`${severity} ${code}${place ? ` ${place}` : ''}`, message, frame, `hint: ${hint}`]
    .filter(Boolean)
    .join('\n');
}

/** The candidate that is nearest to what the author wrote, by edit distance; none where all are far off. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Edits from one word to another; two letters that have changed places are one edit, as they are one slip. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, n) => n)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const substitute = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, substitute, swapped ? at(i - 2, j - 2) + 1 : Infinity),
      );
    }
  }
  return at(a.length, b.length);
}

/**
 * Does a piece of work, and reports what stops it: an author's mistake does not stop what stands beside it.
 * @returns what the work returns; `undefined` where something has stopped it
 */
export function attempt<T>(work: () => T, report: (diagnostic: Diagnostic) => unknown): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DeckError)) throw error;
    for (const diagnostic of error.diagnostics) report(diagnostic);
    return undefined;
  }
}

/** The mistakes that stop a piece of work; none where it comes to its end. */
export function faultsOf(work: () => unknown): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  attempt(work, (diagnostic) => faults.push(diagnostic));
  return faults;
}

/** Stands in the place of what a file holds that can't be read: whoever needs it fails, and nobody else. */
export class UnreadFile extends Error {
  /** `path` is below the site's root. */
  constructor(path: string) {
    super(path);
    this.name = 'UnreadFile';
  }
}
