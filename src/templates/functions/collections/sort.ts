/** `sort`. */
import { TemplateFailure } from '../../gotemplate/values.ts';
import { type CompareText, compareValues } from '../compare/comparison.ts';
import { readText, getTypeName } from '../values/conversions.ts';
import { readFieldPath } from '../values/fields.ts';
import { readEntries, readList } from '../values/lists.ts';
import { resolveLocale } from '../lang/locale.ts';
import type { FunctionContext, FunctionRow } from '../row.ts';

export const sortFunctions: readonly FunctionRow[] = [
  {
    name: 'collections.Sort',
    aliases: ['sort'],
    args: [1, 3],
    run: (values, { host }: FunctionContext) => sortRows(values, collatorOf(host.language())),
  },
];

function collatorOf(language: string): CompareText {
  return new Intl.Collator(resolveLocale(language)).compare;
}

/** `sort list`, `sort list "field"`, `sort list "field" "desc"`. Maps are sorted by key, and return their values. */
export function sortRows(
  [value, by, order]: readonly unknown[],
  compareText: CompareText = collatorOf('en'),
): unknown {
  const field = by === undefined || by === null ? '' : (readText(by) ?? '');
  const rows = rowsOf(value, field);
  const sign = order === 'desc' ? -1 : 1;
  const sorted = rows.toSorted((a, b) => sign * compareKeys(a.key, b.key, compareText));
  return sorted.map((row) => row.value);
}

function rowsOf(value: unknown, field: string): readonly { key: unknown; value: unknown }[] {
  const keyOf = (item: unknown): unknown =>
    field === '' || field === 'value' ? item : readFieldPath(item, field);
  const items = readList(value);
  if (items) return items.map((item) => ({ key: keyOf(item), value: item }));
  const entries = readEntries(value);
  if (entries) return entries.map(([key, item]) => ({ key: field === '' ? key : keyOf(item), value: item }));
  if (value === undefined || value === null) throw new TemplateFailure('sequence must be provided');
  throw new TemplateFailure(`can't sort ${getTypeName(value)}`);
}

/** Compares two keys; a missing key counts as the zero of the other's type. */
function compareKeys(a: unknown, b: unknown, compareText: CompareText): number {
  const [first, second] = [a ?? zeroLike(b), b ?? zeroLike(a)];
  return compareValues(first, second, compareText);
}

const zeroLike = (value: unknown): unknown => (typeof value === 'string' ? '' : 0);
