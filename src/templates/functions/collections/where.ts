/** `where`: the items of a list with a field that matches. */
import { SafeText, TemplateFailure } from '../../gotemplate/values.ts';
import type { TemplateHost } from '../../host.ts';
import { compareCharacters } from '../compare/comparison.ts';
import { isIn } from './collections.ts';
import { readFloat, toText } from '../values/conversions.ts';
import { readFieldPath } from '../values/fields.ts';
import { readEntries, readList, toList } from '../values/lists.ts';
import { readPattern } from '../strings/patterns.ts';
import type { FunctionContext, FunctionRow } from '../row.ts';
import { intersect } from './sets.ts';
import { GoTime } from '../time/object.ts';

export const whereFunctions: readonly FunctionRow[] = [
  { name: 'collections.Where', aliases: ['where'], args: [3, 4], run: where },
];

/** Compares a field with the wanted value; neither is nil. */
type Match = (field: unknown, wanted: unknown, host: TemplateHost) => boolean;

/** Compares two values of one kind; `undefined` for values without an order. */
function order(a: unknown, b: unknown): number | undefined {
  if (typeof a === 'string' && typeof b === 'string') return compareCharacters(a, b);
  if (a instanceof GoTime && b instanceof GoTime) return a.seconds - b.seconds;
  const [left, right] = [readFloat(a), readFloat(b)];
  return left === undefined || right === undefined ? undefined : left - right;
}

const inOrder =
  (fits: (order: number) => boolean): Match =>
  (field, wanted) => {
    const found = order(field, wanted);
    return found !== undefined && fits(found);
  };

const isOneOf: Match = (field, wanted) =>
  readList(wanted) || (typeof wanted === 'string' && typeof field === 'string') ? isIn(wanted, field) : false;

const areEqual: Match = (field, wanted) => order(field, wanted) === 0 || field === wanted;

const areUnequal: Match = (field, wanted, host) =>
  typeof field === 'boolean' && typeof wanted === 'boolean'
    ? field !== wanted
    : inOrder((found) => found !== 0)(field, wanted, host) ||
      (order(field, wanted) === undefined && isOtherObject(field, wanted, host));

/** Compares objects by identity; for values of different kinds, Hugo's `eq` and `ne` are both false. */
const isOtherObject: Match = (field, wanted) =>
  typeof field === 'object' && typeof wanted === 'object' && field !== wanted;

/** Operators by name, including aliases. */
const operators: Readonly<Record<string, Match>> = {
  ...named(['', '=', '==', 'eq'], areEqual),
  ...named(['!=', '<>', 'ne'], areUnequal),
  ...named(
    ['>=', 'ge'],
    inOrder((found) => found >= 0),
  ),
  ...named(
    ['>', 'gt'],
    inOrder((found) => found > 0),
  ),
  ...named(
    ['<=', 'le'],
    inOrder((found) => found <= 0),
  ),
  ...named(
    ['<', 'lt'],
    inOrder((found) => found < 0),
  ),
  ...named(['in'], isOneOf),
  ...named(['not in'], (field, wanted, host) => !isOneOf(field, wanted, host)),
  ...named(['intersect'], (field, wanted) => toList(intersect([field, wanted])).length > 0),
  ...named(
    ['like'],
    (field, wanted, host) => typeof field === 'string' && readPattern(toText(wanted), host).test(field),
  ),
};

function named(names: readonly string[], match: Match): Record<string, Match> {
  return Object.fromEntries(names.map((name) => [name, match]));
}

/** `where list "field" value`, `where list "field" "operator" value`. */
function where([list, key, ...rest]: readonly unknown[], { host }: FunctionContext): unknown {
  const wanted = plain(rest.at(-1));
  const operator = rest.length === 2 ? toText(rest[0]).toLowerCase().trim() : '';
  const match = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  if (!match) {
    throw new TemplateFailure(
      `no such operator: ${JSON.stringify(operator)}`,
      `Use one of ${Object.keys(operators).filter(Boolean).join(', ')}.`,
    );
  }
  const path = toText(key);
  const fits = (item: unknown): boolean =>
    fitsCondition(plain(readFieldPath(item, path)), wanted, {
      operator,
      match: (one, other) => match(one, other, host),
    });
  const entries = readList(list) ? undefined : readEntries(list);
  if (!entries) return toList(list).filter(fits);
  return Object.fromEntries(entries.filter(([, items]) => readList(items)?.some(fits)));
}

/** Converts values for comparison: safe texts to strings, and dates of data to times. */
function plain(value: unknown): unknown {
  if (value instanceof SafeText) return value.text;
  return value instanceof Date ? GoTime.of(value) : value;
}

interface Condition {
  readonly operator: string;
  readonly match: (field: unknown, wanted: unknown) => boolean;
}

/** Whether a field matches a condition. Nil only equals nil, and has no order. */
function fitsCondition(field: unknown, wanted: unknown, { operator, match }: Condition): boolean {
  const [isNil, isWantedNil] = [
    field === undefined || field === null,
    wanted === undefined || wanted === null,
  ];
  if (!isNil && !isWantedNil) return match(field, wanted);
  if (operators[operator] === areEqual) return isNil === isWantedNil;
  return operators[operator] === areUnequal && isNil !== isWantedNil;
}
