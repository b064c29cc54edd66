/** `math.*`. */
import { SafeText, TemplateFailure } from '../gotemplate/values.ts';
import { isInt, createFloat, readFloat, readNumber, toInteger, toNumber } from './values/conversions.ts';
import { describeValue } from './values/describe-value.ts';
import { readList } from './values/lists.ts';
import { ANY, type FunctionContext, type FunctionRow } from './row.ts';

type Values = readonly unknown[];

/** Creates a function from one float to another. */
const onFloat =
  (name: string, run: (number: number) => number): FunctionRow['run'] =>
  ([value]) => {
    const number = value === undefined || value === null ? undefined : readNumber(value);
    if (number === undefined)
      throw new TemplateFailure(`the math.${name} function requires a numeric argument`);
    return createFloat(run(number));
  };

const floatRow = (
  name: string,
  run: (number: number) => number,
  aliases: readonly string[] = [],
): FunctionRow => ({
  name: `math.${name}`,
  aliases,
  args: [1, 1],
  run: onFloat(name, run),
});

export const mathFunctions: readonly FunctionRow[] = [
  floatRow('Abs', Math.abs),
  floatRow('Acos', Math.acos),
  floatRow('Asin', Math.asin),
  floatRow('Atan', Math.atan),
  floatRow('Ceil', Math.ceil),
  floatRow('Cos', Math.cos),
  floatRow('Floor', Math.floor),
  floatRow('Log', Math.log),
  // Halves are rounded away from zero.
  floatRow('Round', (number) => Math.sign(number) * Math.round(Math.abs(number))),
  floatRow('Sin', Math.sin),
  floatRow('Sqrt', Math.sqrt),
  floatRow('Tan', Math.tan),
  floatRow('ToDegrees', (number) => (number * 180) / Math.PI),
  floatRow('ToRadians', (number) => (number * Math.PI) / 180),
  { name: 'math.Atan2', args: [2, 2], run: ([y, x]) => createFloat(Math.atan2(toNumber(y), toNumber(x))) },
  { name: 'math.Add', aliases: ['add'], args: [2, ANY], run: (values) => values.reduce(add) },
  {
    name: 'math.Sub',
    aliases: ['sub'],
    args: [2, ANY],
    run: (values) =>
      values.reduce(
        calculate(
          (a, b) => a - b,
          (first, second) => `subtract ${second} from ${first}`,
        ),
      ),
  },
  {
    name: 'math.Mul',
    aliases: ['mul'],
    args: [2, ANY],
    run: (values) =>
      values.reduce(
        calculate(
          (a, b) => a * b,
          (first, second) => `multiply ${first} by ${second}`,
        ),
      ),
  },
  { name: 'math.Div', aliases: ['div'], args: [2, ANY], run: (values) => values.reduce(divide) },
  { name: 'math.Mod', aliases: ['mod'], args: [2, 2], run: modulo },
  { name: 'math.ModBool', aliases: ['modBool'], args: [2, 2], run: (values) => modulo(values) === 0 },
  {
    name: 'math.Pow',
    aliases: ['pow'],
    args: [2, 2],
    run: ([base, power]) => createFloat(toNumber(base) ** toNumber(power)),
  },
  { name: 'math.Max', args: [1, ANY], run: (values) => createFloat(Math.max(...numbersOf('Max', values))) },
  { name: 'math.Min', args: [1, ANY], run: (values) => createFloat(Math.min(...numbersOf('Min', values))) },
  {
    name: 'math.Sum',
    args: [1, ANY],
    run: (values) => createFloat(numbersOf('Sum', values).reduce((sum, number) => sum + number, 0)),
  },
  {
    name: 'math.Product',
    args: [1, ANY],
    run: (values) =>
      createFloat(numbersOf('Product', values).reduce((product, number) => product * number, 1)),
  },
  { name: 'math.MaxInt64', args: [0, 0], run: () => Number.MAX_SAFE_INTEGER },
  { name: 'math.Pi', args: [0, 0], run: () => Math.PI },
  { name: 'math.Rand', args: [0, 0], run: () => Math.random() },
  { name: 'math.Counter', args: [0, 0], run: count },
];

/**
 * Creates a calculation: two ints result in an int, and anything with a float in a float.
 * @param describe says in messages what is done with two values: `add 1 (int) and 2 (int)`
 */
const calculate =
  (operate: (a: number, b: number) => number, describe: (first: string, second: string) => string) =>
  (first: unknown, second: unknown): unknown => {
    const [a, b] = [readFloat(first), readFloat(second)];
    if (a === undefined || b === undefined) {
      const attempted = describe(describeValue(first), describeValue(second));
      throw new TemplateFailure(`can't ${attempted}`, operandHint(a === undefined ? first : second));
    }
    const result = operate(a, b);
    return isInt(first) && isInt(second) ? result : createFloat(result);
  };

function operandHint(value: unknown): string {
  if (value === undefined || value === null) return 'Check the name of the value, or set it with default.';
  return typeof value === 'string' || value instanceof SafeText
    ? 'Convert strings to numbers first, with int or float.'
    : 'Use numbers.';
}

/** Adds two values; strings are joined. */
function add(first: unknown, second: unknown): unknown {
  if (typeof first === 'string' && typeof second === 'string') return first + second;
  return calculate(
    (a, b) => a + b,
    (left, right) => `add ${left} and ${right}`,
  )(first, second);
}

function divide(first: unknown, second: unknown): unknown {
  if (readFloat(second) === 0) throw new TemplateFailure("can't divide the value by 0");
  const operate =
    isInt(first) && isInt(second)
      ? (a: number, b: number) => Math.trunc(a / b)
      : (a: number, b: number) => a / b;
  return calculate(operate, (left, right) => `divide ${left} by ${right}`)(first, second);
}

function modulo([first, second]: Values): number {
  const [a, b] = [toInteger(first), toInteger(second)];
  if (b === 0) throw new TemplateFailure("the number can't be divided by zero at modulo operation");
  return a % b;
}

/** Reads numbers, also from lists. */
function numbersOf(name: string, values: Values): readonly number[] {
  const numbers = values.flatMap((value) => readList(value) ?? [value]).map(readNumber);
  if (numbers.length === 0 && values.length === 0)
    throw new TemplateFailure('must provide at least one number');
  return numbers.map((number) => {
    if (number === undefined)
      throw new TemplateFailure(`${name} operator can't be used with non-float values`);
    return number;
  });
}

function count(_: Values, { cache }: FunctionContext): number {
  const next = Number(cache.get('math.Counter') ?? 0) + 1;
  cache.set('math.Counter', next);
  return next;
}
