/** Reads the parameters of a shortcode call, and reports findings at its position. */
import { createDiagnostic, type Finding } from '../diagnostics.ts';
import type { Report, ShortcodeCall, ShortcodeValue } from '../types.ts';
import type { ReportFinding } from './services.ts';

/** Reads a parameter by one of its names, or by its position if the call has positional parameters. */
export function getParam(
  { params }: ShortcodeCall,
  names: string | readonly string[],
  position?: number,
): ShortcodeValue | undefined {
  if (params.kind === 'positional') return position === undefined ? undefined : params.values[position];
  const name = [names].flat().find((candidate) => Object.hasOwn(params.values, candidate));
  return name === undefined ? undefined : params.values[name];
}

/** Reads a parameter as text; empty if it is missing. */
export function getText(call: ShortcodeCall, names: string | readonly string[], position?: number): string {
  return String(getParam(call, names, position) ?? '');
}

/** Reads a boolean parameter. `"true"`, `true`, `"1"` and `1` are the same. */
export function isEnabled(call: ShortcodeCall, name: string, defaultValue: boolean): boolean {
  const value = getParam(call, name);
  return value === undefined ? defaultValue : ['true', '1'].includes(String(value).toLowerCase());
}

/**
 * Whether the output of a call is Markdown, as in Hugo: with `{{% %}}`, and inside a shortcode whose text is Markdown.
 */
export function isInMarkdownText({ delimiter, isInMarkdown }: ShortcodeCall): boolean {
  return delimiter === '%' || isInMarkdown;
}

/** Creates a function that reports findings at a call. */
export function reportAt(call: ShortcodeCall, report: Report): ReportFinding {
  return (finding) =>
    report(createDiagnostic({ ...finding, source: call.page.source, offset: call.position.offset }));
}

/** Creates the finding for a missing parameter. */
export function missingParam(
  { name }: ShortcodeCall,
  what: string,
  example: string,
): Omit<Finding, 'source' | 'offset'> {
  return {
    code: 'shortcode-parameter-missing',
    message: `"${name}" needs ${what}`,
    hint: `For example: {{< ${name} ${example} >}}`,
  };
}
