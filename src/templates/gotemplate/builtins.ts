/** The built-in functions of Go's templates. A given table of functions takes precedence over them. */
import { compareBasics, isEqual } from './compare.ts';
import { isInt } from './numbers.ts';
import { sprint, sprintf, sprintln } from './print.ts';
import { isPrintable } from './quote.ts';
import { typeName } from './type-names.ts';
import { type FunctionTable, GoObject, isMap, isTrue, SafeText, TemplateFailure } from './values.ts';

/** Go counts the bytes of a string. */
const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const toText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Every row checks its arguments; the evaluator runs `and` and `or`, because they stop early. */
export const builtins: FunctionTable = {
  and: (...values) => takeFirst('and', values, (value) => !isTrue(value)),
  or: (...values) => takeFirst('or', values, isTrue),
  not: (...values) => !isTrue(checkCount('not', values, [1, 1])[0]),
  call: (...values) => callFunction(values),
  index: (...values) =>
    checkCount('index', values, [1]).slice(1).reduce(indexValue, mustBeThere('index', values[0])),
  slice: (...values) => sliceValue(checkCount('slice', values, [1])),
  len: (...values) => lengthOf(checkCount('len', values, [1, 1])[0]),
  print: (...values) => sprint(values),
  printf: (...values) => {
    const [format, ...others] = checkCount('printf', values, [1]);
    return sprintf(mustBeString(format), others);
  },
  println: (...values) => sprintln(values),
  html: (...values) => escapeHtml(sprintShown(values)),
  js: (...values) => escapeScript(sprintShown(values)),
  urlquery: (...values) => escapeQuery(sprintShown(values)),
  eq: (...values) => isEqual(checkCount('eq', values, [1])[0], values.slice(1)),
  ne: (...values) => !isEqual(checkCount('ne', values, [2, 2])[0], values.slice(1)),
  lt: (...values) => order('lt', values) < 0,
  le: (...values) => order('le', values) <= 0,
  gt: (...values) => order('gt', values) > 0,
  ge: (...values) => order('ge', values) >= 0,
};

function order(name: string, values: readonly unknown[]): number {
  const [a, b] = checkCount(name, values, [2, 2]);
  return compareBasics(a, b);
}

function checkCount(
  name: string,
  values: readonly unknown[],
  [least, most = Infinity]: readonly [number, number?],
): readonly unknown[] {
  if (values.length >= least && values.length <= most) return values;
  const wanted = most === Infinity ? `at least ${least}` : String(least);
  throw new TemplateFailure(`wrong number of args for ${name}: want ${wanted} got ${values.length}`);
}

function takeFirst(name: string, values: readonly unknown[], isWanted: (value: unknown) => boolean): unknown {
  checkCount(name, values, [1]);
  return values.find(isWanted) ?? values.at(-1);
}

function mustBeString(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof SafeText) return value.text;
  throw new TemplateFailure(`wrong type for value; expected string; got ${typeName(value)}`);
}

function mustBeThere(name: string, value: unknown): unknown {
  if (value !== undefined && value !== null) return value;
  throw new TemplateFailure(`${name} of untyped nil`, 'Check the value with {{ with }} first.');
}

function callFunction([target, ...values]: readonly unknown[]): unknown {
  if (target === undefined || target === null) throw new TemplateFailure('call of nil');
  if (typeof target !== 'function') throw new TemplateFailure(`non-function of type ${typeName(target)}`);
  return (target as (...values: readonly unknown[]) => unknown)(...values);
}

/** Checks an index into a list or string. */
function toIndex(index: unknown, length: number): number {
  if (!isInt(index)) {
    const name = index === undefined || index === null ? 'nil' : `type ${typeName(index)}`;
    throw new TemplateFailure(`cannot index slice/array with ${name}`, 'Indexes start at 0.');
  }
  if (index < 0 || index > length) throw new TemplateFailure(`index out of range: ${index}`);
  return index;
}

function indexValue(item: unknown, index: unknown): unknown {
  if (item === undefined || item === null) throw new TemplateFailure('index of nil pointer');
  const list = typeof item === 'string' ? [...toBytes(item)] : item;
  if (Array.isArray(list)) {
    const at = toIndex(index, list.length);
    if (at >= list.length)
      throw new TemplateFailure(`index out of range: ${at}`, `The value has ${list.length} elements.`);
    return list[at];
  }
  if (isMap(item)) {
    if (typeof index === 'string') return Object.hasOwn(item, index) ? item[index] : undefined;
    throw new TemplateFailure(`value has type ${typeName(index)}; should be string`);
  }
  const entries = item instanceof GoObject ? item.entries() : undefined;
  if (!entries) throw new TemplateFailure(`can't index item of type ${typeName(item)}`);
  for (const [key, value] of entries) if (key === index) return value;
  return undefined;
}

function sliceValue([item, ...indexes]: readonly unknown[]): unknown {
  mustBeThere('slice', item);
  if (indexes.length > 3) throw new TemplateFailure(`too many slice indexes: ${indexes.length}`);
  const items = typeof item === 'string' ? toBytes(item) : item;
  if (!Array.isArray(items) && !(items instanceof Uint8Array)) {
    throw new TemplateFailure(`can't slice item of type ${typeName(item)}`);
  }
  if (indexes.length === 3 && typeof item === 'string')
    throw new TemplateFailure('cannot 3-index slice a string');
  const [start = 0, end = items.length, capacity = items.length] = indexes.map((index) =>
    toIndex(index, items.length),
  );
  if (start > end) throw new TemplateFailure(`invalid slice index: ${start} > ${end}`);
  if (end > capacity) throw new TemplateFailure(`invalid slice index: ${end} > ${capacity}`);
  return items instanceof Uint8Array ? toText(items.slice(start, end)) : items.slice(start, end);
}

function lengthOf(item: unknown): number {
  if (typeof item === 'string') return toBytes(item).length;
  if (item instanceof SafeText) return toBytes(item.text).length;
  if (Array.isArray(item)) return item.length;
  if (isMap(item)) return Object.keys(item).length;
  const entries = item instanceof GoObject ? item.entries() : undefined;
  if (entries) return [...entries].length;
  const name = item === undefined || item === null ? 'nil pointer' : `type ${typeName(item)}`;
  throw new TemplateFailure(`len of ${name}`, 'Only strings, lists and maps have a length.');
}

/** Prints values as an action would. */
function sprintShown(values: readonly unknown[]): string {
  return sprint(values.map((value) => value ?? '<no value>'));
}

const HTML: Readonly<Record<string, string>> = {
  '\0': '\ufffd',
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

/** The function `html`. The output of actions is escaped by its context, see `escape/`. */
export function escapeHtml(text: string): string {
  return text.replace(/[\0"'&<>]/g, (char) => HTML[char] ?? char);
}

const SCRIPT: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '"': '\\"' };

function escapeScript(text: string): string {
  return Array.from(text)
    .map((char) => {
      const short = SCRIPT[char];
      if (short !== undefined) return short;
      if (char >= ' ' && !/[<>&=]/.test(char) && (char < '\u0080' || isPrintable(char))) return char;
      return `\\u${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    })
    .join('');
}

/**
 * The function `urlquery`: escapes for a query string, with `+` for a space. Encoded as bytes, half a surrogate pair
 * becomes U+FFFD.
 */
export function escapeQuery(text: string): string {
  return encodeURIComponent(toText(toBytes(text)))
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}
