/**
 * Bare URLs become links, as in Goldmark's linkify: http, https, ftp, `www.` and e-mail. Beyond that, a URL may
 * directly follow an East Asian character, and its host may have no dot or be non-ASCII.
 */
import type { MarkdownIt, StateInline, Token } from 'markdown-it';
import type { MarkupConfig } from '../../types.ts';
import { lastCharacter } from '../characters.ts';
import { findBuiltInRule } from './built-in-rule.ts';

/** A URL in a text. */
interface Address {
  readonly text: string;
  readonly url: string;
}

const HOST = '[-A-Za-z0-9@:%._+~#=]{1,256}\\.[a-z]+';
const PATH_CHARACTERS = '-A-Za-z0-9@:%_+.~#!?&/=();,\'">^{}[\\]`';
const PATH = `(?:[/#?][${PATH_CHARACTERS}$]*)?`;
const SCHEME = '(?:https?|ftp)://';

/** Patterns in this order: those of Goldmark come first. */
const ADDRESSES: readonly RegExp[] = [
  new RegExp(`${SCHEME}${HOST}(?::\\d+)?${PATH}`, 'y'),
  new RegExp(
    `${SCHEME}(?=[^/?#\\s]*[^\\0-\\x7F])[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+(?::\\d+)?${PATH}`,
    'uy',
  ),
  // `localhost`, or an IP address.
  new RegExp(
    `${SCHEME}(?:[-\\w.%~+:]*@)?(?:\\d+(?:\\.\\d+){3}|[A-Za-z0-9-]+)(?::\\d+)?(?![_~]*[-A-Za-z0-9@%+=]|\\.\\w|:[/\\w])${PATH}`,
    'y',
  ),
];
const WWW_RE = new RegExp(`www\\.${HOST}(?:[/#?][${PATH_CHARACTERS}]*)?`, 'y');

const LOCAL = "[A-Za-z0-9][-\\w.!#$%&'*+/=?^`{|}~]{0,63}";
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const MAIL_RE = new RegExp(`${LOCAL}@${LABEL}(?:\\.${LABEL})+(?![-\\w]|\\.[A-Za-z0-9])`, 'y');

/** Starts of URLs. */
const START_RE = new RegExp(`${SCHEME}|www\\.|${LOCAL}@`, 'y');

