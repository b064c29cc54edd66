/** Diagnostics and results as they are printed: for people, in colours where there are any, and for machines. */
import { type Diagnostic, formatDiagnostic } from '../diagnostics.ts';
import type { Paint } from './terminal.ts';

/** A diagnostic for people. */
export function diagnosticText(diagnostic: Diagnostic, paint: Paint): string {
  const [head = '', ...rest] = formatDiagnostic(diagnostic).split('\n');
  const [severity = '', code = '', ...place] = head.split(' ');
  const look = diagnostic.severity === 'error' ? 'red' : 'yellow';
  const title = [paint(look, severity), paint('bold', code), ...place].join(' ');
  return [title, ...rest.map((line) => paintLine(line, paint))].join('\n');
}

function paintLine(line: string, paint: Paint): string {
  if (line.startsWith('hint: ')) return `${paint('cyan', 'hint:')}${line.slice('hint:'.length)}`;
  return FRAME_RE.test(line) && !line.startsWith('>') ? paint('dim', line) : line;
}

/** A line of the frame around a place. */
const FRAME_RE = /^[> ] *\d* \|/;

/** A diagnostic for machines: one line of JSON. */
export function diagnosticLine(diagnostic: Diagnostic): string {
  return JSON.stringify({ type: 'diagnostic', ...diagnostic });
}

/** The result of a command for machines: one line of JSON, the last one. */
export function resultLine(command: string, ok: boolean, more: object = {}): string {
  return JSON.stringify({ type: 'result', command, ok, ...more });
}
