/** Go's type names, for `%T` and for messages. */
import { isInt } from './numbers.ts';
import { Float, GoObject, isMap, type SafeKind, SafeText } from './values.ts';

const SAFE_NAMES: Readonly<Record<SafeKind, string>> = {
  html: 'template.HTML',
  attribute: 'template.HTMLAttr',
  url: 'template.URL',
  srcset: 'template.Srcset',
  js: 'template.JS',
  'js-string': 'template.JSStr',
  css: 'template.CSS',
};

/** Finds the name of a value's type: `string`, `[]int`, `map[string]interface {}`, `hugolib.Page`. */
export function typeName(value: unknown): string {
  if (value === undefined || value === null) return '<nil>';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return isInt(value) ? 'int' : 'float64';
  if (typeof value === 'function') return 'func';
  if (value instanceof Float) return 'float64';
  if (value instanceof SafeText) return SAFE_NAMES[value.kind];
  if (value instanceof GoObject) return value.typeName;
  if (Array.isArray(value)) return `[]${elementName(value)}`;
  if (isMap(value)) return 'map[string]interface {}';
  return typeof value;
}

/** Finds the element type of a list: one plain type, or else `interface {}`. */
function elementName(list: readonly unknown[]): string {
  const [first] = list;
  if (typeof first !== 'string' && typeof first !== 'number' && typeof first !== 'boolean')
    return 'interface {}';
  const name = typeName(first);
  return list.every((value) => typeName(value) === name) ? name : 'interface {}';
}
