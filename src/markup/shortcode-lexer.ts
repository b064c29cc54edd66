/**
 * Finds shortcodes in a page, by Hugo's grammar (reference: hugo.md §1; Hugo's `parser/pageparser`). Everything is a
 * range of the source; nothing is cut out or copied. Shortcodes are found everywhere, in code and comments too.
 */
import type { ShortcodeParams } from '../types.ts';
import { type ParamError, readParams } from './shortcode-params.ts';

/** A run of plain text. */
export interface TextToken {
  readonly kind: 'text';
  readonly start: number;
  readonly end: number;
}

/** A shortcode with comment marks inside of its delimiters: shown as text, without them. */
export interface EscapedToken {
  readonly kind: 'escaped';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An opening, closing or self-closing tag. */
export interface TagToken {
  readonly kind: 'tag';
  readonly start: number;
  readonly end: number;
  readonly delimiter: '%' | '<';
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  readonly params: ShortcodeParams;
  /** What is wrong with it, though it is clear what it means. */
  readonly fault?: LexerError;
}

export type ShortcodeToken = TextToken | EscapedToken | TagToken;

/** Why something that begins like a shortcode is none. */
export interface LexerError {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/**
 * The spellings of a tag. `<<% %>>` is the doubled-angle one, which some renderings of Hugo's own documentation use;
 * Hugo has no such spelling, so it can mean nothing else.
 */
const DELIMITERS = [
  { left: '{{<', right: '>}}', delimiter: '<' },
  { left: '{{%', right: '%}}', delimiter: '%' },
  { left: '<<%', right: '%>>', delimiter: '%' },
] as const;

type Delimiters = (typeof DELIMITERS)[number];

const LEFT_RE = /\{\{[<%]|<<%/g;

/** Splits `text` between two offsets into tokens. What is malformed is reported and stays text. */
export function readShortcodeTokens(
  text: string,
  start: number,
  end: number,
  onError: (error: LexerError) => void,
): ShortcodeToken[] {
  const tokens: ShortcodeToken[] = [];
  let textStart = start;
  let at = start;
  const left = new RegExp(LEFT_RE);
  for (;;) {
    left.lastIndex = at;
    const match = left.exec(text);
    if (!match || match.index >= end) break;
    const token = readTag(text.slice(0, end), match.index);
    if (token.kind === 'error') {
      onError(token.error);
      at = match.index + match[0].length;
      continue;
    }
    if (token.kind === 'tag' && token.fault) onError(token.fault);
    if (match.index > textStart) tokens.push({ kind: 'text', start: textStart, end: match.index });
    tokens.push(token);
    at = textStart = token.end;
  }
  if (textStart < end) tokens.push({ kind: 'text', start: textStart, end });
  return tokens;
}

interface ErrorToken {
  readonly kind: 'error';
  readonly error: LexerError;
}

function readTag(text: string, start: number): TagToken | EscapedToken | ErrorToken {
  const spelling = DELIMITERS.find(({ left }) => text.startsWith(left, start));
  if (!spelling) throw new Error(`no shortcode begins at ${start}`);
  const inside = start + spelling.left.length;
  if (text.startsWith('/*', inside)) return readEscaped(text, start, spelling);
  return readOpenTag(text, start, spelling);
}

function readEscaped(text: string, start: number, { left, right }: Delimiters): EscapedToken | ErrorToken {
  const inside = start + left.length + 2;
  const end = text.indexOf(`*/${right}`, inside);
  if (end < 0) {
    return failure(start, 'the comment that begins here is never closed', `End it with */${right}.`);
  }
  const shown = `${left}${text.slice(inside, end)}${right}`;
  return { kind: 'escaped', start, end: end + 2 + right.length, text: shown };
}

const SPACE_RE = /[ \t\r\n]*/y;
const NAME_RE = /[\p{L}\p{N}_][\p{L}\p{N}_\-/.]*/uy;
/** As in Hugo, a name with a period in it is that of an inline shortcode. */
const PERIOD_RE = /\.(?!inline$)/;

function readOpenTag(
  text: string,
  start: number,
  { left, right, delimiter }: Delimiters,
): TagToken | ErrorToken {
  let at = skipSpace(text, start + left.length);
  const closing = text[at] === '/';
  if (closing) at = skipSpace(text, at + 1);
  const name = matchAt(NAME_RE, text, at)?.replace(/\/$/, '');
  if (!name) {
    const isEmpty = text.startsWith(right, at);
    if (isEmpty) return failure(start, 'this shortcode has no name', `Write a name: ${left} note ${right}.`);
    return failure(
      at,
      `a shortcode can't begin with ${quote(text[at])}`,
      `Write ${left}/* … */${right} if it is meant as text.`,
    );
  }
  if (PERIOD_RE.test(name))
    return failure(at, `"${name}" can't be the name of a shortcode`, 'Write it without a period.');
  const list = readParams(text, at + name.length, right);
  if ('message' in list) return { kind: 'error', error: withContext(list, start, right) };
  const { end, selfClosing, params } = list;
  const tag: TagToken = { kind: 'tag', start, end, delimiter, name, closing, selfClosing, params };
  return closing && Object.keys(params.values).length > 0
    ? { ...tag, fault: closingParams(skipSpace(text, at + name.length)) }
    : tag;
}

function closingParams(offset: number): LexerError {
  return { offset, message: 'a closing tag has no parameters', hint: 'Write them in the opening tag.' };
}

/** A tag without an end is reported where it begins: that is the line to mend. */
function withContext(error: ParamError, start: number, right: string): LexerError {
  if (!error.unclosed) return error;
  return { offset: start, message: 'this shortcode has no end', hint: `Close it with ${right}.` };
}

function failure(offset: number, message: string, hint: string): ErrorToken {
  return { kind: 'error', error: { offset, message, hint } };
}

function quote(char: string | undefined): string {
  return char === undefined ? 'the end of the file' : `"${char}"`;
}

function skipSpace(text: string, at: number): number {
  return at + (matchAt(SPACE_RE, text, at)?.length ?? 0);
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
