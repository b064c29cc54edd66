/** Gathers the facts about one slide: its text, fonts, notes and fragments. */
import type { StartTag } from '../html.ts';
import { isHiddenSlide, readClasses } from '../slide-html.ts';
import type { NotesFacts, SlideFacts, TagFacts, TextRun } from '../types.ts';

/** Elements that do not separate words. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b code em i kbd mark s script small span strong style sub sup template u'.split(' '),
);

/** The effect of an element on the font of its text. */
type FontUse = 'heading' | 'bold' | 'italic' | 'other';

/** In `other` elements, text is not in a font of the theme. */
const FONT_USES: ReadonlyMap<string, FontUse> = new Map([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'heading'] as const),
  ...['b', 'strong', 'th', 'dt'].map((name) => [name, 'bold'] as const),
  ...['i', 'em', 'blockquote', 'q'].map((name) => [name, 'italic'] as const),
  ...['code', 'pre', 'svg'].map((name) => [name, 'other'] as const),
]);

/** Gathers the facts tag by tag. */
export class SlideFactsReader {
  readonly #tag: TagFacts;
  #end: number | undefined;
  #heading = '';
  #headingLevel = 0;
  #text = '';
  /** The position relative to the first heading, which is the heading of the slide. */
  #state: 'before' | 'in heading' | 'after' = 'before';
  readonly #open: string[] = [];
  /** The number of open elements by their names. */
  readonly #openByName = new Map<string, number>();
  readonly #fonts: Record<FontUse, number> = { heading: 0, bold: 0, italic: 0, other: 0 };
  readonly #runs: TextRun[] = [];
  readonly #notes: Omit<NotesFacts, 'html'>[] = [];
  #fragments = 0;
  #loose = 0;
  readonly #indexes = new Set<string>();

  constructor(tag: TagFacts) {
    this.#tag = tag;
  }

  /** Adds visible text. */
  addText(text: string): void {
    this.#addWords(text);
    if (this.#fonts.other > 0 || text.trim() === '') return;
    const { heading, bold, italic } = this.#fonts;
    const role = heading > 0 ? 'heading' : 'main';
    this.#runs.push({ text, role, isBold: bold > 0, isItalic: italic > 0 });
  }

  /** Opens a visible element; `isEmpty` if it has no closing tag. */
  open({ name, attributes }: StartTag, isEmpty: boolean): void {
    const use = FONT_USES.get(name);
    if (use === 'heading' && this.#state === 'before') {
      this.#state = 'in heading';
      this.#headingLevel = Number(name.slice(1));
    }
    this.addGap(name, attributes['alt']);
    if (isEmpty) return;
    this.#open.push(name);
    this.#openByName.set(name, (this.#openByName.get(name) ?? 0) + 1);
    if (use) this.#fonts[use]++;
  }

  /** Closes a visible element, and all elements left open in it. */
  close(name: string): void {
    const use = FONT_USES.get(name);
    if (use === 'heading' && this.#state === 'in heading') this.#state = 'after';
    this.addGap(name);
    if (!this.#openByName.get(name)) return;
    for (const closed of this.#open.splice(this.#open.lastIndexOf(name))) {
      this.#openByName.set(closed, (this.#openByName.get(closed) ?? 0) - 1);
      const use = FONT_USES.get(closed);
      if (use) this.#fonts[use]--;
    }
  }

  /** Separates words at a tag, unless it is inline, and adds the alternative text of an image. */
  addGap(name: string, alt = ''): void {
    if (!INLINE.has(name)) this.#addWords(` ${alt} `);
  }

  /** Counts a fragment, visible or not. Source: reveal.js's `fragments.js`. */
  addFragment(tag: StartTag): void {
    // The cheap test comes first: most tags are not fragments.
    if (!tag.attributes['class']?.includes('fragment') || !readClasses(tag).includes('fragment')) return;
    this.#fragments++;
    const index = tag.attributes['data-fragment-index'];
    if (index === undefined) this.#loose++;
    else this.#indexes.add(index.trim());
  }

  /** Adds speaker notes. */
  addNotes(start: number, end: number): void {
    this.#notes.push({ start, end });
  }

  /** Records the end offset of the slide. */
  end(end: number): void {
    this.#end ??= end;
  }

  /** The facts gathered so far. */
  facts(html: string): SlideFacts {
    return {
      tag: this.#tag,
      end: this.#end ?? html.length,
      isHidden: isHiddenSlide(this.#tag),
      heading: plain(this.#heading),
      headingLevel: this.#headingLevel,
      text: plain(this.#text),
      runs: this.#runs,
      notes: this.#notes.map(({ start, end }) => ({ html: html.slice(start, end), start, end })),
      fragments: this.#fragments,
      steps: this.#loose + this.#indexes.size,
    };
  }

  #addWords(text: string): void {
    if (this.#state === 'in heading') this.#heading += text;
    else this.#text += text;
  }
}

/** Whitespace other than single spaces, which would only be replaced by themselves. */
const WHITESPACE_RE = /\s{2,}|[^\S ]/g;

const plain = (words: string): string => words.replace(WHITESPACE_RE, ' ').trim();
