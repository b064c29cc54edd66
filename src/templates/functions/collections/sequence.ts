/** `seq` and `shuffle`. */
import { TemplateFailure } from '../../gotemplate/values.ts';
import { toInteger } from '../values/conversions.ts';

const MAX_SIZE = 1_000_000;

/**
 * Creates the list of `seq last`, `seq first last`, `seq first increment last`. As in Hugo, `seq -3` counts down from
 * -1.
 */
export function createSequence(values: readonly unknown[]): readonly number[] {
  const { first, step, last } = readRange(values.map(toInteger));
  if (last === 0 && values.length === 1) return [];
  if (step === 0) throw new TemplateFailure("'increment' must not be 0");
  if (first < last && step < 0) throw new TemplateFailure("'increment' must be > 0");
  if (first > last && step > 0) throw new TemplateFailure("'increment' must be < 0");
  const size = Math.trunc((last - first) / step) + 1;
  if (size > MAX_SIZE) throw new TemplateFailure('size of result exceeds limit');
  return Array.from({ length: size }, (_, n) => first + n * step);
}

function readRange(numbers: readonly number[]): { first: number; step: number; last: number } {
  const [a = 0, b = 0, c = 0] = numbers;
  if (numbers.length === 1) return { first: a < 0 ? -1 : 1, step: a < 0 ? -1 : 1, last: a };
  return numbers.length === 2 ? { first: a, step: b < a ? -1 : 1, last: b } : { first: a, step: b, last: c };
}

/** Shuffles items. */
export function shuffle(items: readonly unknown[]): readonly unknown[] {
  const shuffled = [...items];
  for (let n = shuffled.length - 1; n > 0; n--) {
    const other = Math.floor(Math.random() * (n + 1));
    [shuffled[n], shuffled[other]] = [shuffled[other], shuffled[n]];
  }
  return shuffled;
}
