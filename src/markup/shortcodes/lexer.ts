/**
 * Finds shortcodes in a page, by the grammar of Hugo's `parser/pageparser`. Each token is a range of the source;
 * nothing is cut out or copied. Shortcodes are found everywhere, also in code and comments.
 */
import type { ShortcodeParams } from '../../types.ts';
import { type ParamError, readParams } from './params.ts';

/** A run of plain text. */
export interface TextToken {
  readonly kind: 'text';
  readonly start: number;
  readonly end: number;
}

/** A shortcode with comment markers inside its delimiters: shown as text, without them. */
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
  /** An error in a tag whose meaning is clear all the same. */
  readonly fault?: LexerError;
  /** The offset of the first value in quotes that are part of it, such as curly ones. */
  readonly wrongQuote?: number;
}

export type ShortcodeToken = TextToken | EscapedToken | TagToken;

/** A syntax error in a shortcode. */
export interface LexerError {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/**
 * The delimiters of tags. Some renderings of Hugo's own documentation show `<<% %>>`; Hugo has no such delimiters, so
 * they can't mean anything else.
 */
const DELIMITERS = [
  { left: '{{<', right: '>}}', delimiter: '<' },
  { left: '{{%', right: '%}}', delimiter: '%' },
  { left: '<<%', right: '%>>', delimiter: '%' },
] as const;

type Delimiters = (typeof DELIMITERS)[number];

const LEFT_RE = /\{\{[<%]|<<%/g;

/** Splits `text` between two offsets into tokens. Malformed tags are reported, and stay text. */
export function readShortcodeTokens(
  text: string,
  start: number,
  end: number,
  onError: (error: LexerError) => void,
): ShortcodeToken[] {
  const tokens: ShortcodeToken[] = [];
  const source = new TagSource(end < text.length ? text.slice(0, end) : text);
  let textStart = start;
  let at = start;
  const left = new RegExp(LEFT_RE);
  for (;;) {
    left.lastIndex = at;
    const match = left.exec(source.text);
    if (!match) break;
    const token = readTag(source, match.index);
    if (token.kind === 'error') {
      onError(token.error);
      at = Math.max(match.index + match[0].length, token.readTo);
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

/** A text whose right delimiters are sought once, however many tags are never closed. */
class TagSource {
  readonly text: string;
  readonly #last = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
  }

  /** Finds words from an offset on; -1 if there are none. */
  find(words: string, from: number): number {
    return this.has(words, from) ? this.text.indexOf(words, from) : -1;
  }

  /** Whether words begin at an offset or after it. */
  has(words: string, from: number): boolean {
    const last = this.#last.get(words) ?? this.text.lastIndexOf(words);
    this.#last.set(words, last);
    return last >= from;
  }
}

interface ErrorToken {
  readonly kind: 'error';
  readonly error: LexerError;
  /** Where reading stopped: tags are sought from there on. */
  readonly readTo: number;
}

function readTag(source: TagSource, start: number): TagToken | EscapedToken | ErrorToken {
  const spelling = DELIMITERS.find(({ left }) => source.text.startsWith(left, start));
  if (!spelling) throw new Error(`no shortcode begins at ${start}`);
  const inside = start + spelling.left.length;
  if (source.text.startsWith('/*', inside)) return readEscaped(source, start, spelling);
  return readOpenTag(source, start, spelling);
}

function readEscaped(
  source: TagSource,
  start: number,
  { left, right }: Delimiters,
): EscapedToken | ErrorToken {
  const inside = start + left.length + 2;
  const end = source.find(`*/${right}`, inside);
  if (end < 0) {
    return failure(start, 'the comment opened here is never closed', `Close it with */${right}.`);
  }
  const shown = `${left}${source.text.slice(inside, end)}${right}`;
  return { kind: 'escaped', start, end: end + 2 + right.length, text: shown };
}

const SPACE_RE = /[ \t\r\n]*/y;
const NAME_RE = /[\p{L}\p{N}_][\p{L}\p{N}_\-/.]*/uy;
/** As in Hugo, only inline shortcodes have a period in their names. */
const PERIOD_RE = /\.(?!inline$)/;

function readOpenTag(
  source: TagSource,
  start: number,
  { left, right, delimiter }: Delimiters,
): TagToken | ErrorToken {
  const { text } = source;
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
    return failure(at, `"${name}" can't be the name of a shortcode`, 'Use a name without a period.');
  const list = readParams(text, at + name.length, right, (offset) => source.has(right, offset));
  if ('message' in list)
    return { kind: 'error', error: withContext(list, start, right), readTo: list.offset };
  const tag: TagToken = { kind: 'tag', start, delimiter, name, closing, ...list };
  const { params } = list;
  return closing && Object.keys(params.values).length > 0
    ? { ...tag, fault: closingParams(skipSpace(text, at + name.length)) }
    : tag;
}

function closingParams(offset: number): LexerError {
  return { offset, message: "a closing tag can't have parameters", hint: 'Move them to the opening tag.' };
}

/** Reports an unclosed tag where it begins: that is the line to fix. */
function withContext(error: ParamError, start: number, right: string): LexerError {
  if (!error.unclosed) return error;
  return { offset: start, message: 'this shortcode tag is not closed', hint: `Close it with ${right}.` };
}

function failure(offset: number, message: string, hint: string): ErrorToken {
  return { kind: 'error', error: { offset, message, hint }, readTo: offset };
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
