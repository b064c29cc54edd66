/**
 * Tokenizes HTML with parse5, so that all of deckwright reads it as browsers do. All offsets are offsets into the
 * source.
 */
import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from 'parse5';

/** A range of the source; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** `<name …>` */
export interface StartTag extends Range {
  readonly kind: 'start';
  /** Name in lower case. */
  readonly name: string;
  /** Values by lower-case name, with entities decoded. Of duplicates, the first one counts. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** `</name>` */
export interface EndTag extends Range {
  readonly kind: 'end';
  readonly name: string;
}

/** Text. Entities are decoded, except in raw text such as that of a script. */
export interface HtmlText extends Range {
  readonly kind: 'text';
  readonly text: string;
}

/** A comment, or other markup without effect on the content: a doctype, `<?php … ?>`. */
export interface HtmlComment extends Range {
  readonly kind: 'comment';
  readonly text: string;
}

export type HtmlToken = StartTag | EndTag | HtmlText | HtmlComment;

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

/** Roots of foreign content, in which `title` and `style` contain markup like any other element. */
const FOREIGN: ReadonlySet<string> = new Set(['svg', 'math']);

/** Elements without an end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Tokenizes HTML. The tokens are in source order, without gaps. */
export function readHtml(html: string): readonly HtmlToken[] {
  return readPlain(html) ?? tokenize(html).tokens;
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

/**
 * Most HTML of slides is plain: comments, text, and tags with values in double quotes. A regular expression reads it
 * many times faster than the tokenizer, which reads everything else.
 */
const PLAIN_RE =
  /([^<&\r\0]+|&(?:amp|lt|gt|quot|#39|#x27);)|<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?: [a-zA-Z][a-zA-Z0-9:-]*(?:="[^"&\r\0]*(?:&(?:amp|lt|gt|quot|#39|#x27);[^"&\r\0]*)*")?)*) ?(\/?)>|<!--(?!>|->)((?:[^-\r\0]|-(?!-))*)-->/y;

const ATTRIBUTE_RE = / ([a-zA-Z][a-zA-Z0-9:-]*)(?:="([^"]*)")?/g;

const ENTITY_RE = /&(?:amp|lt|gt|quot|#39|#x27);/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
};

const decode = (text: string): string =>
  text.includes('&') ? text.replaceAll(ENTITY_RE, (entity) => ENTITIES[entity] ?? entity) : text;

/** Tokenizes plain HTML; `undefined` for any other, and for elements that need another state of the tokenizer. */
function readPlain(html: string): readonly HtmlToken[] | undefined {
  const tokens: HtmlToken[] = [];
  let words: Mutable<HtmlText> | undefined;
  let foreign = 0;
  let start = 0;
  while (start < html.length) {
    PLAIN_RE.lastIndex = start;
    const found = PLAIN_RE.exec(html);
    if (!found) return undefined;
    const [, text, slash, written, attributes = '', closing, comment] = found;
    const name = written?.toLowerCase();
    const end = PLAIN_RE.lastIndex;
    if (text !== undefined && words) {
      words.text += decode(text);
      words.end = end;
    } else if (text !== undefined) tokens.push((words = { kind: 'text', text: decode(text), start, end }));
    else if (name === undefined) tokens.push({ kind: 'comment', text: comment ?? '', start, end });
    else if (slash === '/') tokens.push({ kind: 'end', name, start, end });
    else if (MODES.has(name) && foreign === 0) return undefined;
    else tokens.push({ kind: 'start', name, attributes: readAttributes(attributes), start, end });
    if (name !== undefined && FOREIGN.has(name))
      foreign = foreignDepth(foreign, slash === '/', closing === '/');
    if (text === undefined) words = undefined;
    start = end;
  }
  return tokens;
}

const NO_ATTRIBUTES: StartTag['attributes'] = Object.freeze({});

function readAttributes(source: string): StartTag['attributes'] {
  if (source === '') return NO_ATTRIBUTES;
  const attributes: Record<string, string> = {};
  ATTRIBUTE_RE.lastIndex = 0;
  for (let found = ATTRIBUTE_RE.exec(source); found; found = ATTRIBUTE_RE.exec(source)) {
    const [, written = '', value = ''] = found;
    const name = written.toLowerCase();
    if (!Object.hasOwn(attributes, name)) attributes[name] = decode(value);
  }
  return attributes;
}

/** Counts the open SVG and MathML elements after a tag of one. */
function foreignDepth(before: number, isEnd: boolean, isEmpty: boolean): number {
  if (isEnd) return Math.max(before - 1, 0);
  return isEmpty ? before : before + 1;
}

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
