/** Findings as SARIF 2.1.0, which code scanning reads. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { CheckFinding } from '../check-finding.ts';

/** Formats findings as one document. `locate` turns a file of the site into a path in the repository. */
export function formatSarif(
  findings: readonly (Diagnostic | CheckFinding)[],
  locate: (file: string) => string,
): string {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const rules = codes.map((id) => ({ id, helpUri: HELP }));
  const results = findings.map((finding) => {
    const { code, severity, message, hint, file, line, column } = finding;
    const region = line > 0 ? { region: { startLine: line, startColumn: column } } : {};
    const artifactLocation = { uri: encodeURI(locate(file)) };
    return {
      ruleId: code,
      level: severity,
      message: { text: `${message}. ${hint}` },
      ...(file !== '' && { locations: [{ physicalLocation: { artifactLocation, ...region } }] }),
      ...('fingerprint' in finding && { partialFingerprints: { 'deckwright/v1': finding.fingerprint } }),
    };
  });
  const driver = { name: 'deckwright', informationUri: HELP, rules };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return JSON.stringify(log, undefined, 2);
}

const HELP = 'https://www.npmjs.com/package/deckwright';
