/**
 * Splits the text of a template into tokens, as Go's `text/template/parse`. Trim markers and comments are resolved
 * here.
 */
import { quote } from './quote.ts';
import { SyntaxFailure } from './syntax-failure.ts';

/** The kinds of tokens. Spaces count: they separate arguments. */
export type TokenKind =
  | 'text'
  | 'left-delimiter'
  | 'right-delimiter'
  | 'space'
  | 'pipe'
  | 'assign'
  | 'declare'
  | 'left-paren'
  | 'right-paren'
  | 'char'
  | 'string'
  | 'raw-string'
  | 'char-constant'
  | 'number'
  | 'complex'
  | 'bool'
  | 'field'
  | 'variable'
  | 'identifier'
  | 'dot'
  | 'nil'
  | 'keyword'
  | 'end-of-file';

export interface Token {
  readonly kind: TokenKind;
  readonly offset: number;
  readonly text: string;
}

const KEYWORDS: ReadonlySet<string> = new Set([
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'range',
  'template',
  'with',
]);

const LEFT = '{{';
const RIGHT = '}}';

/**
 * Splits a template into tokens.
 * @throws {SyntaxFailure} at an invalid token
 */
export function readTemplateTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    const left = text.indexOf(LEFT, at);
    const plain = text.slice(at, left < 0 ? text.length : left);
    const isTrimmed = left >= 0 && /^-[ \t\r\n]/.test(text.slice(left + 2, left + 4));
    const shown = isTrimmed ? plain.replace(/[ \t\r\n]+$/, '') : plain;
    if (shown) tokens.push({ kind: 'text', offset: at, text: shown });
    if (left < 0) break;
    const inside = left + 2 + (isTrimmed ? 2 : 0);
    if (text.startsWith('/*', inside)) at = skipComment(text, left, inside);
    else {
      tokens.push({ kind: 'left-delimiter', offset: left, text: LEFT });
      at = readAction(text, { start: left, inside }, tokens);
    }
  }
  tokens.push({ kind: 'end-of-file', offset: text.length, text: '' });
  return tokens;
}

const RIGHT_DELIMITER_RE = /(?:[ \t\r\n]-\}\}[ \t\r\n]*|\}\})/y;

/** Finds the end of the delimiter at an offset, including what its trim marker removes; -1 if there is none. */
function endOfRightDelimiter(text: string, at: number): number {
  RIGHT_DELIMITER_RE.lastIndex = at;
  return RIGHT_DELIMITER_RE.test(text) ? RIGHT_DELIMITER_RE.lastIndex : -1;
}

function skipComment(text: string, start: number, inside: number): number {
  const end = text.indexOf('*/', inside + 2);
  if (end < 0) throw new SyntaxFailure(start, 'unclosed comment', 'End it with */}}.');
  const after = endOfRightDelimiter(text, end + 2);
  if (after < 0) {
    const hint = 'Write */}} or */ -}}: a comment takes up its whole action.';
    throw new SyntaxFailure(end, 'comment ends before closing delimiter', hint);
  }
  return after;
}

const NUMBER_SOURCE =
  '[+-]?(?:0[xX][0-9a-fA-F_]*(?:\\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*(?:\\.[0-7_]*)?' +
  '|0[bB][01_]*(?:\\.[01_]*)?|[0-9_]*(?:\\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?';

/** Tokens of an action, tried in this order. A word must end at a space, a delimiter or one of `.,|:()`. */
const RULES: readonly { readonly kind: TokenKind | 'word'; readonly pattern: RegExp }[] = [
  { kind: 'space', pattern: /[ \t\r\n]+?(?=[ \t\r\n]-\}\})|[ \t\r\n]+/y },
  { kind: 'assign', pattern: /=/y },
  { kind: 'declare', pattern: /:=/y },
  { kind: 'pipe', pattern: /\|/y },
  { kind: 'left-paren', pattern: /\(/y },
  { kind: 'right-paren', pattern: /\)/y },
  { kind: 'string', pattern: /"(?:[^"\\\n]|\\[^\n])*"/y },
  { kind: 'raw-string', pattern: /`[^`]*`/y },
  { kind: 'char-constant', pattern: /'(?:[^'\\\n]|\\[^\n])*'/y },
  { kind: 'variable', pattern: /\$[\p{L}\p{Nd}_]*/uy },
  { kind: 'number', pattern: new RegExp(`(?=[+-]|\\.?[0-9])${NUMBER_SOURCE}`, 'y') },
  { kind: 'field', pattern: /\.[\p{L}\p{Nd}_]*/uy },
  { kind: 'word', pattern: /[\p{L}\p{Nd}_]+/uy },
  { kind: 'char', pattern: /[!-~]/y },
];

const UNCLOSED: Readonly<Record<string, string>> = {
  '"': 'unterminated quoted string',
  '`': 'unterminated raw quoted string',
  "'": 'unterminated character constant',
};

