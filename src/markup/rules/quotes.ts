/**
 * Quotes and apostrophes, as Goldmark's typographer sets them: each by the characters around it and by how many are
 * open, not in pairs. So `'twas` and `rock 'n' roll` have apostrophes, and `6'2"` stays as it is.
 */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { MarkupConfig, TypographicReplacements } from '../../types.ts';
import { lastCharacter } from '../characters.ts';
import { inReadingOrder } from '../plain-text.ts';
import { readTypographicReplacements } from '../typographic-replacements.ts';

/** A quote in its surroundings. */
interface Quote {
  readonly before: string;
  /** The rest of its line. */
  readonly rest: string;
  /** Whether it leans on the word behind it, or on the one in front. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/** How many quotes of a kind are open in a block. */
interface Open {
  single: number;
  double: number;
}

const QUOTE_RE = /["']/g;
const SPACE_RE = /^\s$/;
const PUNCTUATION_RE = /^[\p{P}\p{S}]$/u;
const LINE_END_RE = /^(?:soft|hard)break$/;
const EMPHASIS_RE = /^(?:em|strong|s)_/;

/** How bare addresses and those in angle brackets begin. */
const LINK_SOURCES: Readonly<Record<string, string>> = { linkify: '', autolink: '<' };

/** `'80s` with nothing behind it. */
const DECADE_RE = /^\d\ds(?:[\s\p{P}\p{S}]|$)/u;
/** Letters that words begin with whose head is often left out: `'twas`, `'em`, `'n'`, `'less`. */
const CLIPPED_RE = /^[tenl]/;
/** `'s`, `'ve` and the like, behind something that is no letter. */
const SHORT_FORM_RE = /^(?:[smtd]|ve|ll|re)(?:[\s!-/:-@[-`{-~]|$)/;
/** A punctuation mark with nothing but such behind it: what `maybe` closes. */
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
  // What is set must not change the surroundings of what comes.
  const written = tokens.map(({ type, content }) => (type === 'text' ? content : ''));
  let addressDepth = 0;
  for (const [n, token] of tokens.entries()) {
    // A bare address shows itself, so its text must stay as it is.
    if (token.info === 'auto') addressDepth += token.nesting;
    if (token.type !== 'text' || addressDepth > 0) continue;
    token.content = token.content.replace(QUOTE_RE, (mark: string, at: number) => {
      const quote = readQuote(tokens, written, { token: n, at });
      const sign = mark === "'" ? single(quote, replacements, open) : double(quote, replacements, open);
      return sign === undefined ? mark : replacements[sign];
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
  // Goldmark counts bytes: one sign of ASCII is the end of a text.
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
  // Inches at the end of what is quoted: "Monitor 21"".
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
  place: { token: number; at: number },
): Quote {
  const text = written[place.token] ?? '';
  const before = lastCharacter(text.slice(0, place.at)) ?? endOf(tokens[place.token - 1]);
  const rest = text.slice(place.at + 1) + characterAfter(tokens, place.token);
  // Goldmark looks behind the whole run of a mark: two of them with nothing between lean on nothing.
  const [after = '\n'] = rest.replace(text[place.at] === '"' ? /^"+/ : /^'+/, '') || '\n';
  const isSpace = { before: SPACE_RE.test(before), after: SPACE_RE.test(after) };
  const isMark = { before: PUNCTUATION_RE.test(before), after: PUNCTUATION_RE.test(after) };
  return {
    before,
    rest,
    opens: !isSpace.after && (!isMark.after || isSpace.before || isMark.before),
    closes: !isSpace.before && (!isMark.before || isSpace.after || isMark.after),
  };
}

/** The character in front of a text: of an address its own, of anything else that is no text a mark of Markdown. */
function endOf(token: Token | undefined): string {
  if (!token || LINE_END_RE.test(token.type)) return '\n';
  return (token.type.startsWith('text') && lastCharacter(token.content)) || '*';
}

/** What stands behind a text on its line, as far as it counts whether there is one character more or several. */
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

/** What a token begins with in the text of its author; marks, where that does not count. */
function sourceOf({ type, content, markup }: Token): string {
  if (type.startsWith('text') || type === 'html_inline') return content;
  if (EMPHASIS_RE.test(type)) return markup;
  if (type === 'code_inline') return markup + content;
  if (type === 'link_open') return LINK_SOURCES[markup] ?? '[';
  return '**';
}
