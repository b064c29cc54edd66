/** Formats diagnostics and results: as text, in colour where the terminal has it, and as JSON. */
import { countOf } from '../count-of.ts';
import { type Diagnostic, formatDiagnostic } from '../diagnostics.ts';
import type { Paint } from './terminal.ts';

/** Formats a diagnostic as text. */
export function diagnosticText(diagnostic: Diagnostic, paint: Paint): string {
  const [head = '', ...rest] = formatDiagnostic(diagnostic).split('\n');
  const [severity = '', code = '', ...position] = head.split(' ');
  const style = diagnostic.severity === 'error' ? 'red' : 'yellow';
  const title = [paint(style, severity), paint('bold', code), ...position].join(' ');
  return [title, ...rest.map((line) => paintLine(line, paint))].join('\n');
}

function paintLine(line: string, paint: Paint): string {
  if (line.startsWith('hint: ')) return `${paint('cyan', 'hint:')}${line.slice('hint:'.length)}`;
  return FRAME_RE.test(line) && !line.startsWith('>') ? paint('dim', line) : line;
}

/** A line of a code frame. */
const FRAME_RE = /^[> ] *\d* \|/;

/** How many warnings with the same code are shown in full. */
const SHOWN = 3;

/** How many files the line about the others names. */
const NAMED = 3;

/** Errors with one remedy for all of them: each formula of a deck may have one. */
const MISSING_RE = /-package-missing$/;

/**
 * Formats diagnostics in their order: errors in full, and of warnings and of missing packages with the same code the
 * first three, then a line about the others of each code. With `isVerbose`, all are shown in full.
 */
export function diagnosticTexts(
  diagnostics: readonly Diagnostic[],
  { isVerbose, paint }: { readonly isVerbose: boolean; readonly paint: Paint },
): readonly string[] {
  const grouped = new Map<string, Diagnostic[]>();
  const shown = diagnostics.filter((diagnostic) => {
    if (isVerbose || (diagnostic.severity === 'error' && !MISSING_RE.test(diagnostic.code))) return true;
    const alike = grouped.get(diagnostic.code) ?? [];
    alike.push(diagnostic);
    grouped.set(diagnostic.code, alike);
    return alike.length <= SHOWN;
  });
  return [
    ...shown.map((diagnostic) => diagnosticText(diagnostic, paint)),
    ...[...grouped.values()].flatMap((alike) => countOthers(alike.slice(SHOWN), paint)),
  ];
}

/** `warning image-missing 12 more in content/a.md, content/b.md (--verbose shows all)` */
function countOthers(others: readonly Diagnostic[], paint: Paint): readonly string[] {
  const [first] = others;
  if (!first) return [];
  const files = [...new Set(others.map(({ file }) => file).filter(Boolean))];
  const named = files.slice(0, NAMED).join(', ');
  const rest = files.length > NAMED ? ` and ${countOf(files.length - NAMED, 'more file')}` : '';
  const place = files.length > 0 ? ` in ${named}${rest}` : '';
  const style = first.severity === 'error' ? 'red' : 'yellow';
  const head = [paint(style, first.severity), paint('bold', first.code)].join(' ');
  return [`${head} ${others.length} more${place} (--verbose shows all)`];
}

/** Formats a diagnostic as one line of JSON. */
export function diagnosticLine(diagnostic: Diagnostic): string {
  return JSON.stringify({ type: 'diagnostic', ...diagnostic });
}

/** Formats the result of a command as one line of JSON, which is the last line of the output. */
export function resultLine(command: string, ok: boolean, more: object = {}): string {
  return JSON.stringify({ type: 'result', command, ok, ...more });
}
