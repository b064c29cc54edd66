/** Reads `[params.deckwright.checks]`: which checks are off, and which fail a build. */
import { type CheckLevel, type CheckLevels, checkLevels } from '../../check-levels.ts';
import { diagnosticCodes } from '../../diagnostic-codes.ts';
import { createDiagnostic, type Diagnostic, nearestName } from '../../diagnostics.ts';
import { isTable } from '../../tables.ts';
import type { Report, SourceLocation, Table } from '../../types.ts';
import { type TableLocations, locateKey } from '../locate-key.ts';
import { readPath } from '../formats/formats.ts';
import { checkLimits } from '../options/checks.ts';

/** The path of the table in the configuration. */
const CHECKS = ['params', 'deckwright', 'checks'] as const;

/**
 * Reads the levels of checks. Each is `"off"`, `"warning"` or `"error"`, or a table with `level` and `reason`; some may
 * have a `limit`, which they read themselves.
 */
export function readCheckLevels(table: Table, locations: TableLocations, report: Report): CheckLevels {
  const written = readPath(table, CHECKS);
  if (!isTable(written)) return {};
  const entries = Object.entries(written).flatMap(([name, value]) => {
    const location = locateKey(locations, [...CHECKS, name]);
    const code = name.toLowerCase();
    if (!isCheck(code)) report(unknownCheck(code, location));
    const level = isTable(value) ? readPath(value, ['level']) : value;
    const limit = isTable(value) && Object.hasOwn(checkLimits, code) ? readPath(value, ['limit']) : undefined;
    if (limit !== undefined && !isLimit(limit)) report(wrongLimit(name, limit, location));
    // A table may set the limit only.
    if (level === undefined && limit !== undefined) return [];
    if (isLevel(level)) return [[code, level] as const];
    report(wrongLevel(name, value, location));
    return [];
  });
  return Object.fromEntries(entries);
}

/** Whether there is a check with this code. */
export const isCheck = (code: string): boolean => diagnosticCodes.some((known) => known === code);

const isLimit = (value: unknown): boolean => typeof value === 'number' && value > 0;

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

function wrongLimit(name: string, value: unknown, location: SourceLocation): Diagnostic {
  return createDiagnostic({
    code: typeof value === 'number' ? 'option-value' : 'option-type',
    severity: 'warning',
    message: `the limit of the check ${name} must be a number above 0, not ${JSON.stringify(value)}`,
    hint: `Write ${name} = { level = "warning", limit = 20 }.`,
    ...location,
  });
}
