/**
 * Quotes and apostrophes, as Goldmark's typographer sets them: each by the characters around it and by the number of
 * open quotes, not in pairs. So `'twas` and `rock 'n' roll` have apostrophes, and `6'2"` stays as it is.
 */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { MarkupConfig, TypographicReplacements } from '../../types.ts';
import { lastCharacter } from '../characters.ts';
import { inReadingOrder } from '../plain-text.ts';
import { readTypographicReplacements } from '../typographic-replacements.ts';

/** A quote in its context. */
interface Quote {
  readonly before: string;
  /** The beginning of the rest of the line: no rule looks further. */
  readonly rest: string;
  /** Whether the quote belongs to the word after it. */
  readonly opens: boolean;
  /** Whether the quote belongs to the word before it. */
  readonly closes: boolean;
}

/** The number of open quotes in a block, by kind. */
interface Open {
  single: number;
  double: number;
}

const QUOTE_RE = /["']/g;
/** The number of characters after a quote that rules look at. */
const REST_LENGTH = 8;
const SPACE_RE = /^\s$/;
const PUNCTUATION_RE = /^[\p{P}\p{S}]$/u;
const LINE_END_RE = /^(?:soft|hard)break$/;
const EMPHASIS_RE = /^(?:em|strong|s)_/;

/** Starts of bare URLs, and of those in angle brackets, in the source. */
const LINK_SOURCES: Readonly<Record<string, string>> = { linkify: '', autolink: '<' };

/** `'80s`, and no letter or digit after it. */
const DECADE_RE = /^\d\ds(?:[\s\p{P}\p{S}]|$)/u;
/** First letters of words whose beginning is often left out: `'twas`, `'em`, `'n'`, `'less`. */
const CLIPPED_RE = /^[tenl]/;
/** `'s`, `'ve` and the like, after a character that is not a letter. */
const SHORT_FORM_RE = /^(?:[smtd]|ve|ll|re)(?:[\s!-/:-@[-`{-~]|$)/;
/** Punctuation at the end of a word: it lets a quote close that could also open. */
const END_RE = /^\p{P}(?:[\s!-/:-@[-`{-~]|$)/u;

export function quotes(markdown: MarkdownIt, config: MarkupConfig): void {
  const replacements = readTypographicReplacements(markdown, config);
  if (!replacements) return;
  markdown.core.ruler.at('smartquotes', (state: StateCore) => {
    for (const { children } of state.tokens) setQuotes(inReadingOrder(children ?? []), replacements);
  });
}

function setQuotes(tokens: readonly Token[], replacements: TypographicReplacements): void {
  const open: Open = { single: 0, double: 0 };
  // Quotes are read in the original text: those that are set must not affect those that follow.
  const written = tokens.map(({ type, content }) => (type === 'text' ? content : ''));
  let addressDepth = 0;
  for (const [n, token] of tokens.entries()) {
    // A bare URL is its own text, which must stay as it is.
    if (token.info === 'auto') addressDepth += token.nesting;
    if (token.type !== 'text' || addressDepth > 0) continue;
    const readRun = createRunReader(token.content);
    token.content = token.content.replace(QUOTE_RE, (mark: string, at: number) => {
      const quote = readQuote(tokens, written, { token: n, at, runEnd: readRun(at) });
      const name = mark === "'" ? single(quote, replacements, open) : double(quote, replacements, open);
      return name === undefined ? mark : replacements[name];
    });
  }
}

type QuoteCharacter = keyof TypographicReplacements | undefined;

function single(quote: Quote, replacements: TypographicReplacements, open: Open): QuoteCharacter {
  const { rest, opens, closes } = quote;
  if (replacements.apostrophe && isApostrophe(quote)) return 'apostrophe';
  if (replacements.leftSingleQuote && opens && !closes) {
    if (SHORT_FORM_RE.test(rest)) return 'rightSingleQuote';
    open.single++;
    return 'leftSingleQuote';
  }
  if (!replacements.rightSingleQuote) return undefined;
  // Goldmark counts bytes: a single ASCII character is the end of a text.
  if ((rest.length > 1 || rest > '\x7F') && !/^\p{Nd}/u.test(rest)) return 'rightSingleQuote';
  if (open.single === 0 || !isClosing(quote)) return undefined;
  open.single--;
  return 'rightSingleQuote';
}

function isApostrophe({ before, rest, opens, closes }: Quote): boolean {
  if (opens && !closes && DECADE_RE.test(rest)) return true;
  if (/^[\s\p{P}]$/u.test(before) && CLIPPED_RE.test(rest)) return true;
  return /^[\p{L}\p{Nd}]$/u.test(before) && /^\p{L}/u.test(rest);
}

function double(quote: Quote, replacements: TypographicReplacements, open: Open): QuoteCharacter {
  if (replacements.leftDoubleQuote && quote.opens && !quote.closes) {
    open.double++;
    return 'leftDoubleQuote';
  }
  if (!replacements.rightDoubleQuote || open.double === 0 || !isClosing(quote)) return undefined;
  // Inches at the end of a quotation: "Monitor 21"".
  if (quote.rest.startsWith('"') && /^\p{Nd}$/u.test(quote.before)) return undefined;
  open.double--;
  return 'rightDoubleQuote';
}

function isClosing({ opens, closes, rest }: Quote): boolean {
  return closes && (!opens || END_RE.test(rest));
}

function readQuote(
  tokens: readonly Token[],
  written: readonly string[],
  { token, at, runEnd }: { readonly token: number; readonly at: number; readonly runEnd: number },
): Quote {
  const text = written[token] ?? '';
  const before = lastCharacter(text.slice(0, at)) ?? endOf(tokens[token - 1]);
  const isNearEnd = at + REST_LENGTH >= text.length;
  const following = isNearEnd || runEnd === text.length ? characterAfter(tokens, token) : '';
  const rest = text.slice(at + 1, at + 1 + REST_LENGTH) + (isNearEnd ? following : '');
  // Goldmark looks at the character after a whole run of quotes.
  const afterRun =
    runEnd < text.length
      ? text.slice(runEnd, runEnd + 2)
      : following.replace(text[at] === '"' ? /^"+/ : /^'+/, '');
  const [after = '\n'] = afterRun || '\n';
  const isSpace = { before: SPACE_RE.test(before), after: SPACE_RE.test(after) };
  const isMark = { before: PUNCTUATION_RE.test(before), after: PUNCTUATION_RE.test(after) };
  return {
    before,
    rest,
    opens: !isSpace.after && (!isMark.after || isSpace.before || isMark.before),
    closes: !isSpace.before && (!isMark.before || isSpace.after || isMark.after),
  };
}

/** Creates a reader of the end of the run of quotes at an offset; offsets ascend. */
function createRunReader(text: string): (at: number) => number {
  let end = 0;
  return (at) => {
    if (at >= end || text[at] !== text[end - 1]) {
      end = at + 1;
      while (text[end] === text[at]) end++;
    }
    return end;
  };
}

/** The last character of the token before a text: a Markdown marker for anything but text. */
function endOf(token: Token | undefined): string {
  if (!token || LINE_END_RE.test(token.type)) return '\n';
  return (token.type.startsWith('text') && lastCharacter(token.content)) || '*';
}

/** The text after a token on its line, as far as it matters whether one character follows or several. */
function characterAfter(tokens: readonly Token[], index: number): string {
  let rest = '';
  for (let n = index + 1; rest.length < 2; n++) {
    const token = tokens[n];
    if (!token) return rest;
    if (LINE_END_RE.test(token.type)) return `${rest}\n`;
    rest += sourceOf(token);
  }
  return rest;
}

/** The start of a token in the source; `**` where that does not matter. */
function sourceOf({ type, content, markup }: Token): string {
  if (type.startsWith('text') || type === 'html_inline') return content;
  if (EMPHASIS_RE.test(type)) return markup;
  if (type === 'code_inline') return markup + content;
  if (type === 'link_open') return LINK_SOURCES[markup] ?? '[';
  return '**';
}
