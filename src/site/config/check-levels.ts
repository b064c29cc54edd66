/** Reads `[params.deckwright.checks]`: which checks are off, and which fail a build. */
import { type CheckLevel, type CheckLevels, checkLevels } from '../../check-levels.ts';
import { diagnosticCodes } from '../../diagnostic-codes.ts';
import { createDiagnostic, type Diagnostic, nearestName } from '../../diagnostics.ts';
import { isTable } from '../../tables.ts';
import type { Report, SourceLocation, Table } from '../../types.ts';
import { type TableLocations, locateKey } from '../locate-key.ts';
import { readPath } from '../formats/formats.ts';

/** The path of the table in the configuration. */
const CHECKS = ['params', 'deckwright', 'checks'] as const;

/** Reads the levels of checks. Each is `"off"`, `"warning"` or `"error"`, or a table with `level` and `reason`. */
export function readCheckLevels(table: Table, locations: TableLocations, report: Report): CheckLevels {
  const written = readPath(table, CHECKS);
  if (!isTable(written)) return {};
  const entries = Object.entries(written).flatMap(([name, value]) => {
    const location = locateKey(locations, [...CHECKS, name]);
    const code = name.toLowerCase();
    if (!isCheck(code)) report(unknownCheck(code, location));
    const level = isTable(value) ? readPath(value, ['level']) : value;
    // A table may set another option of the check only.
    if (isTable(value) && level === undefined && readPath(value, ['limit']) !== undefined) return [];
    if (isLevel(level)) return [[code, level] as const];
    report(wrongLevel(name, value, location));
    return [];
  });
  return Object.fromEntries(entries);
}

/** Whether there is a check with this code. */
export const isCheck = (code: string): boolean => diagnosticCodes.some((known) => known === code);

const isLevel = (value: unknown): value is CheckLevel => checkLevels.some((level) => level === value);

/** Reports the code of a check that does not exist. */
export function unknownCheck(code: string, location: SourceLocation): Diagnostic {
  const nearest = nearestName(code, diagnosticCodes);
  return createDiagnostic({
    code: 'check-unknown',
    severity: 'warning',
    message: `there is no check "${code}"`,
    hint: nearest ? `Did you mean "${nearest}"?` : 'Use the code of a warning, such as image-missing.',
    ...location,
  });
}

function wrongLevel(name: string, value: unknown, location: SourceLocation): Diagnostic {
  const shown = isTable(value) ? 'a table without a level' : JSON.stringify(value);
  return createDiagnostic({
    code: 'check-level',
    severity: 'warning',
    message: `the level of the check ${name} must be "off", "warning" or "error", not ${shown}`,
    hint: `Write ${name} = "off", or { level = "off", reason = "…" }.`,
    ...location,
  });
}
