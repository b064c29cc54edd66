/** What Hugo's `[markup]` table says. */

/** What Goldmark's typographer sets for a sign; an empty text leaves the sign as it is. */
export interface TypographerSigns {
  readonly leftSingleQuote: string;
  readonly rightSingleQuote: string;
  readonly leftDoubleQuote: string;
  readonly rightDoubleQuote: string;
  readonly enDash: string;
  readonly emDash: string;
  readonly ellipsis: string;
  readonly leftAngleQuote: string;
  readonly rightAngleQuote: string;
  readonly apostrophe: string;
}

/** How a piece of code is shown, as `[markup.highlight]`, a fence or a `highlight` shortcode says it. */
export interface HighlightOptions {
  readonly lineNos: boolean;
  /** The number of the first line. */
  readonly lineNoStart: number;
  /** Lines that stand out, counted from 1: `1 3-4`. Steps, which Hugo does not know, stand between bars: `1|3-4`. */
  readonly hlLines: string;
  /** Whether each number leads to itself, and what those addresses begin with. */
  readonly anchorLineNos: boolean;
  readonly lineAnchors: string;
  /** Whether the language is found out where none is given. */
  readonly guessSyntax: boolean;
  /** In characters. */
  readonly tabWidth: number;
  /** Whether it stands in a line of text. */
  readonly hlInline: boolean;
  /** Whether colours are left out. */
  readonly noHl: boolean;
  /** One of Chroma's styles, as written. */
  readonly style: string;
  /** `false` leaves the colours to a stylesheet of the site, with Chroma's classes. */
  readonly noClasses: boolean;
}

/** `[markup.highlight]` of a site. */
export interface HighlightConfig extends HighlightOptions {
  /** `false` takes fences for plain code: Hugo leaves the colours to the browser then, and runs no render hooks. */
  readonly codeFences: boolean;
}

/** An opening and a closing delimiter. */
export type Delimiters = readonly [open: string, close: string];

/** How ids of headings are made. */
export type HeadingIdType = 'github' | 'github-ascii' | 'blackfriday';

/** What Hugo's `[markup]` table says, with Hugo's defaults where it says nothing. */
export interface MarkupConfig {
  /**
   * Whether raw HTML in Markdown is kept. Hugo's default is `false`; ours is `undefined`, which keeps it, because
   * a quarter of the public decks were written when Hugo kept it. Only an explicit `false` drops it.
   */
  readonly unsafe: boolean | undefined;
  readonly hardWraps: boolean;
  readonly xhtml: boolean;
  /** `undefined` where the site switches it off. */
  readonly typographer: TypographerSigns | undefined;
  readonly linkify: boolean;
  /** What addresses that begin with `www.` are taken to be. */
  readonly linkifyProtocol: string;
  readonly definitionList: boolean;
  readonly table: boolean;
  readonly taskList: boolean;
  /** HTML of the link back from a footnote; `undefined` where the site has no footnotes. */
  readonly footnoteBacklink: string | undefined;
  /** `~~text~~` and `~text~`. */
  readonly strikethrough: boolean;
  /** Goldmark's extras: `~~text~~`, `++text++`, `==text==`, `~text~`, `^text^`. */
  readonly extras: {
    readonly delete: boolean;
    readonly insert: boolean;
    readonly mark: boolean;
    readonly subscript: boolean;
    readonly superscript: boolean;
  };
  /** Delimiters of mathematics; `undefined` where the site leaves it off. */
  readonly passthrough:
    | { readonly block: readonly Delimiters[]; readonly inline: readonly Delimiters[] }
    | undefined;
  /** `simple` and `css3draft` drop line ends between wide characters of East Asia. */
  readonly eastAsianLineBreaks: 'simple' | 'css3draft' | undefined;
  /** Whether `\ ` is nothing: it ends a word for the marks around it. */
  readonly escapedSpace: boolean;
  readonly emoji: boolean;
  readonly autoHeadingId: boolean;
  readonly headingIdType: HeadingIdType;
  /** Whether terms of definition lists get ids too. */
  readonly definitionTermIds: boolean;
  readonly headingAttributes: boolean;
  readonly blockAttributes: boolean;
  /** Whether an image that stands alone is in a paragraph. */
  readonly wrapImages: boolean;
  readonly highlight: HighlightConfig;
}
