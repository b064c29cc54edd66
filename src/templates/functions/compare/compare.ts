/** `compare.*`. */
import { isTrue } from '../../gotemplate/values.ts';
import { compareValues, isEqual } from './comparison.ts';
import { ANY, type FunctionRow } from '../row.ts';
import { GoTime } from '../time/object.ts';

type Values = readonly unknown[];

const isOrdered =
  (fits: (order: number) => boolean): FunctionRow['run'] =>
  ([first, ...others]) =>
    others.every((other) => fits(compareValues(first, other)));

export const compareFunctions: readonly FunctionRow[] = [
  {
    name: 'compare.Conditional',
    aliases: ['cond'],
    args: [3, 3],
    run: ([condition, yes, no]) => (isTrue(condition) ? yes : no),
  },
  { name: 'compare.Default', aliases: ['default'], args: [1, 2], run: chooseDefault },
  {
    name: 'compare.Eq',
    aliases: ['eq'],
    args: [2, ANY],
    run: ([first, ...others]) => others.some((other) => isEqual(first, other)),
  },
  {
    name: 'compare.Ne',
    aliases: ['ne'],
    args: [2, ANY],
    run: ([first, ...others]) => others.every((other) => !isEqual(first, other)),
  },
  { name: 'compare.Ge', aliases: ['ge'], args: [2, ANY], run: isOrdered((order) => order >= 0) },
  { name: 'compare.Gt', aliases: ['gt'], args: [2, ANY], run: isOrdered((order) => order > 0) },
  { name: 'compare.Le', aliases: ['le'], args: [2, ANY], run: isOrdered((order) => order <= 0) },
  { name: 'compare.Lt', aliases: ['lt'], args: [2, ANY], run: isOrdered((order) => order < 0) },
];

/** Returns the value if it is set: `false` is, but zero, empty and nil are not. */
function chooseDefault([fallback, ...given]: Values): unknown {
  const [value] = given;
  if (typeof value === 'boolean') return value;
  if (value instanceof GoTime) return value.isZero ? fallback : value;
  return isTrue(value) ? value : fallback;
}
