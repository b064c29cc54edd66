/** Reads what an author gave to a shortcode, and reports at its place. */
import { createDiagnostic, type Finding } from '../diagnostics.ts';
import type { Report, ShortcodeCall, ShortcodeValue } from '../types.ts';
import type { ReportFinding } from './services.ts';

/** A parameter by one of its names, or by its position where the call has no names. */
export function getParam(
  { params }: ShortcodeCall,
  names: string | readonly string[],
  position?: number,
): ShortcodeValue | undefined {
  if (params.kind === 'positional') return position === undefined ? undefined : params.values[position];
  const name = [names].flat().find((candidate) => Object.hasOwn(params.values, candidate));
  return name === undefined ? undefined : params.values[name];
}

/** A parameter as text; empty where there is none. */
export function getText(call: ShortcodeCall, names: string | readonly string[], position?: number): string {
  return String(getParam(call, names, position) ?? '');
}

/** A parameter that is on or off. Quoted values say the same as bare ones, and so do 1 and 0. */
export function isEnabled(call: ShortcodeCall, name: string, defaultValue: boolean): boolean {
  const value = getParam(call, name);
  return value === undefined ? defaultValue : ['true', '1'].includes(String(value).toLowerCase());
}

/** Whether what a call writes is Markdown, as in Hugo: that of `{{% %}}`, and of all in one whose text is Markdown. */
export function isInMarkdownText({ delimiter, isInMarkdown }: ShortcodeCall): boolean {
  return delimiter === '%' || isInMarkdown;
}

/** Reports findings at a call. */
export function reportAt({ page, position }: ShortcodeCall, report: Report): ReportFinding {
  return (finding) => report(createDiagnostic({ ...finding, source: page.source, offset: position.offset }));
}

/** What a shortcode says that can do nothing without a parameter. */
export function missingParam(
  { name }: ShortcodeCall,
  what: string,
  example: string,
): Omit<Finding, 'source' | 'offset'> {
  return {
    code: 'shortcode-parameter-missing',
    message: `"${name}" needs ${what}`,
    hint: `Write it as {{< ${name} ${example} >}}.`,
  };
}
