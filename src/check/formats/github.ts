/** Findings as annotations of a workflow on GitHub. */
import type { Diagnostic } from '../../diagnostics.ts';

/** Formats findings, one line each. `locate` turns a file of the site into a path in the repository. */
export function formatGitHub(
  findings: readonly Diagnostic[],
  locate: (file: string) => string,
): readonly string[] {
  return findings.map(({ severity, code, message, hint, file, line, column }) => {
    const position = line > 0 ? { line: String(line), col: String(column) } : {};
    const where: Readonly<Record<string, string>> = file === '' ? {} : { file: locate(file), ...position };
    const properties = Object.entries({ ...where, title: code }).map(
      ([name, value]) => `${name}=${escapeProperty(value)}`,
    );
    return `::${severity} ${properties.join(',')}::${escapeText(`${message}\n${hint}`)}`;
  });
}

/** Source: the workflow commands of GitHub Actions. */
const escapeText = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
