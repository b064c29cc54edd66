/**
 * A diagnostic tells an author about a mistake: a stable code, the position, the lines around it, and what to do now.
 * Every mistake of an author becomes a diagnostic; any other error is a bug of deckwright and is rethrown.
 */
import type { DiagnosticCode } from './diagnostic-codes.ts';
import { LineIndex, type LinePosition } from './line-index.ts';

/** A file of the author, as read. */
export interface SourceFile {
  /** Path below the site's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Errors fail a build; warnings do so only under `--strict`. */
export type Severity = 'error' | 'warning';

/** A finding, ready to print. */
export interface Diagnostic {
  /** Stable, in kebab-case: `shortcode-unknown`. */
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What happened and why, as one sentence without a full stop. */
  readonly message: string;
  /** What to do now. */
  readonly hint: string;
  /** Path below the site's root; empty if no file is at fault. */
  readonly file: string;
  /** Line in the file, from 1; 0 without a position. */
  readonly line: number;
  /** Column in UTF-16 code units, from 1; 0 without a position. */
  readonly column: number;
  /** The lines around the position, which is marked; empty without a position. */
  readonly frame: string;
}

/** A mistake, as the code that finds it describes it. */
export interface Finding {
  readonly code: DiagnosticCode;
  readonly severity?: Severity;
  readonly message: string;
  readonly hint: string;
  readonly source?: SourceFile;
  /** UTF-16 code units from the first character of the file. */
  readonly offset?: number;
}

/** A mistake of an author, whoever reports it: packages that call our code pass it through. */
export abstract class AuthorError extends Error {}

/** The author's mistakes that stopped a command. The message contains all diagnostics as text. */
export class DeckError extends AuthorError {
  readonly diagnostics: readonly Diagnostic[];
  /** A last line after the diagnostics; empty by default. */
  readonly summary: string;
  /** Output paths of the decks without errors; `undefined` if unknown. */
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
    // The position in the author's file matters, not the one in deckwright: tools that print the stack print the report.
    this.stack = this.message;
  }
}

/** Turns a finding into a diagnostic: computes line, column and code frame from the offset. */
export function createDiagnostic(finding: Finding): Diagnostic {
  const { code, severity = 'error', message, hint, source, offset } = finding;
  const base = { code, severity, message, hint, file: source?.path ?? '' };
  if (!source || offset === undefined) return { ...base, line: 0, column: 0, frame: '' };
  const lines = linesOf(source);
  const { line, column } = lines.positionOf(Math.min(offset, endOfText(source.text)));
  return { ...base, line, column, frame: codeFrame(lines, line, column) };
}

/** The end of the last line: an offset after the last line break belongs to it. */
function endOfText(text: string): number {
  if (!text.endsWith('\n')) return text.length;
  return text.length - (text.endsWith('\r\n') ? 2 : 1);
}

/** The lines of files, for as long as the files are in use: a page may have thousands of findings. */
const lineIndexes = new WeakMap<SourceFile, LineIndex>();

function linesOf(source: SourceFile): LineIndex {
  const known = lineIndexes.get(source);
  if (known) return known;
  const lines = new LineIndex(source.text);
  lineIndexes.set(source, lines);
  return lines;
}

/** Converts an offset of a file to a line and a column. */
export const positionIn = (source: SourceFile, offset: number): LinePosition =>
  linesOf(source).positionOf(offset);

/** Converts a line and a column of a file, both from 1, to an offset. */
export const offsetIn = (source: SourceFile, line: number, column: number): number =>
  linesOf(source).startOf(line) + column - 1;

/** Converts an offset of a text to a line and a column, both from 1. For many offsets of a file, use `positionIn`. */
export const lineAndColumn = (text: string, offset: number): LinePosition =>
  new LineIndex(text).positionOf(offset);

/** Converts a line and a column, both from 1, to an offset; the end of the text if there is no such line. */
export function offsetAt(text: string, line: number, column: number): number {
  let start = 0;
  for (let n = 1; n < line; n++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return Math.min(start + Math.max(column - 1, 0), text.length);
}

const FRAME_LINES = 2;

/** Longer lines are cut: a file may be a single line of a megabyte. */
const LONG_LINE = 2000;

/** The number of characters that are shown of a long line. */
const CUT_WIDTH = 200;

function codeFrame(lines: LineIndex, line: number, column: number): string {
  const first = Math.max(1, line - FRAME_LINES);
  const last = Math.min(lines.count, line + FRAME_LINES);
  const width = String(last).length;
  const rows: string[] = [];
  for (let n = first; n <= last; n++) {
    const { text, mark } = cutLine(lines.textOf(n), n === line ? column : 1);
    rows.push(`${n === line ? '>' : ' '} ${String(n).padStart(width)} | ${text}`.trimEnd());
    // Tabs are repeated, so that the mark is below the position whatever their width.
    if (n === line) rows.push(`  ${' '.repeat(width)} | ${text.slice(0, mark - 1).replace(/[^\t]/g, ' ')}^`);
  }
  return rows.join('\n');
}

/** Cuts a long line around a column, and returns the column in the rest. */
function cutLine(line: string, column: number): { readonly text: string; readonly mark: number } {
  if (line.length <= LONG_LINE) return { text: line, mark: column };
  const start = Math.max(Math.min(column - 1 - CUT_WIDTH / 2, line.length - CUT_WIDTH), 0);
  const end = start + CUT_WIDTH;
  const lead = start > 0 ? '… ' : '';
  return {
    text: `${lead}${line.slice(start, end)}${end < line.length ? ' …' : ''}`,
    mark: column - start + lead.length,
  };
}

/**
 * Formats a diagnostic as text: `error shortcode-unknown content/talk/_index.md:5:7`, the message, the code frame
 * and the hint.
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { severity, code, file, line, column, message, frame, hint } = diagnostic;
  const position = line > 0 ? `${file}:${line}:${column}` : file;
  return [`${severity} ${code}${position ? ` ${position}` : ''}`, message, frame, `hint: ${hint}`]
    .filter(Boolean)
    .join('\n');
}

/**
 * Finds the candidate closest to `name` by edit distance; `undefined` if none is close.
 * @param maxEdits how many letters may differ; by default a third of them
 */
export function nearestName(
  name: string,
  candidates: readonly string[],
  maxEdits = Math.floor(name.length / 3),
): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, maxEdits) + 1;
  for (const candidate of candidates) {
    // Each missing character is an edit.
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Counts the edits from one word to another; two swapped letters are one edit. */
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
 * Runs a function and reports the author's mistakes that stop it, so that the caller can continue.
 * @returns the result of the function; `undefined` if it was stopped
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

/** Collects the author's mistakes that stop a function; empty if it completes. */
export function collectDiagnostics(work: () => unknown): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  attempt(work, (diagnostic) => diagnostics.push(diagnostic));
  return diagnostics;
}

/** Takes the place of the content of an unreadable file, so that only code that uses the file fails. */
export class UnreadableFile extends Error {
  /** `path` is below the site's root. */
  constructor(path: string) {
    super(path);
    this.name = 'UnreadableFile';
  }
}
