/**
 * Tokenizes HTML with parse5, so that all of deckwright reads it as browsers do. All offsets are offsets into the
 * source.
 */
import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from 'parse5';
import {
  FOREIGN,
  foreignDepth,
  type HtmlText,
  type HtmlToken,
  type Range,
  type StartTag,
} from './html-tokens.ts';
import { readPlainHtml } from './plain-html.ts';

export type { EndTag, HtmlToken, Range, StartTag } from './html-tokens.ts';

/** Tokenizer states for elements whose content is text, not markup. */
const MODES: ReadonlyMap<string, Tokenizer['state']> = new Map([
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ['style', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['script', TokenizerMode.SCRIPT_DATA],
  ['plaintext', TokenizerMode.PLAINTEXT],
]);

/** Elements without an end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Tokenizes HTML. The tokens are in source order, without gaps. */
export function readHtml(html: string): readonly HtmlToken[] {
  return readPlainHtml(html) ?? tokenize(html).tokens;
}

/** Finds the first start tag with a name, and reads no further; `undefined` if there is none. */
export function findTag(html: string, name: string): StartTag | undefined {
  const last = tokenize(html, name).tokens.at(-1);
  return last?.kind === 'start' && last.name === name ? last : undefined;
}

/** Locates the attributes of a tag in the source, by name. */
export function locateAttributes(html: string, { name, start, end }: TagRange): ReadonlyMap<string, Range> {
  const found = Object.entries(tokenize(html.slice(start, end), name).locations);
  return new Map(
    found.map(([attribute, { startOffset, endOffset }]) => [
      attribute,
      { start: start + startOffset, end: start + endOffset },
    ]),
  );
}

/** The name and range of a tag: enough to find it in the source. */
export type TagRange = Pick<StartTag, 'name' | 'start' | 'end'>;

/** Tokenizes HTML with parse5, up to the first start tag named `last`. */
function tokenize(html: string, last?: string): TokenReader {
  const reader = new TokenReader(last);
  reader.tokenizer.write(html, true);
  return reader;
}

/** Collects tokens. Its handlers have the names that parse5 calls. */
class TokenReader implements TokenHandler {
  readonly tokens: HtmlToken[] = [];
  readonly tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, this);
  /** Locations of the attributes of the last tag. */
  locations: NonNullable<Token.LocationWithAttributes['attrs']> = {};
  readonly #last: string | undefined;
  #foreign = 0;
  /** The text token being read: parse5 reports text and whitespace separately. */
  #text: Mutable<HtmlText> | undefined;

  constructor(last: string | undefined) {
    this.#last = last;
  }

  onStartTag({ tagName: name, attrs, selfClosing, location }: Token.TagToken): void {
    const attributes = Object.fromEntries(attrs.map((attribute) => [attribute.name, attribute.value]));
    this.locations = location?.attrs ?? {};
    this.#add({ kind: 'start', name, attributes, ...toRange(location) });
    if (FOREIGN.has(name)) this.#foreign = foreignDepth(this.#foreign, false, selfClosing);
    if (this.#foreign === 0) this.tokenizer.state = MODES.get(name) ?? this.tokenizer.state;
    if (name === this.#last) this.tokenizer.pause();
  }

  onEndTag({ tagName: name, location }: Token.TagToken): void {
    this.#add({ kind: 'end', name, ...toRange(location) });
    if (FOREIGN.has(name)) this.#foreign = foreignDepth(this.#foreign, true, false);
  }

  onComment({ data: text, location }: Token.CommentToken): void {
    this.#add({ kind: 'comment', text, ...toRange(location) });
  }

  onDoctype({ name, location }: Token.DoctypeToken): void {
    this.#add({ kind: 'comment', text: name ?? '', ...toRange(location) });
  }

  onCharacter({ chars, location }: Token.CharacterToken): void {
    if (this.#text) {
      this.#text.text += chars;
      this.#text.end = toRange(location).end;
    } else {
      this.#text = { kind: 'text', text: chars, ...toRange(location) };
      this.tokens.push(this.#text);
    }
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token);
  }

  onNullCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token);
  }

  onEof(): void {
    this.#text = undefined;
  }

  #add(token: HtmlToken): void {
    this.#text = undefined;
    this.tokens.push(token);
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function toRange(location: Token.Location | null): Range {
  if (!location) throw new Error('the tokenizer reported no location');
  return { start: location.startOffset, end: location.endOffset };
}

/** Finds the index of the end tag for the start tag at index `at`; `undefined` if it is never closed. */
export function findEnd(tokens: readonly HtmlToken[], at: number): number | undefined {
  const open = tokens[at];
  if (open?.kind !== 'start') return undefined;
  let depth = 0;
  for (let n = at; n < tokens.length; n++) {
    const token = tokens[n];
    if (!token || !('name' in token) || token.name !== open.name) continue;
    depth += token.kind === 'start' ? 1 : -1;
    if (depth === 0) return n;
  }
  return undefined;
}

/** Finds the index of the end tag for each start tag at once; `undefined` for other tokens and unclosed elements. */
export function findEnds(tokens: readonly HtmlToken[]): readonly (number | undefined)[] {
  const ends: (number | undefined)[] = tokens.map(() => undefined);
  const open = new Map<string, number[]>();
  for (const [n, token] of tokens.entries()) {
    if (!('name' in token)) continue;
    const ofName = open.get(token.name);
    if (token.kind === 'end') {
      const start = ofName?.pop();
      if (start !== undefined) ends[start] = n;
    } else if (ofName) ofName.push(n);
    else open.set(token.name, [n]);
  }
  return ends;
}
