/** Go's own comparisons: `eq ne lt le gt ge` of `text/template`, which only compare values of the same kind. */
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
      'Compare integers with integers and floats with floats.',
    );
  }
  if (first && second) return first.value === second.value;
  const isComparable = a instanceof GoObject && b instanceof GoObject;
  if (!isComparable) {
    const name = isMap(a) || isMap(b) ? 'map' : Array.isArray(a) || Array.isArray(b) ? 'list' : 'function';
    throw new TemplateFailure(`non-comparable type: a ${name}`, 'Compare its elements instead.');
  }
  return a === b;
}

/** Compares two values: negative, zero, positive; `NaN` if they have no order. */
export function compareBasics(a: unknown, b: unknown): number {
  const [first, second] = [basicOf(a), basicOf(b)];
  if (!first || !second || first.kind === 'bool' || second.kind === 'bool') {
    throw new TemplateFailure('invalid type for comparison', 'Only numbers and strings can be ordered.');
  }
  if (first.kind !== second.kind) throw new TemplateFailure('incompatible types for comparison');
  if (typeof first.value === 'string') return compareText(first.value, String(second.value));
  return Number(first.value) - Number(second.value);
}
