/**
 * The parameters of a shortcode tag, typed as in Hugo: quoted values are strings, unquoted ones may be numbers or
 * booleans.
 */
import type { ShortcodeParams, ShortcodeValue } from '../../types.ts';
import { isInWrongQuotes, isWrongQuote } from './wrong-quotes.ts';

/** The parameters up to the end of a tag. */
export interface ParamList {
  readonly params: ShortcodeParams;
  readonly selfClosing: boolean;
  /** The offset after the right delimiter. */
  readonly end: number;
  /** The offset of the first value in quotes that are part of it, such as curly ones. */
  readonly wrongQuote?: number;
}

/** A syntax error in a parameter. */
export interface ParamError {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
  /** Whether the tag is not closed: the error is the tag's, not the parameter's. */
  readonly unclosed?: boolean;
}

/** One parameter; `key` if it is named. */
interface Param {
  readonly key?: string;
  readonly value: ShortcodeValue;
  readonly end: number;
  /** The offset of the value, if it begins with a quote that is part of it. */
  readonly wrongQuote?: number;
}

const SPACE_RE = /[ \t\r\n]*/y;
const BARE_RE = /[\p{L}\p{N}_-][\p{L}\p{N}_.-]*/uy;
const NAMED_BARE_RE = /[^ \t\r\n]+/y;
/** `\"` is the only escape, so a quote after a backslash never closes. */
const QUOTED_RE = /"((?:\\"|[^"\n])*)(?<!\\)"/y;
const ESCAPED_QUOTED_RE = /\\"((?:[^"\\\n]|\\[^"\n])*)\\"/y;
const RAW_RE = /`([^`]*)`/y;
const INTEGER_RE = /^-?\d+$/;
const FLOAT_RE = /^-?\d+\.\d+$/;

/**
 * Reads the parameters of a tag, from after its name to its end.
 * @param isClosed whether a right delimiter follows an offset
 */
export function readParams(
  text: string,
  start: number,
  right: string,
  isClosed = (offset: number): boolean => text.includes(right, offset),
): ParamList | ParamError {
  const params: Param[] = [];
  let at = skipSpace(text, start);
  for (;;) {
    if (text.startsWith(right, at)) return collect(params, { selfClosing: false, end: at + right.length });
    if (text[at] === '/') {
      const next = skipSpace(text, at + 1);
      if (text.startsWith(right, next))
        return collect(params, { selfClosing: true, end: next + right.length });
    }
    if (at >= text.length) return unclosed(at);
    const param = readParam(text, at, params[0]);
    if (!param || 'message' in param) {
      const begun = params.find(({ wrongQuote }) => wrongQuote !== undefined)?.wrongQuote;
      if (begun !== undefined) return notQuoted(text.charAt(begun), begun);
      return param ?? unexpected(text, at, right, isClosed(at));
    }
    params.push(param);
    at = skipSpace(text, param.end);
  }
}

/** Reads a parameter, which has a name if the first one has; `undefined` if none begins here. */
function readParam(text: string, at: number, first: Param | undefined): Param | ParamError | undefined {
  const word = readQuoted(text, at) ?? readBare(text, at);
  if (!word || 'message' in word) return word;
  const equals = skipSpace(text, word.end);
  const isNamed = text[equals] === '=';
  if (first && (first.key !== undefined) !== isNamed) return mixture(at, word, isNamed);
  if (!isNamed) return { value: word.value, end: word.end };
  const begin = skipSpace(text, equals + 1);
  // An unquoted value after a name extends to the next whitespace, so that URLs need no quotes.
  const value = readQuoted(text, begin) ?? readNamedBare(text, begin);
  if (!value) return unclosed(begin);
  if ('message' in value) return value;
  const wrongQuote = isWrongQuote(text.charAt(begin)) ? begin : undefined;
  return {
    key: word.raw,
    value: value.value,
    end: value.end,
    ...(wrongQuote !== undefined && { wrongQuote }),
  };
}

interface Value {
  readonly value: ShortcodeValue;
  readonly raw: string;
  readonly end: number;
}

function readQuoted(text: string, at: number): Value | ParamError | undefined {
  if (text[at] === '`') {
    const raw = exec(RAW_RE, text, at);
    if (!raw) return { offset: at + 1, message: 'unclosed backquote', hint: 'Add the closing `.' };
    return { value: raw[1] ?? '', raw: raw[1] ?? '', end: at + raw[0].length };
  }
  const isEscaped = text.startsWith('\\"', at);
  if (text[at] !== '"' && !isEscaped) return undefined;
  const match = exec(isEscaped ? ESCAPED_QUOTED_RE : QUOTED_RE, text, at);
  if (!match)
    return {
      offset: at + 1,
      message: 'unclosed quote on this line',
      hint: 'Add the closing ", or use backquotes for text of several lines.',
    };
  // \" is the only escape that Hugo knows; other backslashes are the author's.
  const value = (match[1] ?? '').replaceAll('\\"', '"');
  return { value, raw: value, end: at + match[0].length };
}