/** Characters that a URL can follow within the text of a line, where no other rule stops. */
const BREAK_RE = /[\s(."'\u0080-\uFFFF]/g;
const SPACE_OR_MARK_RE = /[\s*_~(`']/;
const NON_ASCII_MARK_RE =
  /(?=[^\0-\x7F])[\p{P}\p{S}\p{Z}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\p{sc=Thai}]/u;
/** Sequences that the typographer replaces. */
const TYPOGRAPHIC_RE = /(?:--|\.\.\.|<<|>>)$/;
const WORD_RE = /[\p{L}\p{N}]/u;

/** What is known of an inline text, so that it is scanned once, however many pieces it is read in. */
class Scan {
  readonly #src: string;
  /** The last start of a URL that was found, and the offset from which it was sought. */
  #found = { from: 0, start: 0 };
  /** The number of open brackets in so many tokens, and in so many characters after them. */
  #brackets = { depth: 0, tokens: 0, characters: 0 };

  constructor(src: string) {
    this.#src = src;
  }

  /** The next offset at which a URL can begin in the text of a line; infinite if there is none. */
  startAfter(pos: number): number {
    const { from, start } = this.#found;
    if (pos < from || pos >= start) this.#found = { from: pos, start: this.#findStart(pos) };
    return this.#found.start;
  }

  #findStart(pos: number): number {
    BREAK_RE.lastIndex = pos;
    while (BREAK_RE.test(this.#src))
      if (isStart({ src: this.#src, pos: BREAK_RE.lastIndex })) return BREAK_RE.lastIndex;
    return Infinity;
  }

  /** Whether an open bracket may still become a link. */
  isInBrackets({ tokens, pending }: StateInline): boolean {
    const known = this.#brackets;
    // What was pending has become the first of the new tokens.
    for (; known.tokens < tokens.length; known.tokens++) {
      const { type, content } = tokens[known.tokens] as Token;
      if (type === 'text') this.#count(content.slice(known.characters));
      known.characters = 0;
    }
    this.#count(pending.slice(known.characters));
    known.characters = pending.length;
    return known.depth > 0;
  }

  #count(text: string): void {
    const known = this.#brackets;
    for (const [bracket] of text.matchAll(/[[\]]/g))
      known.depth = Math.max(0, known.depth + (bracket === '[' ? 1 : -1));
  }
}

const ELEMENT_ENDS: ReadonlySet<string> = new Set([
  'html_inline',
  'link_close',
  'image',
  'code_inline',
  'math',
]);

export function linkify(markdown: MarkdownIt, config: MarkupConfig): void {
  if (!config.linkify) return;
  const { ruler } = markdown.inline;
  const text = findBuiltInRule(ruler.getRules(''), 'text');
  const scans = new WeakMap<StateInline, Scan>();
  const scanOf = (state: StateInline): Scan => {
    const scan = scans.get(state) ?? new Scan(state.src);
    scans.set(state, scan);
    return scan;
  };
  ruler.at('text', (state, silent) => readText(state, silent, { read: text, scan: scanOf(state) }));
  ruler.before('text', 'bare_addresses', (state, silent) => {
    // Link labels contain no other links.
    if (silent || state.linkLevel > 0 || !isStart(state) || !canBegin(state)) return false;
    const address = readAddress(state, config.linkifyProtocol);
    if (!address || scanOf(state).isInBrackets(state)) return false;
    pushLink(state, address);
    state.pos += address.text.length;
    return true;
  });
}

type ReadText = (state: StateInline, silent: boolean) => boolean;

/** Reads text as markdown-it does, but only up to where a URL can begin. */
function readText(
  state: StateInline,
  silent: boolean,
  { read, scan }: { readonly read: ReadText; readonly scan: Scan },
): boolean {
  const { pos, posMax } = state;
  state.posMax = Math.min(posMax, scan.startAfter(pos));
  const hasText = read(state, silent);
  state.posMax = posMax;
  return hasText;
}

/** Whether the text from here on looks like the start of a URL. */
function isStart({ src, pos }: Pick<StateInline, 'src' | 'pos'>): boolean {
  START_RE.lastIndex = pos;
  return START_RE.test(src);
}

/** Whether a URL can begin here, judging by the characters before it. */
function canBegin({ src, pos, pending, tokens }: StateInline): boolean {
  if (pos === 0) return true;
  if (pending === '' && ELEMENT_ENDS.has(tokens.at(-1)?.type ?? '')) return true;
  const before = src.slice(Math.max(0, pos - 3), pos);
  const character = lastCharacter(before) ?? '';
  if (isEscaped(src, pos - 1)) return false;
  if (character === '"') return !WORD_RE.test(src[pos - 2] ?? '');
  return SPACE_OR_MARK_RE.test(character) || TYPOGRAPHIC_RE.test(before) || NON_ASCII_MARK_RE.test(character);
}

function isEscaped(src: string, at: number): boolean {
  let slashes = 0;
  while (src[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}

function readAddress({ src, pos, posMax }: StateInline, protocol: string): Address | undefined {
  const text = posMax < src.length ? src.slice(0, posMax) : src;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = pos;
    return pattern.exec(text)?.[0];
  };
  for (const pattern of ADDRESSES) {
    const address = match(pattern);
    if (address) return { text: trimEnd(address), url: trimEnd(address) };
  }
  const www = match(WWW_RE);
  if (www) return { text: trimEnd(www), url: `${protocol}://${trimEnd(www)}` };
  const mail = match(MAIL_RE);
  return mail === undefined ? undefined : { text: mail, url: `mailto:${mail}` };
}

const PUNCTUATION = '?!.,:*_~';
const ENTITY_RE = /^&[A-Za-z0-9]+;$/;

/** Removes what belongs to the sentence around a URL: closing brackets, entities, punctuation. */
function trimEnd(address: string): string {
  let end = address.length;
  // The number of brackets that are closed in the URL but opened before it.
  let outside = address.split(')').length - address.split('(').length;
  for (;;) {
    const last = address[end - 1] ?? '';
    const entity = last === ';' ? address.lastIndexOf('&', end) : -1;
    if (last !== '' && PUNCTUATION.includes(last)) end--;
    else if (last === ')' && outside > 0) [end, outside] = [end - 1, outside - 1];
    else if (entity >= 0 && ENTITY_RE.test(address.slice(entity, end))) end = entity;
    else return address.slice(0, end);
  }
}

function pushLink(state: StateInline, { text, url }: Address): void {
  const mark = (token: Token): Token => Object.assign(token, { markup: 'linkify', info: 'auto' });
  mark(state.push('link_open', 'a', 1)).attrs = [['href', url]];
  state.push('text', '', 0).content = text;
  mark(state.push('link_close', 'a', -1));
}
