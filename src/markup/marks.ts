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
export type MarkedResult = Exclude<ShortcodeResult, { kind: 'markdown' }>;

/** What is left of a text when every mark is put in place. */
export interface Settled {
  readonly html: string;
  /** Of the slide that the text stands on. */
  readonly attributes: Attributes;
  /** Children of that slide. */
  readonly slides: readonly Slide[];
  /** Slides behind that slide, and what of the text belongs to the last of them. */
  readonly following: readonly Slide[];
  readonly tail: string;
  /** Where the slide is written that the text stands on, if a shortcode has brought it from another file. */
  readonly place: Position | undefined;
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
export class Marks {
  readonly #prefix: string;
  readonly #results: MarkedResult[] = [];
  readonly #offsets: number[] = [];
  /** Those in others. */
  readonly #nested = new Set<number>();
  readonly #settled = new Set<number>();
  readonly #pattern: RegExp;
  readonly #whole: RegExp;

  /** `text` is the page: the word is chosen so that it does not stand there. */
  constructor(text: string) {
    this.#prefix = 'dwmark';
    while (text.toLowerCase().includes(this.#prefix)) this.#prefix += 'x';
    // Lower case and without punctuation, so that nothing in Markdown takes it apart or changes it.
    this.#pattern = new RegExp(`${this.#prefix}(\\d+)z`, 'g');
    this.#whole = new RegExp(`^${this.#prefix}(\\d+)z$`);
  }

  /** Keeps the result of what stands at an offset of the page, and gives the word that stands for it. */
  add(result: MarkedResult, offset: number, isNested = false): string {
    this.#offsets.push(offset);
    const index = this.#results.push(result) - 1;
    if (isNested) this.#nested.add(index);
    return `${this.#prefix}${index}z`;
  }

  /** What a text stands for that is one mark and nothing else. */
  resultOf(text: string): MarkedResult | undefined {
    const index = this.#whole.exec(text.trim())?.[1];
    return index === undefined ? undefined : this.#results[Number(index)];
  }

  /**
   * Whether a paragraph that is this text is none. As in Hugo, so it is with every mark; what a shortcode in another
   * has written is text, and is one if it can stand there.
   */
  isNoParagraph(text: string): boolean {
    const index = Number(this.#whole.exec(text.trim())?.[1]);
    const result = this.#results[index];
    if (result?.kind !== 'html' || !this.#nested.has(index)) return result !== undefined;
    return hasBlocks(this.#filled(result.html));
  }

  /** Whether a text is one mark of something that can't stand in a paragraph. */
  isBlock(text: string): boolean {
    const result = this.resultOf(text);
    if (result?.kind !== 'html') return result !== undefined;
    return isBlockHtml(result.html);
  }

  /** Whether a text is one mark of something that says where it stands: attributes of a slide, or its children. */
  isAttributes(text: string): boolean {
    return this.resultOf(text)?.kind === 'attributes';
  }

  /** The offsets of those that never found their place: Markdown has dropped the words that they stood among. */
  lost(): readonly number[] {
    return this.#offsets.filter((_, n) => !this.#settled.has(n));
  }

  /** Puts HTML in the place of its marks; what says something of a slide stays a mark. */
  fill(text: string): string {
    return text.replace(this.#pattern, (mark, index: string) => {
      const result = this.#results[Number(index)];
      if (result?.kind !== 'html') return mark;
      this.#settled.add(Number(index));
      return this.fill(result.html);
    });
  }

  /** HTML in the place of its marks, without their being shown yet. */
  #filled(text: string): string {
    return text.replace(this.#pattern, (mark, index: string) => {
      const result = this.#results[Number(index)];
      return result?.kind === 'html' ? this.#filled(result.html) : mark;
    });
  }

  /** A comment that a shortcode has written around its text: what stands there says nothing of the slide. */
  #withoutCommented(html: string): string {
    return replaceComments(html, (comment) =>
      comment.replace(this.#pattern, (_, index: string) => {
        this.#settled.add(Number(index));
        return '';
      }),
    );
  }

  /** Puts every result in the place of its mark, those inside of results too. */
  settle(text: string): Settled {
    let attributes: Attributes = {};
    const slides: Slide[] = [];
    const following: Slide[] = [];
    let place: Position | undefined;
    // No mark, so it is taken for none: behind it begins what belongs to the slides that follow.
    const turn = `${this.#prefix}z`;
    const put = (words: string): string =>
      this.#withoutCommented(words).replace(this.#pattern, (_, index: string) => {
        const result = this.#results[Number(index)];
        this.#settled.add(Number(index));
        if (result?.kind === 'html') return put(result.html);
        slides.push(...(result?.slides ?? []));
        if (result?.kind !== 'attributes') return '';
        attributes = mergeAttributes(attributes, result.attributes);
        following.push(...(result.following ?? []));
        place ??= result.place;
        return put(result.html ?? '') + (result.following?.length ? turn : '');
      });
    const [html = '', ...tails] = put(text).split(turn);
    return { html, attributes, slides, following, tail: tails.join(''), place };
  }
}

/** The later value wins; classes are joined. */
function mergeAttributes(first: Attributes, second: Attributes): Attributes {
  const merged = { ...first, ...second };
  if (first['class'] && second['class']) merged['class'] = `${first['class']} ${second['class']}`;
  return merged;
}
