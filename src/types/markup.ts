/** What the text means: slides, shortcodes, render hooks. */
import type { Feature } from './feature.ts';
import type { Page } from './site.ts';
import type { Position } from './tables.ts';

/** Attributes of a slide, by name, in the order in which they are written. */
export type Attributes = Readonly<Record<string, string>>;

/** One `<section>`. A slide with children is a stack. */
export interface Slide {
  readonly attributes: Attributes;
  /** What stands in it, without its children. */
  readonly html: string;
  readonly slides: readonly Slide[];
  /** Where its text begins. */
  readonly position: Position;
}

/** A value that an author gave to a shortcode: quoted values are strings, bare ones have their type, as in Hugo. */
export type ShortcodeValue = string | number | boolean;

/** Hugo allows either names or positions in one call, never both; a call without parameters has positions. */
export type ShortcodeParams =
  | { readonly kind: 'named'; readonly values: Readonly<Record<string, ShortcodeValue>> }
  | { readonly kind: 'positional'; readonly values: readonly ShortcodeValue[] };

/** The text of a shortcode in its forms: what stands between its tags, or a text from elsewhere. */
export interface ShortcodeInner {
  /**
   * The text as the author wrote it, line ends included, with the HTML of the shortcodes in it in their place. Those
   * that say something of the slide, or bring slides, stay words that stand for them: put them out where they came in.
   */
  text(): string;
  /** The text without the indentation of the tag on each of its lines. */
  deindented(): string;
  /** The text as Markdown of its own; one line alone loses its paragraph, as in Hugo. */
  html(): string;
  /** The text as Markdown of its own; a single paragraph loses its tags, as with Hugo's `markdownify`. */
  inline(): string;
  /** The text as Markdown of its own, paragraphs and all. */
  block(): string;
  /** The text as a run of slides, split at its thematic breaks. */
  slides(): readonly Slide[];
  /** The text as a run of slides in reveal.js's own Markdown, with its separators, `Note:` and attribute comments. */
  revealSlides(): readonly Slide[];
  /** The text as one slide, which is no Markdown. */
  rawSlide(): Slide;
}

/** One use of a shortcode in a page. */
export interface ShortcodeCall {
  readonly name: string;
  readonly params: ShortcodeParams;
  /** `%` renders the inner text as Markdown, `<` leaves it as it is. */
  readonly delimiter: '%' | '<';
  /** Empty when the tag closes itself or has no closing tag. */
  readonly inner: ShortcodeInner;
  /** The shortcode that it stands in. */
  readonly parent: ShortcodeCall | undefined;
  /** Whether it stands in one with `%`: what it writes is read as Markdown there. */
  readonly isInMarkdown: boolean;
  /** Its number among the shortcodes of its parent, or of the page, from 0. */
  readonly ordinal: number;
  /** The white space in front of its tag, where nothing else stands there on the line. */
  readonly indentation: string;
  readonly page: Page;
  readonly position: Position;
  /** Reads a text from elsewhere, shortcodes and all, as if it stood in place of the shortcode. */
  readonly read: (text: string) => ShortcodeInner;
}

/** What a shortcode stands for on its slide. */
export type ShortcodeResult =
  | { readonly kind: 'html'; readonly html: string; readonly features?: readonly Feature[] }
  /**
   * Words of the Markdown around it, as those of Hugo's `{{% %}}` are, and of any that stands in another. Where it is
   * whole, it is Markdown of its own, so that breaks in it stay in it.
   */
  | { readonly kind: 'markdown'; readonly text: string; readonly isWhole?: boolean }
  /**
   * Attributes of the slide that it stands on, what stands in its place there, and slides that follow: what is
   * written behind it belongs to the last of them.
   */
  | {
      readonly kind: 'attributes';
      readonly attributes: Attributes;
      readonly html?: string;
      readonly slides?: readonly Slide[];
      readonly following?: readonly Slide[];
      /** Where all of it is written, if that is another file; where the shortcode stands by default. */
      readonly place?: Position;
      readonly features?: readonly Feature[];
    }
  /** Children of the slide that it stands on. */
  | { readonly kind: 'slides'; readonly slides: readonly Slide[] };

