/** The parsed text: slides, shortcodes, render hooks. */
import type { Feature } from './feature.ts';
import type { Page } from './site.ts';
import type { Position } from './tables.ts';

/** Attributes of a slide, by name, in the order of the source. */
export type Attributes = Readonly<Record<string, string>>;

/** One `<section>`. A slide with children is a stack. */
export interface Slide {
  readonly attributes: Attributes;
  /** The content, without children. */
  readonly html: string;
  readonly slides: readonly Slide[];
  /** The start of the slide's text. */
  readonly position: Position;
}

/** A parameter of a shortcode: quoted values are strings, unquoted ones are typed, as in Hugo. */
export type ShortcodeValue = string | number | boolean;

/** The parameters of a call, either all named or all positional, as in Hugo; a call without parameters has positions. */
export type ShortcodeParams =
  | { readonly kind: 'named'; readonly values: Readonly<Record<string, ShortcodeValue>> }
  | { readonly kind: 'positional'; readonly values: readonly ShortcodeValue[] };

/** The inner text of a shortcode, or a text from elsewhere, and the ways to render it. */
export interface ShortcodeInner {
  /**
   * Returns the text as written, with the HTML of nested shortcodes. Those that set attributes of the slide or contain
   * slides are placeholders: write these where they were in the text.
   */
  text(): string;
  /** Returns the text with the indentation of the tag removed from each line. */
  deindented(): string;
  /** Renders the text as a Markdown document; a single line has no paragraph around it, as in Hugo. */
  html(): string;
  /** Renders the text as a Markdown document; a single paragraph loses its tags, as with Hugo's `markdownify`. */
  inline(): string;
  /** Renders the text as a Markdown document, always with paragraphs. */
  block(): string;
  /** Renders the text as slides, split at its thematic breaks. */
  slides(): readonly Slide[];
  /** Renders the text as slides in reveal.js's own Markdown: with its separators, `Note:` and attribute comments. */
  revealSlides(): readonly Slide[];
  /** Returns the text as one slide, without rendering Markdown. */
  rawSlide(): Slide;
}

/** A call of a shortcode in a page. */
export interface ShortcodeCall {
  readonly name: string;
  readonly params: ShortcodeParams;
  /** `%` renders the inner text as Markdown, `<` does not. */
  readonly delimiter: '%' | '<';
  /** The inner text; empty if the tag closes itself or has no closing tag. */
  readonly inner: ShortcodeInner;
  /** The enclosing shortcode. */
  readonly parent: ShortcodeCall | undefined;
  /** Whether the call is inside of a `%` shortcode, where its output is parsed as Markdown. */
  readonly isInMarkdown: boolean;
  /** Index among the shortcodes of the parent, or of the page, from 0. */
  readonly ordinal: number;
  /** The whitespace before the tag, if nothing else precedes it on its line. */
  readonly indentation: string;
  readonly page: Page;
  readonly position: Position;
  /** Parses another text, including shortcodes, as if it replaced the shortcode. */
  readonly read: (text: string) => ShortcodeInner;
}

/** The result of a shortcode. */
export type ShortcodeResult =
  | { readonly kind: 'html'; readonly html: string; readonly features?: readonly Feature[] }
  /**
   * Text that is parsed as part of the surrounding Markdown, as from Hugo's `{{% %}}` and from nested shortcodes. With
   * `isStandalone`, it is parsed separately, so that its slide breaks do not split the surrounding slide.
   */
  | { readonly kind: 'markdown'; readonly text: string; readonly isStandalone?: boolean }
  /**
   * Attributes of the current slide, HTML that replaces the shortcode, and slides that follow: the text after the
   * shortcode belongs to the last of them.
   */
  | {
      readonly kind: 'attributes';
      readonly attributes: Attributes;
      readonly html?: string;
      readonly slides?: readonly Slide[];
      readonly following?: readonly Slide[];
      /** The position of the source, if it is another file; default: the position of the shortcode. */
      readonly position?: Position;
      readonly features?: readonly Feature[];
    }
  /** Children of the current slide. */
  | { readonly kind: 'slides'; readonly slides: readonly Slide[] };

/** A shortcode: a named construct that authors call in a page. */
export interface Shortcode {
  readonly name: string;
  /** Whether it has inner text. As in Hugo, it must be closed then, and must not be otherwise. */
  readonly takesInner: boolean;
  /** Where it ends if it is not closed; without this, that is an error. */
  readonly unclosed?: 'slide' | 'file';
  render(call: ShortcodeCall): ShortcodeResult;
}

/** Finds shortcodes by name. */
export interface Shortcodes {
  find(name: string): Shortcode | undefined;
  /** Returns a fallback for an unknown shortcode that a missing theme may define. */
  fallback(name: string): Shortcode | undefined;
  /** All names, for "did you mean". */
  readonly names: readonly string[];
}

/** The position of an element: an offset in the text of its page. */
export interface HookPosition {
  readonly Position: number;
}

/** Data of a link or an image for a render hook, by Hugo's names. Source: Hugo's render hooks. */
export interface LinkHook extends HookPosition {
  readonly Destination: string;
  /** HTML. */
  readonly Text: string;
  readonly PlainText: string;
  readonly Title: string;
  /** Whether an image is alone in its paragraph; images only. */
  readonly IsBlock?: boolean;
  /** Index among the links or images of the text, from 0. */
  readonly Ordinal: number;
  readonly Attributes?: Readonly<Record<string, string>>;
}

/** Data of a heading for a render hook. */
export interface HeadingHook extends HookPosition {
  readonly Ordinal: number;
  readonly Level: number;
  /** The id of the heading. */
  readonly Anchor: string;
  /** HTML. */
  readonly Text: string;
  readonly PlainText: string;
  readonly Attributes: Readonly<Record<string, string>>;
}

/** Data of a fence for a render hook. */
export interface CodeBlockHook extends HookPosition {
  /** The language. */
  readonly Type: string;
  readonly Inner: string;
  readonly Ordinal: number;
  readonly Attributes: Readonly<Record<string, unknown>>;
  readonly Options: Readonly<Record<string, unknown>>;
}

/** Data of a blockquote for a render hook. */
export interface BlockquoteHook extends HookPosition {
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

/** Data of a table for a render hook. */
export interface TableHook extends HookPosition {
  readonly THead: readonly (readonly TableCell[])[];
  readonly TBody: readonly (readonly TableCell[])[];
  readonly Ordinal: number;
  readonly Attributes: Readonly<Record<string, string>>;
}

/** Data of a text between delimiters, such as a formula, for a render hook. */
export interface PassthroughHook extends HookPosition {
  readonly Type: 'block' | 'inline';
  readonly Inner: string;
  readonly Ordinal: number;
}

/** The author's render hooks: each returns HTML, or `undefined` if there is no such template. */
export interface RenderHooks {
  link?(link: LinkHook): string | undefined;
  image?(image: LinkHook): string | undefined;
  heading?(heading: HeadingHook): string | undefined;
  codeBlock?(code: CodeBlockHook): string | undefined;
  blockquote?(quote: BlockquoteHook): string | undefined;
  table?(table: TableHook): string | undefined;
  passthrough?(text: PassthroughHook): string | undefined;
  /** Resolve addresses of links and images that have no hook. */
  readonly resolve?: {
    readonly link?: (address: string) => string;
    readonly image?: (address: string) => string;
  };
}

/** The API of KaTeX in use; KaTeX is installed in the site. */
export interface Katex {
  renderToString(tex: string, options: Readonly<Record<string, unknown>>): string;
}
