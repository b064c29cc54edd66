/** `collections.*`, except for `sort`, `where` and sets, which have their own files. */
import { type GoFunction, SafeText, TemplateFailure } from '../../gotemplate/values.ts';
import { readInteger, readText, toInteger, toText, getTypeName } from '../values/conversions.ts';
import { createIdentity, readField } from '../values/fields.ts';
import { KeyValues } from './key-values.ts';
import { readEntries, readList, toList } from '../values/lists.ts';
import { mergeMaps } from './merge.ts';
import { Namespace } from '../namespace.ts';
import { formatQuery } from './query.ts';
import { ANY, type FunctionContext, type FunctionRow } from '../row.ts';
import { createSequence, shuffle } from './sequence.ts';
import { sortRows } from './sort.ts';

type Values = readonly unknown[];

export const collectionsFunctions: readonly FunctionRow[] = [
  {
    name: 'collections.After',
    aliases: ['after'],
    args: [2, 2],
    run: (values) => take(values, (count) => [count, undefined]),
  },
  { name: 'collections.Append', aliases: ['append'], args: [2, ANY], run: append },
  { name: 'collections.Apply', aliases: ['apply'], args: [2, ANY], run: apply },
  { name: 'collections.Delimit', aliases: ['delimit'], args: [2, 3], run: delimit },
  { name: 'collections.Dictionary', aliases: ['dict'], args: [0, ANY], run: makeMap },
  {
    name: 'collections.First',
    aliases: ['first'],
    args: [2, 2],
    run: (values) => take(values, (count) => [0, count]),
  },
  { name: 'collections.Group', aliases: ['group'], args: [2, 2], run: group },
  { name: 'collections.In', aliases: ['in'], args: [2, 2], run: ([list, value]) => isIn(list, value) },
  { name: 'collections.Index', aliases: ['index'], args: [1, ANY], run: index },
  { name: 'collections.IsSet', aliases: ['isSet', 'isset'], args: [2, 2], run: isSet },
  {
    name: 'collections.KeyVals',
    aliases: ['keyVals'],
    args: [1, ANY],
    run: ([key, ...values]) => new KeyValues(key, values),
  },
  {
    name: 'collections.Last',
    aliases: ['last'],
    args: [2, 2],
    run: (values) => take(values, (count, size) => [Math.max(0, size - count), undefined]),
  },
  { name: 'collections.Merge', aliases: ['merge'], args: [2, ANY], run: mergeMaps },
  {
    name: 'collections.NewScratch',
    aliases: ['newScratch', 'NewScratch'],
    args: [0, 0],
    run: (_, { host }) => host.createStore(),
  },
  { name: 'collections.Querify', aliases: ['querify'], args: [0, ANY], run: formatQuery },
  { name: 'collections.Reverse', args: [1, 1], run: reverse },
  { name: 'collections.Seq', aliases: ['seq'], args: [1, 3], run: createSequence },
  { name: 'collections.Shuffle', aliases: ['shuffle'], args: [1, 1], run: ([list]) => shuffle(toList(list)) },
  { name: 'collections.Slice', aliases: ['slice'], args: [0, ANY], run: (values) => [...values] },
];

/** Takes a part of a list or string, from one index to another. */
function take(
  [count, list]: Values,
  range: (count: number, size: number) => [number, number | undefined],
): unknown {
  if (isNil(count) || isNil(list)) throw new TemplateFailure('both limit and seq must be provided');
  const number = toInteger(count);
  if (number < 0) throw new TemplateFailure('sequence length must be non-negative');
  if (typeof list === 'string' || list instanceof SafeText) {
    // Go counts bytes, and authors adapt to that.
    const bytes = Buffer.from(toText(list));
    return bytes.subarray(...range(number, bytes.length)).toString();
  }
  const items = toList(list);
  return items.slice(...range(number, items.length));
}

const isNil = (value: unknown): boolean => value === undefined || value === null;

/**
 * Appends to the last argument. A single list before it is appended item by item, unless the target is a list of lists.
 */
function append(values: Values): unknown {
  const [to, added] = [values.at(-1), values.slice(0, -1)];
  if (isNil(to)) return added.length === 1 && readList(added[0]) ? added[0] : added;
  const list = readList(to);
  if (!list) throw new TemplateFailure(`expected a slice, got ${getTypeName(to)}`);
  const one = added.length === 1 ? readList(added[0]) : undefined;
  const isNested = list.length > 0 && list.every((item) => readList(item) !== undefined);
  return [...list, ...(one && !isNested ? one : added)];
}

