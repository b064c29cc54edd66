/** Formats diagnostics and results: as text, in colour where the terminal has it, and as JSON. */
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

/** Formats a diagnostic as one line of JSON. */
export function diagnosticLine(diagnostic: Diagnostic): string {
  return JSON.stringify({ type: 'diagnostic', ...diagnostic });
}

/** Formats the result of a command as one line of JSON, which is the last line of the output. */
export function resultLine(command: string, ok: boolean, more: object = {}): string {
  return JSON.stringify({ type: 'result', command, ok, ...more });
}
