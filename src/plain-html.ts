/**
 * Tokenizes plain HTML: comments, text, and tags with quoted values. Most HTML of slides is plain, and read
 * many times faster here than by parse5, which reads everything else. Both give the same tokens.
 */
import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { FOREIGN, foreignDepth, type HtmlToken, TEXT_ELEMENTS } from './html-tokens.ts';

/** Characters that tokenizers replace. */
const REPLACED_RE = /[\r\0]/;

/** Tokenizes plain HTML; `undefined` for any other. */
export function readPlainHtml(html: string): readonly HtmlToken[] | undefined {
  return REPLACED_RE.test(html) ? undefined : new PlainReader(html).read();
}

/** Codes of characters; codes beyond the end of a text are `NaN` and equal to none. */
const [BANG, QUOTE, APOSTROPHE, SLASH, COLON, LESS, EQUALS, GREATER, DASH] = Array.from(
  '!"\'/:<=>-',
  (character) => character.charCodeAt(0),
);

const isWhitespace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 12;

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

const isInName = (code: number): boolean => isLetter(code) || (code >= 48 && code <= 57) || code === DASH;

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

/** Reads a text from its start. Each method returns whether what it has read is plain. */
class PlainReader {
  readonly #html: string;
  readonly #tokens: HtmlToken[] = [];
  #at = 0;
  #foreign = 0;

  constructor(html: string) {
    this.#html = html;
  }

  read(): readonly HtmlToken[] | undefined {
    while (this.#at < this.#html.length) {
      if (this.#code(this.#at) !== LESS) this.#readText();
      else if (!this.#readMarkup()) return undefined;
    }
    return this.#tokens;
  }

  #code(index: number): number {
    return this.#html.charCodeAt(index);
  }

  #add(token: HtmlToken): void {
    this.#tokens.push(token);
    this.#at = token.end;
  }

  #readText(): void {
    const next = this.#html.indexOf('<', this.#at);
    const [start, end] = [this.#at, next < 0 ? this.#html.length : next];
    const source = this.#html.slice(start, end);
    const text = source.includes('&') ? decodeHTML(source) : source;
    this.#add({ kind: 'text', text, start, end });
  }

  #readMarkup(): boolean {
    const next = this.#code(this.#at + 1);
    if (next === BANG) return this.#readComment();
    return next === SLASH ? this.#readEndTag() : this.#readStartTag();
  }

  /** Comments with `--` in them, or with `>` at their start, may end earlier than they seem to. */
  #readComment(): boolean {
    const start = this.#at;
    const end = this.#html.indexOf('-->', start + 4);
    if (end < 0 || !this.#html.startsWith('<!--', start)) return false;
    const text = this.#html.slice(start + 4, end);
    if (text.includes('--') || text.endsWith('-') || text.startsWith('>') || text.startsWith('->'))
      return false;
    this.#add({ kind: 'comment', text, start, end: end + 3 });
    return true;
  }

  #readEndTag(): boolean {
    const start = this.#at;
    const name = this.#readName(start + 2);
    const end = name === undefined ? undefined : this.#readAttributes(start + 2 + name.length)?.end;
    if (name === undefined || end === undefined) return false;
    this.#add({ kind: 'end', name, start, end });
    if (FOREIGN.has(name)) this.#foreign = foreignDepth(this.#foreign, true, false);
    return true;
  }

  #readStartTag(): boolean {
    const start = this.#at;
    const name = this.#readName(start + 1);
    if (name === undefined) return false;
    const rest = this.#readAttributes(start + 1 + name.length);
    if (!rest) return false;
    this.#add({ kind: 'start', name, attributes: rest.attributes, start, end: rest.end });
    if (FOREIGN.has(name)) this.#foreign = foreignDepth(this.#foreign, false, rest.isEmpty);
    return this.#foreign > 0 || !TEXT_ELEMENTS.has(name) || this.#readContent(name);
  }

  /** Reads the content of an element that has text only. A comment in a script changes where the script ends. */
  #readContent(name: string): boolean {
    const start = this.#at;
    const end = name === 'plaintext' ? undefined : this.#findEndTag(name);
    if (end === undefined) return false;
    const source = this.#html.slice(start, end);
    if (name === 'script' && source.includes('<!--')) return false;
    const isDecoded = name === 'title' || name === 'textarea';
    if (end > start) this.#add({ kind: 'text', text: isDecoded ? decodeHTML(source) : source, start, end });
    return true;
  }

  /** Finds the next end tag with a name; `undefined` if there is none. */
  #findEndTag(name: string): number | undefined {
    let at = this.#html.indexOf('</', this.#at);
    while (at >= 0) {
      const after = at + 2 + name.length;
      const next = this.#code(after);
      const isEnd = isWhitespace(next) || next === SLASH || next === GREATER;
      if (isEnd && this.#html.slice(at + 2, after).toLowerCase() === name) return at;
      at = this.#html.indexOf('</', at + 2);
    }
    return undefined;
  }

  /** Reads the name of a tag; `undefined` if there is none. */
  #readName(start: number): string | undefined {
    if (!isLetter(this.#code(start))) return undefined;
    let end = start + 1;
    while (isInName(this.#code(end))) end++;
    return this.#html.slice(start, end).toLowerCase();
  }

  /** Reads a tag from the end of its name on; `undefined` if it is not plain. */
  #readAttributes(
    start: number,
  ): { attributes: Readonly<Record<string, string>>; isEmpty: boolean; end: number } | undefined {
    let attributes: Record<string, string> | undefined;
    let before = start;
    let at = this.#skipWhitespace(before);
    while (at > before && isLetter(this.#code(at))) {
      let end = at + 1;
      while (isInName(this.#code(end)) || this.#code(end) === COLON) end++;
      const name = this.#html.slice(at, end).toLowerCase();
      const value = this.#code(end) === EQUALS ? this.#readValue(end + 1) : '';
      if (value === undefined) return undefined;
      attributes ??= {};
      if (!Object.hasOwn(attributes, name))
        attributes[name] = value.includes('&') ? decodeHTMLAttribute(value) : value;
      before = this.#code(end) === EQUALS ? end + value.length + 3 : end;
      at = this.#skipWhitespace(before);
    }
    const isEmpty = this.#code(at) === SLASH;
    if (isEmpty) at++;
    if (this.#code(at) !== GREATER) return undefined;
    return { attributes: attributes ?? NO_ATTRIBUTES, isEmpty, end: at + 1 };
  }

  #skipWhitespace(start: number): number {
    let at = start;
    while (isWhitespace(this.#code(at))) at++;
    return at;
  }

  /** Reads the source of a value in quotes; `undefined` if there are none. */
  #readValue(start: number): string | undefined {
    const quote = this.#code(start);
    if (quote !== QUOTE && quote !== APOSTROPHE) return undefined;
    const end = this.#html.indexOf(quote === QUOTE ? '"' : "'", start + 1);
    return end < 0 ? undefined : this.#html.slice(start + 1, end);
  }
}
