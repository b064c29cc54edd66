/** Gathers facts about a piece of HTML: its tags, classes, scripts, and characters beyond ASCII. */
import { type HtmlToken, readHtml, type StartTag } from '../html.ts';
import { readClasses } from '../slide-html.ts';
import type { HtmlFacts, ScriptFacts, SlotFacts, TagFacts } from '../types.ts';

// oxlint-disable-next-line no-control-regex
const BEYOND_ASCII_RE = /[^\u0000-\u007f]+/g;

// oxlint-disable-next-line no-control-regex
const MAYBE_BEYOND_RE = /[^\u0000-\u007f]|&/;

/** Gathers the facts token by token. */
export class HtmlFactsReader {
  readonly #tags = new Set<string>();
  readonly #classes = new Set<string>();
  /** Values of `class` that were read before: highlighted code repeats a few of them. */
  readonly #classLists = new Set<string>();
  readonly #scripts: ScriptFacts[] = [];
  #script: StartTag | undefined;
  #characters = '';
  /** Whether the HTML has only ASCII characters and no entities. */
  readonly #isPlain: boolean;

  /** Creates a reader for the tokens of `html`. */
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

  /** The facts gathered so far. */
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

/** Attributes of elements that later steps look up: ids, link targets, and files that are loaded. */
const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set([
  'id',
  'data-id',
  'href',
  'xlink:href',
  'src',
  'srcset',
  'data-src',
  'data-srcset',
  'poster',
  'action',
  'data',
  'data-preview-link',
  'data-preview-image',
  'data-preview-video',
  'data-transition',
  'data-background-transition',
  'data-autoslide',
]);

/** Whether later steps look up a tag. */
export function hasKeptAttribute({ attributes }: Pick<TagFacts, 'attributes'>): boolean {
  for (const name in attributes) if (KEPT_ATTRIBUTES.has(name)) return true;
  return attributes['style']?.includes('url(') === true;
}

/** Gathers the facts about a piece of HTML. */
export function readHtmlFacts(html: string): SlotFacts {
  const reader = new HtmlFactsReader(html);
  const elements: TagFacts[] = [];
  for (const token of readHtml(html)) {
    reader.read(token);
    if (token.kind === 'start' && hasKeptAttribute(token)) elements.push(token);
  }
  return { ...reader.facts(), elements };
}
