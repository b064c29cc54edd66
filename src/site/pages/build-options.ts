/** Checks `build` of a page, because a typo there would publish a page that its author wants to hide. */
import { createDiagnostic, type Diagnostic, nearestName } from '../../diagnostics.ts';
import type { Table } from '../../types.ts';
import { isTable } from '../../tables.ts';
import { readPath } from '../formats/formats.ts';
import { type TableLocations, locateKey } from '../locate-key.ts';

/** Hugo 0.145 renamed `_build` to `build`. */
export const BUILD_KEYS = ['build', '_build'] as const;

/** Values of each option; booleans are the older form. */
export const BUILD_VALUES = {
  list: ['always', 'never', 'local'],
  render: ['always', 'never', 'link'],
  publishResources: [],
} as const;

const options: Readonly<Record<string, readonly string[]>> = BUILD_VALUES;

/** Reports unknown keys and invalid values of `build`. */
export function checkBuild(data: Table, locations: TableLocations): readonly Diagnostic[] {
  return BUILD_KEYS.flatMap((name) => {
    const table = readPath(data, [name]);
    if (table === undefined || table === null) return [];
    if (!isTable(table))
      return [invalid([name], table, 'a table with list, render or publishResources', locations)];
    return Object.entries(table).flatMap(([key, value]) => checkOption([name, key], value, locations));
  });
}

function checkOption(
  keys: readonly string[],
  value: unknown,
  locations: TableLocations,
): readonly Diagnostic[] {
  const written = keys.at(-1) ?? '';
  const option = Object.keys(options).find((name) => name.toLowerCase() === written.toLowerCase());
  if (option === undefined) return [unknown(keys, locations)];
  const words = options[option] ?? [];
  const isKnown = [true, false, 'true', 'false', ...words].some((word) => word === value);
  if (isKnown) return [];
  return [invalid(keys, value, words.length > 0 ? `one of ${words.join(', ')}` : 'true or false', locations)];
}

function unknown(keys: readonly string[], locations: TableLocations): Diagnostic {
  const nearest = nearestName(keys.at(-1) ?? '', Object.keys(options));
  return createDiagnostic({
    code: 'build-key',
    severity: 'warning',
    message: `unknown option ${keys.join('.')}, which has no effect`,
    hint: `${nearest ? `Did you mean ${nearest}? ` : ''}The options are ${Object.keys(options).join(', ')}.`,
    ...locateKey(locations, keys),
  });
}

function invalid(
  keys: readonly string[],
  value: unknown,
  expected: string,
  locations: TableLocations,
): Diagnostic {
  return createDiagnostic({
    code: 'build-value',
    severity: 'warning',
    message: `${keys.join('.')} has the invalid value ${JSON.stringify(value)}, which is ignored`,
    hint: `Use ${expected}.`,
    ...locateKey(locations, keys),
  });
}