/** A named construct of the author. */
export interface Shortcode {
  readonly name: string;
  /** Whether it stands around a text. As in Hugo, one that does must be closed, and one that does not must not. */
  readonly takesInner: boolean;
  /** How far it reaches when the author forgot to close it; without this, that is an error. */
  readonly unclosed?: 'slide' | 'file';
  render(call: ShortcodeCall): ShortcodeResult;
}

/** Looks a shortcode up by the name that the author wrote. */
export interface Shortcodes {
  find(name: string): Shortcode | undefined;
  /** What stands for a shortcode that nobody knows, where a theme that is not there may have brought it. */
  standIn(name: string): Shortcode | undefined;
  /** All names, for "did you mean". */
  readonly names: readonly string[];
}

/** Where an element stands: an offset in the text of its page. */
export interface HookPlace {
  readonly Position: number;
}

/** What a template of the author gets of a link or an image, by Hugo's names. Source: Hugo's render hooks. */
export interface LinkHook extends HookPlace {
  readonly Destination: string;
  /** HTML. */
  readonly Text: string;
  readonly PlainText: string;
  readonly Title: string;
  /** Images only: whether it stands alone in its paragraph. */
  readonly IsBlock?: boolean;
  /** Its number among its like in the text. */
  readonly Ordinal: number;
  readonly Attributes?: Readonly<Record<string, string>>;
}

/** What a template of the author gets of a heading. */
export interface HeadingHook extends HookPlace {
  readonly Ordinal: number;
  readonly Level: number;
  /** Its id. */
  readonly Anchor: string;
  /** HTML. */
  readonly Text: string;
  readonly PlainText: string;
  readonly Attributes: Readonly<Record<string, string>>;
}

/** What a template of the author gets of a fence. */
export interface CodeBlockHook extends HookPlace {
  /** The language. */
  readonly Type: string;
  readonly Inner: string;
  readonly Ordinal: number;
  readonly Attributes: Readonly<Record<string, unknown>>;
  readonly Options: Readonly<Record<string, unknown>>;
}

/** What a template of the author gets of a blockquote. */
export interface BlockquoteHook extends HookPlace {
  readonly Type: 'regular' | 'alert';
  /** HTML. */
  readonly Text: string;
  readonly AlertType: string;
  readonly AlertTitle: string;
  readonly AlertSign: string;
  readonly Ordinal: number;
  readonly Attributes: Readonly<Record<string, string>>;
}

/** A cell of a table. */
export interface TableCell {
  /** HTML. */
  readonly Text: string;
  readonly Alignment: '' | 'left' | 'center' | 'right';
}

/** What a template of the author gets of a table. */
export interface TableHook extends HookPlace {
  readonly THead: readonly (readonly TableCell[])[];
  readonly TBody: readonly (readonly TableCell[])[];
  readonly Ordinal: number;
  readonly Attributes: Readonly<Record<string, string>>;
}

/** What a template of the author gets of a text between delimiters, such as a formula. */
export interface PassthroughHook extends HookPlace {
  readonly Type: 'block' | 'inline';
  readonly Inner: string;
  readonly Ordinal: number;
}

/** Templates of the author that write parts of the Markdown: each gives HTML, or `undefined` where there is none. */
export interface RenderHooks {
  link?(link: LinkHook): string | undefined;
  image?(image: LinkHook): string | undefined;
  heading?(heading: HeadingHook): string | undefined;
  codeBlock?(code: CodeBlockHook): string | undefined;
  blockquote?(quote: BlockquoteHook): string | undefined;
  table?(table: TableHook): string | undefined;
  passthrough?(text: PassthroughHook): string | undefined;
  /** Where links and images of no such template lead: gives the address that is written for one of the author. */
  readonly resolve?: {
    readonly link?: (address: string) => string;
    readonly image?: (address: string) => string;
  };
}

/** What we use of KaTeX, which a site brings when it has formulas. */
export interface Katex {
  renderToString(tex: string, options: Readonly<Record<string, unknown>>): string;
}
