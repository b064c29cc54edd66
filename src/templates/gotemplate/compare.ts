/** Go's own comparisons: `eq ne lt le gt ge` of `text/template`, which know only values of one kind. */
import { readNumber } from './numbers.ts';
import { GoObject, isMap, SafeText, TemplateFailure } from './values.ts';
import { compareText } from './verbs.ts';

type Basic = {
  readonly kind: 'bool' | 'int' | 'float' | 'string';
  readonly value: boolean | number | string;
};

function basicOf(value: unknown): Basic | undefined {
  if (typeof value === 'boolean') return { kind: 'bool', value };
  if (typeof value === 'string') return { kind: 'string', value };
  if (value instanceof SafeText) return { kind: 'string', value: value.text };
  const number = readNumber(value);
  return number && { kind: number.isFloat ? 'float' : 'int', value: number.value };
}

const isNil = (value: unknown): boolean => value === undefined || value === null;

/** Whether a value equals one of the others. */
export function isEqual(value: unknown, others: readonly unknown[]): boolean {
  if (others.length === 0) throw new TemplateFailure('missing argument for comparison');
  return others.some((other) => isSame(value, other));
}

function isSame(a: unknown, b: unknown): boolean {
  if (isNil(a) || isNil(b)) return isNil(a) && isNil(b);
  const [first, second] = [basicOf(a), basicOf(b)];
  if (first?.kind !== second?.kind) {
    throw new TemplateFailure(
      'incompatible types for comparison',
      'Compare numbers with numbers of their kind.',
    );
  }
  if (first && second) return first.value === second.value;
  const isComparable = a instanceof GoObject && b instanceof GoObject;
  if (!isComparable) {
    const name = isMap(a) || isMap(b) ? 'map' : Array.isArray(a) || Array.isArray(b) ? 'list' : 'function';
    throw new TemplateFailure(`non-comparable type: a ${name}`, 'Compare what stands in it.');
  }
  return a === b;
}

/** Which of two values is the smaller one: negative, zero, positive; `NaN` where neither is. */
export function compareBasics(a: unknown, b: unknown): number {
  const [first, second] = [basicOf(a), basicOf(b)];
  if (!first || !second || first.kind === 'bool' || second.kind === 'bool') {
    throw new TemplateFailure('invalid type for comparison', 'Numbers and strings have an order.');
  }
  if (first.kind !== second.kind) throw new TemplateFailure('incompatible types for comparison');
  if (typeof first.value === 'string') return compareText(first.value, String(second.value));
  return Number(first.value) - Number(second.value);
}
