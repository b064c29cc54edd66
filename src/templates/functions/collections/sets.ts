/** Lists as sets: `intersect`, `union`, `complement`, `symdiff`, `uniq`. */
import { TemplateFailure } from '../../gotemplate/values.ts';
import { getTypeName } from '../values/conversions.ts';
import { createIdentity } from '../values/fields.ts';
import { readList, toList } from '../values/lists.ts';
import { ANY, type FunctionRow } from '../row.ts';

type Values = readonly unknown[];

export const setsFunctions: readonly FunctionRow[] = [
  { name: 'collections.Complement', aliases: ['complement'], args: [2, ANY], run: complement },
  { name: 'collections.Intersect', aliases: ['intersect'], args: [2, 2], run: intersect },
  { name: 'collections.SymDiff', aliases: ['symdiff'], args: [2, 2], run: symdiff },
  { name: 'collections.Union', aliases: ['union'], args: [2, 2], run: union },
  { name: 'collections.Uniq', aliases: ['uniq'], args: [1, 1], run: uniq },
];

const isNil = (value: unknown): boolean => value === undefined || value === null;

function identities(lists: Values): ReadonlySet<unknown> {
  return new Set(lists.flatMap((list) => toSlice(list).map(createIdentity)));
}

function toSlice(value: unknown): Values {
  const list = readList(value);
  if (list) return list;
  throw new TemplateFailure(`arguments must be slices or arrays, got ${getTypeName(value)}`);
}

/** Finds the items of the last list that are in none of the others. */
function complement(values: Values): unknown {
  const [all, others] = [values.at(-1), identities(values.slice(0, -1))];
  return toSlice(all).filter((item) => !others.has(createIdentity(item)));
}

/** Finds the items of both lists, in the order of the first. */
export function intersect([first, second]: Values): unknown {
  if (isNil(first) || isNil(second)) return [];
  const both = new Set(toList(second).map(createIdentity));
  return unique(toList(first).filter((item) => both.has(createIdentity(item))));
}

/** Finds the items of only one list, those of the second first. */
function symdiff([first, second]: Values): unknown {
  const [one, other] = [identities([first]), identities([second])];
  const isInOne = (item: unknown): boolean =>
    one.has(createIdentity(item)) !== other.has(createIdentity(item));
  return [...toSlice(second), ...toSlice(first)].filter(isInOne);
}

/** Finds the items of either list. */
function union([first, second]: Values): unknown {
  if (isNil(first) || isNil(second)) return first ?? second ?? [];
  return unique([...toList(first).filter((item) => !isNil(item)), ...toList(second)]);
}

function uniq([list]: Values): unknown {
  if (isNil(list)) return [];
  return unique(toSlice(list));
}

function unique(items: Values): Values {
  const seen = new Set<unknown>();
  return items.filter((item) => {
    const identity = createIdentity(item);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}
