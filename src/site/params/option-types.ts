/** Checks the values of reveal.js's options, because a size that is not a number breaks the whole deck. */
import { createDiagnostic, type Diagnostic } from '../../diagnostics.ts';
import type { SourceLocation, Table } from '../../types.ts';
import { appearanceOptions } from '../options/appearance.ts';
import { navigationOptions } from '../options/navigation.ts';
import type { OptionRow, OptionRows } from '../options/row.ts';
import { aroundOptions } from '../options/theme-options.ts';
import { findValueProblem, type ValueProblem } from './option-values.ts';
import { snakeCase } from './reveal-options.ts';

/** Options of reveal.js itself, and of what is around its slides; those of plugins are not checked. */
const rows: OptionRows = { ...appearanceOptions, ...navigationOptions, ...aroundOptions };

/** The options with valid values, and diagnostics about the others. */
export interface CheckedOptions {
  readonly table: Table;
  readonly diagnostics: readonly Diagnostic[];
}

/** Removes options of a wrong type. Strings with a number are kept, and `"true"` and `"false"` become booleans. */
export function checkOptionTypes(table: Table, locate: (name: string) => SourceLocation): CheckedOptions {
  const diagnostics: Diagnostic[] = [];
  const entries = Object.entries(table).flatMap(([name, value]) => {
    const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
    // Options that only scripts can set have no type.
    if (!row || row.type === 'null') return [[name, value] as const];
    // An empty value of YAML is not set.
    if (value === null && !listTypes(row).includes('null')) return [];
    const read = readOption(row, value);
    if (read !== undefined) {
      const problem = findValueProblem(row, read);
      if (problem) diagnostics.push(wrongValue(name, problem, locate(name)));
      return [[name, read] as const];
    }
    diagnostics.push(wrongType(name, value, row, locate(name)));
    return [];
  });
  return { table: Object.fromEntries(entries), diagnostics };
}

const listTypes = ({ type }: OptionRow): readonly string[] => [type].flat();

/** Converts a value for reveal.js; `undefined` if it has a wrong type. */
function readOption(row: OptionRow, value: unknown): unknown {
  const types = listTypes(row);
  const takesNumber = types.includes('number') || types.includes('integer');
  if (typeof value === 'number') return takesNumber && Number.isFinite(value) ? value : undefined;
  if (typeof value === 'string') {
    if (types.includes('boolean') && /^(?:true|false)$/.test(value)) return value === 'true';
    if (takesNumber && value.trim() !== '' && Number.isFinite(Number(value))) return value;
    const isText = types.includes('string') && (!row.pattern || new RegExp(row.pattern).test(value));
    return isText ? value : undefined;
  }
  return types.includes(typeName(value)) ? value : undefined;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Names of the types in messages. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a number',
  number: 'a number',
  object: 'a table',
  string: 'a string',
};

function wrongType(name: string, value: unknown, row: OptionRow, location: SourceLocation): Diagnostic {
  const words = listTypes(row).flatMap((type) =>
    type === 'string' && row.pattern ? ['a percentage'] : (TYPE_NAMES[type] ?? []),
  );
  const expected = [...new Set(words)].join(' or ');
  const inside = typeof value === 'string' ? /^\s*(\d+(?:\.\d+)?)/.exec(value)?.[1] : undefined;
  const shown = JSON.stringify(value) ?? String(value);
  return createDiagnostic({
    code: 'option-type',
    severity: 'warning',
    message: `reveal_hugo.${snakeCase(name)} is ignored: it must be ${expected}, not ${shown}`,
    hint:
      inside === undefined
        ? `Set it to ${expected}, or remove it.`
        : `Did you mean ${inside}? Sizes and times are numbers without a unit.`,
    ...location,
  });
}

/** Reports a value that reveal.js does not understand. It is passed on, as Hugo does. */
function wrongValue(name: string, { message, hint }: ValueProblem, location: SourceLocation): Diagnostic {
  return createDiagnostic({
    code: 'option-value',
    severity: 'warning',
    message: `reveal_hugo.${snakeCase(name)} ${message}`,
    hint,
    ...location,
  });
}