function readBare(text: string, at: number): Value | undefined {
  const match = exec(BARE_RE, text, at);
  return match ? { value: typed(match[0]), raw: match[0], end: at + match[0].length } : undefined;
}

function readNamedBare(text: string, at: number): Value | undefined {
  const match = exec(NAMED_BARE_RE, text, at);
  return match ? { value: typed(match[0]), raw: match[0], end: at + match[0].length } : undefined;
}

function typed(raw: string): ShortcodeValue {
  if (raw === 'true' || raw === 'false') return raw === 'true';
  if (INTEGER_RE.test(raw)) return Number.isSafeInteger(Number(raw)) ? Number(raw) : raw;
  return FLOAT_RE.test(raw) ? Number(raw) : raw;
}

function collect(params: readonly Param[], rest: Omit<ParamList, 'params'>): ParamList {
  const isNamed = params.some(({ key }) => key !== undefined);
  if (!isNamed) return { params: { kind: 'positional', values: params.map(({ value }) => value) }, ...rest };
  const values = Object.fromEntries(params.map(({ key, value }) => [key ?? '', value]));
  const quoted = params.find(({ value, wrongQuote }) => wrongQuote !== undefined && isInWrongQuotes(value));
  const wrong = quoted?.wrongQuote === undefined ? {} : { wrongQuote: quoted.wrongQuote };
  return { params: { kind: 'named', values }, ...rest, ...wrong };
}

function mixture(offset: number, { value, raw }: Value, isNamed: boolean): ParamError {
  const message = isNamed
    ? `"${raw}" has a name, but the parameters before it don't`
    : `"${String(value)}" has no name, but the parameters before it do`;
  return { offset, message, hint: 'Name either all parameters or none.' };
}

function unexpected(text: string, offset: number, right: string, isClosed: boolean): ParamError {
  const char = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  return {
    offset,
    message: `${char} is not allowed in an unquoted parameter`,
    hint: isWrongQuote(char)
      ? 'Put the value in straight double quotes: "…".'
      : isClosed
        ? 'Put the value in double quotes.'
        : `Put the value in double quotes, and close the tag with ${right}.`,
  };
}

/** A value in quotes that are no quotes ends at its first space, and the rest of it can't be read. */
const notQuoted = (quote: string, offset: number): ParamError => ({
  offset,
  message: `${quote} does not quote a value, so the value ends at the next space`,
  hint: 'Put the value in straight double quotes: "…".',
});

function unclosed(offset: number): ParamError {
  return { offset, message: 'the tag is not closed', hint: 'Close it.', unclosed: true };
}

function skipSpace(text: string, at: number): number {
  return at + (exec(SPACE_RE, text, at)?.[0].length ?? 0);
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
