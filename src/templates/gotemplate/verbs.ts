/** Formats one value with a verb of Go's `fmt`; one row per letter. */
import { formatFloat, formatInt, readNumber } from './numbers.ts';
import { canBackquote, isPrintable, quote } from './quote.ts';
import { typeName } from './type-names.ts';
import { GoObject, isMap, SafeText } from './values.ts';

/** A directive without its `%`. */
export interface Verb {
  readonly letter: string;
  readonly flags: string;
  readonly width?: number;
  readonly precision?: number;
}

/** Formats a value with a verb; unsupported combinations are written as in Go: `%!d(string=x)`. */
export function formatVerb(value: unknown, verb: Verb): string {
  if (verb.letter === 'T') return pad(typeName(value), verb);
  if (value === undefined || value === null) {
    return verb.letter === 'v' ? pad('<nil>', verb) : `%!${verb.letter}(<nil>)`;
  }
  if (Array.isArray(value)) return formatList(value, verb);
  if (isMap(value)) return formatMap(value, verb);
  return formatScalar(value, verb) ?? badVerb(value, verb);
}

function badVerb(value: unknown, { letter }: Verb): string {
  return `%!${letter}(${typeName(value)}=${formatVerb(value, { letter: 'v', flags: '' })})`;
}

function formatList(list: readonly unknown[], verb: Verb): string {
  if (verb.letter === 'v' && verb.flags.includes('#')) {
    return `${typeName(list)}{${list.map((value) => formatVerb(value, verb)).join(', ')}}`;
  }
  return `[${list.map((value) => formatVerb(value, verb)).join(' ')}]`;
}

/** Sorts the keys of a map, as Go does whenever it prints one. */
export function sortedKeys(map: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(map).sort(compareText);
}

/** Go compares strings byte by byte, which for UTF-8 is by code point. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [Array.from(a), Array.from(b)];
  const at = left.findIndex((char, n) => char !== right[n]);
  if (at < 0) return -1;
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1) < 0 ? -1 : 1;
}

function formatMap(map: Readonly<Record<string, unknown>>, verb: Verb): string {
  const isSharp = verb.letter === 'v' && verb.flags.includes('#');
  const entries = sortedKeys(map).map((key) => `${formatVerb(key, verb)}:${formatVerb(map[key], verb)}`);
  return isSharp ? `${typeName(map)}{${entries.join(', ')}}` : `map[${entries.join(' ')}]`;
}

/** Formats a value that is not a list or map; `undefined` if the verb doesn't support it. */
function formatScalar(value: unknown, verb: Verb): string | undefined {
  const text = textOf(value);
  const number = readNumber(value);
  // An object that represents a number prints as text with a text verb.
  if (number && (text === undefined || !/[vsqxX]/.test(verb.letter))) {
    return number.isFloat ? formatFloatVerb(number.value, verb) : formatIntVerb(number.value, verb);
  }
  if (text !== undefined) return formatText(text, verb);
  if (typeof value === 'boolean') return /[vt]/.test(verb.letter) ? pad(String(value), verb) : undefined;
  return verb.letter === 'v' || verb.letter === 'p' ? pad('0x0', verb) : undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value instanceof SafeText) return value.text;
  return value instanceof GoObject || value instanceof Date || value instanceof Error
    ? String(value)
    : undefined;
}

function formatText(text: string, verb: Verb): string | undefined {
  const cut = verb.precision === undefined ? text : Array.from(text).slice(0, verb.precision).join('');
  switch (verb.letter) {
    case 'v':
      return pad(verb.flags.includes('#') ? quote(cut) : cut, verb);
    case 's':
      return pad(cut, verb);
    case 'q': {
      const isRaw = verb.flags.includes('#') && canBackquote(cut);
      return pad(isRaw ? `\`${cut}\`` : quote(cut, '"', verb.flags.includes('+')), verb);
    }
    case 'x':
    case 'X': {
      const bytes = [...new TextEncoder().encode(text)].slice(0, verb.precision);
      const joint = verb.flags.includes(' ') ? ' ' : '';
      const prefix = verb.flags.includes('#') && bytes.length > 0 ? '0x' : '';
      const hex =
        prefix + bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(joint && ` ${prefix}`);
      return pad(verb.letter === 'X' ? hex.toUpperCase() : hex, verb);
    }
    default:
      return undefined;
  }
}

