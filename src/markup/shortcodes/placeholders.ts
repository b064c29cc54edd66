/**
 * While Markdown is parsed, each shortcode is a single word, its placeholder; its result replaces the word afterwards,
 * as in Hugo. A word can be wherever the author's tag was: in a heading, an address, an attribute or code.
 */
import { readHtml } from '../../html.ts';
import type { Attributes, Position, ShortcodeResult, Slide } from '../../types.ts';
import { readTagName } from '../elements.ts';
import { replaceComments } from '../html-comments.ts';

/** A result that needs a placeholder: Markdown needs none. */
export type PlaceholderResult = Exclude<ShortcodeResult, { kind: 'markdown' }>;

/** A text with all placeholders resolved. */
export interface ResolvedText {
  readonly html: string;
  /** Attributes of the slide that contains the text. */
  readonly attributes: Attributes;
  /** Child slides of that slide. */
  readonly slides: readonly Slide[];
  /** Slides after that slide. */
  readonly following: readonly Slide[];
  /** The rest of the text, which belongs to the last of the slides after that slide. */
  readonly tail: string;
  /** Where the slide is written, if a shortcode took it from another file. */
  readonly position: Position | undefined;
}

/** Elements that end a paragraph, and so can't be inside one. */
const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr
   main nav ol p pre section table ul video`.split(/\s+/),
);

/** Whether HTML can't be in a paragraph, judging by its first tag. */
export function isBlockHtml(html: string): boolean {
  const tag = readTagName(html, html.length - html.trimStart().length);
  return tag !== undefined && !tag.isClosing && BLOCKS.has(tag.name);
}

const hasBlocks = (html: string): boolean =>
  readHtml(html).some((token) => token.kind === 'start' && BLOCKS.has(token.name));

/** Lower case and without punctuation, so that Markdown neither splits nor changes it. */
const PREFIX = 'dwmark';
const PREFIX_RE = /dwmark/i;
const PREFIXES_RE = /dwmarkx*/gi;
const PLACEHOLDER_RE = /dwmark(\d+)z/g;
const EXACT_PLACEHOLDER_RE = /^dwmark(\d+)z$/;

function freePrefix(text: string): string {
  if (!PREFIX_RE.test(text)) return PREFIX;
  const lengths = (text.match(PREFIXES_RE) ?? []).map((prefix) => prefix.length + 1);
  return PREFIX.padEnd(
    lengths.reduce((longest, length) => Math.max(longest, length)),
    'x',
  );
}

/** The placeholders of one text. */
export class Placeholders {
  readonly #prefix: string;
  readonly #results: PlaceholderResult[] = [];
  readonly #offsets: number[] = [];
  /** Indexes of placeholders inside other shortcodes. */
  readonly #nested = new Set<number>();
  readonly #resolved = new Set<number>();
  readonly #pattern: RegExp;
  readonly #exactPattern: RegExp;

  /** Chooses a prefix that does not occur in the text. */
  constructor(text: string) {
    this.#prefix = freePrefix(text);
    const isUsual = this.#prefix === PREFIX;
    this.#pattern = isUsual ? PLACEHOLDER_RE : new RegExp(`${this.#prefix}(\\d+)z`, 'g');
    this.#exactPattern = isUsual ? EXACT_PLACEHOLDER_RE : new RegExp(`^${this.#prefix}(\\d+)z$`);
  }

  /** Stores the result of a shortcode at an offset of the page, and returns its placeholder. */
  add(result: PlaceholderResult, offset: number, isNested = false): string {
    this.#offsets.push(offset);
    const index = this.#results.push(result) - 1;
    if (isNested) this.#nested.add(index);
    return `${this.#prefix}${index}z`;
  }

  /** The placeholders in a text. */
  findIn(text: string): ReadonlySet<string> {
    return new Set(text.match(this.#pattern));
  }

  /** The result of a text that is a single placeholder; `undefined` for any other text. */
  getResult(text: string): PlaceholderResult | undefined {
    const index = this.#exactPattern.exec(text.trim())?.[1];
    return index === undefined ? undefined : this.#results[Number(index)];
  }

  /**
   * Whether a paragraph with this text loses its tags. As in Hugo, it does for any single placeholder; but the output
   * of a nested shortcode is text, and stays a paragraph if it can be in one.
   */
  replacesParagraph(text: string): boolean {
    const index = Number(this.#exactPattern.exec(text.trim())?.[1]);
    const result = this.#results[index];
    if (result?.kind !== 'html' || !this.#nested.has(index)) return result !== undefined;
    return hasBlocks(this.#substituteQuietly(result.html));
  }

  /** Whether a text is a single placeholder for something that can't be in a paragraph. */
  isBlock(text: string): boolean {
    const result = this.getResult(text);
    if (result?.kind !== 'html') return result !== undefined;
    return isBlockHtml(result.html);
  }

  /** Whether a text is a single placeholder for attributes of its slide. */
  isAttributes(text: string): boolean {
    return this.getResult(text)?.kind === 'attributes';
  }

  /** Offsets of placeholders that were never resolved: Markdown dropped the text around them. */
  unresolved(): readonly number[] {
    return this.#offsets.filter((_, n) => !this.#resolved.has(n));
  }

  /** Replaces placeholders with their HTML; those for slides and their attributes stay. */
  substitute(text: string): string {
    return text.replace(this.#pattern, (placeholder, index: string) => {
      const result = this.#results[Number(index)];
      if (result?.kind !== 'html') return placeholder;
      this.#resolved.add(Number(index));
      return this.substitute(result.html);
    });
  }

  /** Whether a text begins with a placeholder. */
  startsText(text: string): boolean {
    return text.trimStart().startsWith(this.#prefix);
  }

  /** Returns what a text will be, without counting its placeholders as resolved. */
  preview(text: string): string {
    return this.#substituteQuietly(text);
  }

  /** Replaces placeholders with their HTML, without counting them as resolved. */
  #substituteQuietly(text: string): string {
    return text.replace(this.#pattern, (placeholder, index: string) => {
      const result = this.#results[Number(index)];
      return result?.kind === 'html' ? this.#substituteQuietly(result.html) : placeholder;
    });
  }

  /** Drops placeholders in comments that a shortcode wrote around its text: they must not affect the slide. */
  #dropInComments(html: string): string {
    return replaceComments(html, (comment) =>
      comment.replace(this.#pattern, (_, index: string) => {
        this.#resolved.add(Number(index));
        return '';
      }),
    );
  }

  /** Replaces every placeholder with its result, also those inside results. */
  resolve(text: string): ResolvedText {
    const attributes: Record<string, string> = {};
    const slides: Slide[] = [];
    const following: Slide[] = [];
    let position: Position | undefined;
    // Not a placeholder: it marks where the text of the following slides begins.
    const slideSeparator = `${this.#prefix}z`;
    const replace = (words: string): string =>
      this.#dropInComments(words).replace(this.#pattern, (_, index: string) => {
        const result = this.#results[Number(index)];
        this.#resolved.add(Number(index));
        if (result?.kind === 'html') return replace(result.html);
        for (const slide of result?.slides ?? []) slides.push(slide);
        if (result?.kind !== 'attributes') return '';
        addAttributes(attributes, result.attributes);
        for (const slide of result.following ?? []) following.push(slide);
        position ??= result.position;
        return replace(result.html ?? '') + (result.following?.length ? slideSeparator : '');
      });
    const [html = '', ...tails] = replace(text).split(slideSeparator);
    return { html, attributes, slides, following, tail: tails.join(''), position };
  }
}

/** Adds attributes: the later value wins; classes are joined. */
function addAttributes(merged: Record<string, string>, added: Attributes): void {
  const classes = merged['class'];
  Object.assign(merged, added);
  if (classes && added['class']) merged['class'] = `${classes} ${added['class']}`;
}
