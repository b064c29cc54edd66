/** What is known of any piece of HTML: the tags, classes and characters that it uses, and its scripts. */
import { type HtmlToken, readHtml, type StartTag } from '../html.ts';
import { readClasses } from '../slide-html.ts';
import type { HtmlFacts, ScriptFacts } from '../types.ts';

// oxlint-disable-next-line no-control-regex
const BEYOND_ASCII_RE = /[^\u0000-\u007f]+/g;

// oxlint-disable-next-line no-control-regex
const MAYBE_BEYOND_RE = /[^\u0000-\u007f]|&/;

/** Gathers facts token by token. */
export class HtmlFactsReader {
  readonly #tags = new Set<string>();
  readonly #classes = new Set<string>();
  /** Values of `class`, of which code has few and repeats them. */
  readonly #classLists = new Set<string>();
  readonly #scripts: ScriptFacts[] = [];
  #script: StartTag | undefined;
  #characters = '';
  /** Whether there is no character beyond ASCII, not even in an entity. */
  readonly #isPlain: boolean;

  /** Reads the tokens of `html`. */
  constructor(html: string) {
    this.#isPlain = !MAYBE_BEYOND_RE.test(html);
  }

  /** Reads the next token. */
  read(token: HtmlToken): void {
    if (token.kind === 'text') {
      this.#addCharacters(token.text);
      if (this.#script) this.#endScript(token.text);
    } else if (token.kind === 'start') this.#readTag(token);
    else if (this.#script) this.#endScript('');
  }

  /** All that was read. */
  facts(): HtmlFacts {
    if (this.#script) this.#endScript('');
    return {
      tags: this.#tags,
      classes: this.#classes,
      characters: this.#characters,
      scripts: this.#scripts,
    };
  }

  #readTag(tag: StartTag): void {
    const { name, attributes } = tag;
    this.#tags.add(name);
    if (!this.#isPlain) for (const value of Object.values(attributes)) this.#addCharacters(value);
    const list = attributes['class'];
    if (list !== undefined && !this.#classLists.has(list)) {
      this.#classLists.add(list);
      for (const one of readClasses(tag)) this.#classes.add(one);
    }
    if (name === 'script') this.#script = tag;
  }

  #endScript(text: string): void {
    this.#scripts.push({ attributes: this.#script?.attributes ?? {}, text });
    this.#script = undefined;
  }

  #addCharacters(text: string): void {
    const found = this.#isPlain ? undefined : text.match(BEYOND_ASCII_RE);
    if (found) this.#characters += found.join('');
  }
}

/** What is known of a piece of HTML. */
export function readHtmlFacts(html: string): HtmlFacts {
  const reader = new HtmlFactsReader(html);
  for (const token of readHtml(html)) reader.read(token);
  return reader.facts();
}