/** `apply list "function" "." argument`: the dot is replaced with the item. */
function apply([list, name, ...values]: Values, { functions }: FunctionContext): unknown {
  if (isNil(list)) return [];
  const run = findFunction(toText(name), functions);
  return toList(list).map((item) => run(...values.map((value) => (value === '.' ? item : value))));
}

function findFunction(name: string, functions: FunctionContext['functions']): GoFunction {
  if (name === 'apply') throw new TemplateFailure("can't apply myself (no turtles allowed)");
  const [first = '', ...rest] = name.split('.');
  const outer = Object.hasOwn(functions, first) ? functions[first] : undefined;
  // A namespace is a function, too; it returns the object with its functions.
  const namespace = rest.length > 0 ? outer?.() : undefined;
  const found = namespace instanceof Namespace ? namespace.member(rest.join('.')) : outer;
  if (typeof found === 'function') return found as GoFunction;
  throw new TemplateFailure(`can't find function ${name}`);
}

/** Joins a list. Maps are joined in the order of their values, and items that are not strings are skipped. */
function delimit([list, separator, last]: Values): string {
  const between = toText(separator);
  const items = readEntries(list) ? sortRows([list]) : toList(list);
  const texts = (readList(items) ?? []).map(readText).filter((text) => text !== undefined);
  if (last === undefined || texts.length < 2) return texts.join(between);
  return `${texts.slice(0, -1).join(between)}${toText(last)}${texts.at(-1) ?? ''}`;
}

/** Creates a map; a list of keys creates nested maps. */
function makeMap(values: Values): Readonly<Record<string, unknown>> {
  if (values.length % 2 !== 0)
    throw new TemplateFailure('invalid dictionary call', 'Pass dict pairs of a key and a value.');
  const map: Record<string, unknown> = {};
  for (let n = 0; n < values.length; n += 2) {
    const path = readList(values[n]) ?? [values[n]];
    let inner = map;
    for (const [at, part] of path.entries()) {
      if (typeof part !== 'string' && !(part instanceof SafeText)) {
        throw new TemplateFailure(
          'invalid dictionary key',
          'Keys of dict must be strings, or lists of strings.',
        );
      }
      const key = toText(part);
      const value = at === path.length - 1 ? values[n + 1] : Object.hasOwn(inner, key) ? inner[key] : {};
      // A key named __proto__ must be a normal key.
      Object.defineProperty(inner, key, { value, enumerable: true, configurable: true, writable: true });
      if (at < path.length - 1) inner = value as Record<string, unknown>;
    }
  }
  return map;
}

function group([key, items]: Values): unknown {
  if (isNil(key)) throw new TemplateFailure('nil is not a valid key to group by');
  if (!readList(items)) throw new TemplateFailure(`grouping not supported for type ${getTypeName(items)}`);
  return { Key: key, Pages: items };
}

/** Whether a list contains an item, or a string a substring. Nil contains nothing. */
export function isIn(list: unknown, value: unknown): boolean {
  if (isNil(list) || isNil(value)) return false;
  const items = readList(list);
  if (items) {
    const wanted = createIdentity(value);
    return items.some((item) => !isNil(item) && createIdentity(item) === wanted);
  }
  const [text, part] = [readText(list), readText(value)];
  return text !== undefined && part !== undefined && text.includes(part);
}

/** Finds the value at one or several keys, or at a list of keys; nil if there is none. */
function index([value, ...keys]: Values): unknown {
  const path = keys.length === 1 ? (readList(keys[0]) ?? keys) : keys;
  return path.reduce<unknown>(indexOne, value) ?? null;
}

function indexOne(value: unknown, key: unknown): unknown {
  if (isNil(value)) return undefined;
  const list = typeof value === 'string' ? [...Buffer.from(value)] : readList(value);
  if (!list)
    return readField(value, toText(key)) ?? readEntries(value)?.find(([name]) => name === toText(key))?.[1];
  if (isNil(key)) throw new TemplateFailure('cannot index slice/array with nil');
  const at = typeof key === 'string' ? undefined : readInteger(key);
  if (at === undefined) throw new TemplateFailure(`cannot index slice/array with type ${getTypeName(key)}`);
  return list[at];
}

function isSet([value, key]: Values): boolean {
  const list = readList(value);
  if (list) return list.length > toInteger(key);
  const entries = readEntries(value);
  if (!entries) return readField(value, toText(key)) !== undefined;
  // Unlike `index`, Hugo's isset is case-sensitive, also for params.
  return entries.some(([name]) => name === toText(key));
}

function reverse([list]: Values): unknown {
  if (isNil(list)) return null;
  return toList(list).toReversed();
}