/** Bases by letter, with the prefixes for `#`. */
const BASES: Readonly<Record<string, readonly [number, string]>> = {
  v: [10, ''],
  d: [10, ''],
  b: [2, '0b'],
  o: [8, '0'],
  O: [8, '0o'],
  x: [16, '0x'],
  X: [16, '0X'],
};

function formatIntVerb(value: number, verb: Verb): string | undefined {
  const [base, prefix] = BASES[verb.letter] ?? [0, ''];
  if (base === 0) return formatChar(value, verb);
  let digits = formatInt(Math.abs(value), base);
  if (verb.letter === 'X') digits = digits.toUpperCase();
  if (verb.precision !== undefined) {
    digits = verb.precision === 0 && value === 0 ? '' : digits.padStart(verb.precision, '0');
  }
  if ((verb.flags.includes('#') && verb.letter !== 'v') || verb.letter === 'O') digits = prefix + digits;
  return padNumber((value < 0 ? '-' : signOf(verb)) + digits, verb, verb.precision === undefined);
}

function signOf({ flags, letter }: Verb): string {
  if (flags.includes('+') && letter !== 'q') return '+';
  return flags.includes(' ') ? ' ' : '';
}

function formatChar(value: number, verb: Verb): string | undefined {
  const char = value >= 0 && value <= 0x10ffff ? String.fromCodePoint(value) : '\ufffd';
  switch (verb.letter) {
    case 'c':
      return pad(char, verb);
    case 'q':
      return pad(quote(char, "'", verb.flags.includes('+')), verb);
    case 'U': {
      const code = `U+${formatInt(value, 16).toUpperCase().padStart(4, '0')}`;
      return pad(verb.flags.includes('#') && isPrintable(char) ? `${code} '${char}'` : code, verb);
    }
    default:
      return undefined;
  }
}

function formatFloatVerb(value: number, verb: Verb): string | undefined {
  const style = { v: 'g', g: 'g', G: 'g', e: 'e', E: 'e', f: 'f', F: 'f' }[verb.letter] as
    | 'g'
    | 'e'
    | 'f'
    | undefined;
  if (!style) return undefined;
  const text = formatFloat(value, style, verb.precision ?? (style === 'g' ? -1 : 6));
  const signed = /^[-+]/.test(text) ? text : `${signOf(verb)}${text}`;
  const isFinite = Number.isFinite(value);
  const shown = isFinite || verb.flags.includes('+') ? signed : signed.replace(/^\+(?!$)/, '+');
  return padNumber(/[GE]/.test(verb.letter) ? shown.toUpperCase() : shown, verb, isFinite);
}

/** Pads a number. Zeros follow the sign, and never pad left-aligned values or non-numbers. */
function padNumber(text: string, verb: Verb, allowsZeros: boolean): string {
  const { flags, width = 0 } = verb;
  if (!allowsZeros || !flags.includes('0') || flags.includes('-'))
    return pad(text, { ...verb, flags: flags.replace('0', '') });
  const [, sign = '', digits = ''] = /^([-+ ]?)([\s\S]*)$/.exec(text) ?? [];
  return sign + digits.padStart(width - sign.length, '0');
}

function pad(text: string, { flags, width = 0 }: Verb): string {
  if (width === 0) return text;
  const missing = width - Array.from(text).length;
  if (missing <= 0) return text;
  if (flags.includes('-')) return text + ' '.repeat(missing);
  return (flags.includes('0') ? '0' : ' ').repeat(missing) + text;
}