/**
 * Reads the tokens between two delimiters.
 * @returns the offset after them
 */
function readAction(
  text: string,
  { start, inside }: { readonly start: number; readonly inside: number },
  tokens: Token[],
): number {
  let depth = 0;
  for (let at = inside; ;) {
    const after = endOfRightDelimiter(text, at);
    if (after >= 0) {
      if (depth > 0) throw new SyntaxFailure(at, 'unclosed left paren', 'Every ( needs a ).');
      tokens.push({ kind: 'right-delimiter', offset: at, text: RIGHT });
      return after;
    }
    if (at >= text.length) throw new SyntaxFailure(start, 'unclosed action', 'Every {{ needs a }}.');
    const token = readToken(text, at);
    if (token.kind === 'left-paren') depth++;
    if (token.kind === 'right-paren' && --depth < 0) {
      throw new SyntaxFailure(at, 'unexpected ")" in command', 'It closes nothing: remove it.');
    }
    tokens.push(token);
    at += token.text.length;
  }
}

function readToken(text: string, at: number): Token {
  for (const { kind, pattern } of RULES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) continue;
    const end = at + found.length;
    if (kind === 'char' && UNCLOSED[found]) {
      throw new SyntaxFailure(at, UNCLOSED[found], `It starts here; end it with ${found}.`);
    }
    if (kind === 'char' && found === ':') throw new SyntaxFailure(at, 'expected :=');
    if (kind === 'number') return readNumber(text, at, found);
    if (kind === 'word' || kind === 'field' || kind === 'variable') checkWordEnd(text, end);
    return { kind: kind === 'word' ? kindOfWord(found) : refine(kind, found), offset: at, text: found };
  }
  const hint = 'Inside {{ }}, use names, numbers, strings and |.';
  throw new SyntaxFailure(at, `unrecognized character in action: ${describeChar(text, at)}`, hint);
}

function refine(kind: TokenKind, found: string): TokenKind {
  return kind === 'field' && found === '.' ? 'dot' : kind;
}

function kindOfWord(word: string): TokenKind {
  if (KEYWORDS.has(word)) return 'keyword';
  if (word === 'true' || word === 'false') return 'bool';
  return word === 'nil' ? 'nil' : 'identifier';
}

const WORD_END_RE = /$|[ \t\r\n.,|:()]|\}\}/y;

/** Rejects operators: `$x+2` must be written `add $x 2`. */
function checkWordEnd(text: string, end: number): void {
  WORD_END_RE.lastIndex = end;
  if (WORD_END_RE.test(text)) return;
  const hint = 'Separate the two with a space. There are no operators: a sum is {{ add $x 2 }}.';
  throw new SyntaxFailure(end, `bad character ${describeChar(text, end)}`, hint);
}

function readNumber(text: string, at: number, found: string): Token {
  const second = /^[+-]/.test(text.slice(at + found.length, at + found.length + 1))
    ? (new RegExp(`^${NUMBER_SOURCE}`).exec(text.slice(at + found.length))?.[0] ?? '')
    : '';
  const number = found + second;
  const next = /^[\p{L}\p{Nd}_]/u.exec(text.slice(at + number.length))?.[0] ?? '';
  if (next || (second && !second.endsWith('i'))) {
    throw new SyntaxFailure(at, `bad number syntax: ${quote(number + next)}`);
  }
  return { kind: second ? 'complex' : 'number', offset: at, text: number };
}

function describeChar(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return code > 0x20 && code !== 0x7f ? `${name} '${String.fromCodePoint(code)}'` : name;
}
