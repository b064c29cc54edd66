/** Formats values as text: Go's `fmt`. */
import { formatVerb, type Verb } from './verbs.ts';
import { SafeText } from './values.ts';

const PLAIN: Verb = { letter: 'v', flags: '' };

/** Formats a value as `%v` does: `map[a:1 b:2]`, `[1 2]`, `<nil>`. */
export function formatValue(value: unknown): string {
  return formatVerb(value, PLAIN);
}

/** `fmt.Sprint`: a space between two values if neither is a string. */
export function sprint(values: readonly unknown[]): string {
  const isText = (value: unknown): boolean => typeof value === 'string' || value instanceof SafeText;
  return values
    .map((value, n) => (n > 0 && !isText(value) && !isText(values[n - 1]) ? ' ' : '') + formatValue(value))
    .join('');
}

/** `fmt.Sprintln`: a space between all values, and a line break. */
export function sprintln(values: readonly unknown[]): string {
  return `${values.map(formatValue).join(' ')}\n`;
}

/** The largest width and precision, as in Go. */
const MAX_SIZE = 1_000_000;

/** Flags, `[n]` and width, `[n]` and precision, `[n]`, and the letter. */
const DIRECTIVE_RE =
  /%([-+# 0]*)(?:\[(\d+)\])?(\*|\d+)?(?:\.(?:\[(\d+)\])?(\*|\d+)?)?(?:\[(\d+)\])?([\s\S]?)/gu;

/** `fmt.Sprintf`, with its error notes: `%!d(string=x)`, `%!s(MISSING)`, `%!(EXTRA int=1)`. */
export function sprintf(format: string, values: readonly unknown[]): string {
  let next = 0;
  let isReordered = false;
  let bad = '';
  const select = (index: string | undefined): boolean => {
    if (index === undefined) return true;
    isReordered = true;
    next = Number(index) - 1;
    return next >= 0 && next < values.length;
  };
  const count = (text: string | undefined, note: string): number | undefined => {
    if (text !== '*') return text === undefined ? undefined : Math.min(Number(text), MAX_SIZE);
    const value = values[next++];
    if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= MAX_SIZE) return value;
    bad += note;
    return undefined;
  };
  const text = format.replace(
    DIRECTIVE_RE,
    (
      whole: string,
      flags: string,
      ...[first, widthText, second, precisionText, third, letter = '']: (string | undefined)[]
    ) => {
      bad = '';
      const isInRange = [select(first)];
      const width = count(widthText, '%!(BADWIDTH)');
      isInRange.push(select(second));
      const hasPoint = /\.(?:\[\d+\])?(?:\*|\d+)?(?:\[\d+\])?[^.]?$/u.test(whole.slice(1 + flags.length));
      const precision = count(precisionText, '%!(BADPREC)') ?? (hasPoint ? 0 : undefined);
      isInRange.push(select(third));
      if (letter === '') return '%!(NOVERB)';
      if (letter === '%') return '%';
      if (isInRange.includes(false)) return `${bad}%!${letter}(BADINDEX)`;
      if (next >= values.length) return `${bad}%!${letter}(MISSING)`;
      return bad + formatVerb(values[next++], { letter, ...normalizeSize(flags, width, precision) });
    },
  );
  if (isReordered || next >= values.length) return text;
  const extra = values
    .slice(next)
    .map((value) => formatVerb(value, { letter: 'T', flags: '' }) + suffixOf(value));
  return `${text}%!(EXTRA ${extra.join(', ')})`;
}

function suffixOf(value: unknown): string {
  return value === undefined || value === null ? '' : `=${formatValue(value)}`;
}

/** Normalizes width and precision from `*`: a negative width aligns left, and a negative precision is ignored. */
function normalizeSize(flags: string, width?: number, precision?: number): Omit<Verb, 'letter'> {
  const isNegative = width !== undefined && width < 0;
  return {
    flags: isNegative ? `${flags}-` : flags,
    ...(width !== undefined && { width: Math.abs(width) }),
    ...(precision !== undefined && precision >= 0 && { precision }),
  };
}
