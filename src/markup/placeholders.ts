/**
 * A shortcode stands in the Markdown as one word, its mark, while Markdown is parsed; what it stands for is put in its
 * place afterwards. Hugo does the same. A word can stand where the author's tag stood: in a heading, an address, an
 * attribute, in code.
 */
import { readHtml } from '../html.ts';
import type { Attributes, Position, ShortcodeResult, Slide } from '../types.ts';
import { readTagName } from './elements.ts';
import { replaceComments } from './html-comments.ts';

/** What a mark can stand for: words of the Markdown need none. */
export type PlaceholderResult = Exclude<ShortcodeResult, { kind: 'markdown' }>;

/** What is left of a text when every mark is put in place. */
export interface ResolvedText {
  readonly html: string;
  /** Of the slide that the text stands on. */
  readonly attributes: Attributes;
  /** Children of that slide. */
  readonly slides: readonly Slide[];
  /** Slides behind that slide, and what of the text belongs to the last of them. */
  readonly following: readonly Slide[];
  readonly tail: string;
  /** Where the slide is written that the text stands on, if a shortcode has brought it from another file. */
  readonly position: Position | undefined;
}

/** Elements that end a paragraph, and so can't be in one. */
const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr
   main nav ol p pre section table ul video`.split(/\s+/),
);

/** Whether HTML can't be in a paragraph, by the tag that it begins with. */
export function isBlockHtml(html: string): boolean {
  const tag = readTagName(html, html.length - html.trimStart().length);
  return tag !== undefined && !tag.isClosing && BLOCKS.has(tag.name);
}

const hasBlocks = (html: string): boolean =>
  readHtml(html).some((token) => token.kind === 'start' && BLOCKS.has(token.name));

/** The marks of one page. */
export class Placeholders {
  readonly #prefix: string;
  readonly #results: PlaceholderResult[] = [];
  readonly #offsets: number[] = [];
  /** Those in others. */
  readonly #nested = new Set<number>();
  readonly #resolved = new Set<number>();
  readonly #pattern: RegExp;
  readonly #exactPattern: RegExp;

  /** `text` is the page: the word is chosen so that it does not stand there. */
  constructor(text: string) {
    this.#prefix = 'dwmark';
    while (text.toLowerCase().includes(this.#prefix)) this.#prefix += 'x';
    // Lower case and without punctuation, so that nothing in Markdown takes it apart or changes it.
    this.#pattern = new RegExp(`${this.#prefix}(\\d+)z`, 'g');
    this.#exactPattern = new RegExp(`^${this.#prefix}(\\d+)z$`);
  }

  /** Keeps the result of what stands at an offset of the page, and gives the word that stands for it. */
  add(result: PlaceholderResult, offset: number, isNested = false): string {
    this.#offsets.push(offset);
    const index = this.#results.push(result) - 1;
    if (isNested) this.#nested.add(index);
    return `${this.#prefix}${index}z`;
  }

  /** What a text stands for that is one mark and nothing else. */
  getResult(text: string): PlaceholderResult | undefined {
    const index = this.#exactPattern.exec(text.trim())?.[1];
    return index === undefined ? undefined : this.#results[Number(index)];
  }

  /**
   * Whether a paragraph that is this text is none. As in Hugo, so it is with every mark; what a shortcode in another
   * has written is text, and is one if it can stand there.
   */
  replacesParagraph(text: string): boolean {
    const index = Number(this.#exactPattern.exec(text.trim())?.[1]);
    const result = this.#results[index];
    if (result?.kind !== 'html' || !this.#nested.has(index)) return result !== undefined;
    return hasBlocks(this.#substituteQuietly(result.html));
  }

  /** Whether a text is one mark of something that can't stand in a paragraph. */
  isBlock(text: string): boolean {
    const result = this.getResult(text);
    if (result?.kind !== 'html') return result !== undefined;
    return isBlockHtml(result.html);
  }

  /** Whether a text is one mark of something that says where it stands: attributes of a slide, or its children. */
  isAttributes(text: string): boolean {
    return this.getResult(text)?.kind === 'attributes';
  }

  /** The offsets of those that never found their place: Markdown has dropped the words that they stood among. */
  unresolved(): readonly number[] {
    return this.#offsets.filter((_, n) => !this.#resolved.has(n));
  }

  /** Puts HTML in the place of its marks; what says something of a slide stays a mark. */
  substitute(text: string): string {
    return text.replace(this.#pattern, (placeholder, index: string) => {
      const result = this.#results[Number(index)];
      if (result?.kind !== 'html') return placeholder;
      this.#resolved.add(Number(index));
      return this.substitute(result.html);
    });
  }

  /** HTML in the place of its marks, without their being shown yet. */
  #substituteQuietly(text: string): string {
    return text.replace(this.#pattern, (placeholder, index: string) => {
      const result = this.#results[Number(index)];
      return result?.kind === 'html' ? this.#substituteQuietly(result.html) : placeholder;
    });
  }

  /** A comment that a shortcode has written around its text: what stands there says nothing of the slide. */
  #dropInComments(html: string): string {
    return replaceComments(html, (comment) =>
      comment.replace(this.#pattern, (_, index: string) => {
        this.#resolved.add(Number(index));
        return '';
      }),
    );
  }

  /** Puts every result in the place of its mark, those inside of results too. */
  resolve(text: string): ResolvedText {
    let attributes: Attributes = {};
    const slides: Slide[] = [];
    const following: Slide[] = [];
    let position: Position | undefined;
    // No mark, so it is taken for none: behind it begins what belongs to the slides that follow.
    const slideSeparator = `${this.#prefix}z`;
    const replace = (words: string): string =>
      this.#dropInComments(words).replace(this.#pattern, (_, index: string) => {
        const result = this.#results[Number(index)];
        this.#resolved.add(Number(index));
        if (result?.kind === 'html') return replace(result.html);
        slides.push(...(result?.slides ?? []));
        if (result?.kind !== 'attributes') return '';
        attributes = mergeAttributes(attributes, result.attributes);
        following.push(...(result.following ?? []));
        position ??= result.place;
        return replace(result.html ?? '') + (result.following?.length ? slideSeparator : '');
      });
    const [html = '', ...tails] = replace(text).split(slideSeparator);
    return { html, attributes, slides, following, tail: tails.join(''), position };
  }
}

/** The later value wins; classes are joined. */
function mergeAttributes(first: Attributes, second: Attributes): Attributes {
  const merged = { ...first, ...second };
  if (first['class'] && second['class']) merged['class'] = `${first['class']} ${second['class']}`;
  return merged;
}
