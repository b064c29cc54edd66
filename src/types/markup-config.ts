/** Hugo's `[markup]` configuration. */

/** The replacements of Goldmark's typographer; an empty string keeps the character. */
export interface TypographicReplacements {
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

/** How code is shown, as set by `[markup.highlight]`, a fence or a `highlight` shortcode. */
export interface HighlightOptions {
  readonly lineNos: boolean;
  /** Number of the first line. */
  readonly lineNoStart: number;
  /** Lines to highlight, from 1: `1 3-4`. Bars separate steps, which Hugo does not have: `1|3-4`. */
  readonly hlLines: string;
  /** Whether line numbers are links to themselves, and the prefix of their ids. */
  readonly anchorLineNos: boolean;
  readonly lineAnchors: string;
  /** Whether to detect the language if none is given. */
  readonly guessSyntax: boolean;
  /** Width of a tab, in characters. */
  readonly tabWidth: number;
  /** Whether the code is inline. */
  readonly hlInline: boolean;
  /** Whether the code is not highlighted. */
  readonly noHl: boolean;
  /** A style of Chroma, as written. */
  readonly style: string;
  /** `false` writes Chroma's classes, for a stylesheet of the site. */
  readonly noClasses: boolean;
}

/** `[markup.highlight]` of a site. */
export interface HighlightConfig extends HighlightOptions {
  /** `false` disables highlighting and render hooks for fences. */
  readonly codeFences: boolean;
}

/** An opening and a closing delimiter. */
export type Delimiters = readonly [open: string, close: string];

/** How ids of headings are generated. */
export type HeadingIdType = 'github' | 'github-ascii' | 'blackfriday';

/** Hugo's `[markup]` configuration, with Hugo's defaults. */
export interface MarkupConfig {
  /**
   * Whether raw HTML in Markdown is kept. Hugo's default is `false`; the default here is `undefined`, which keeps it,
   * because a quarter of the public decks were written when Hugo kept it. Only an explicit `false` drops it.
   */
  readonly unsafe: boolean | undefined;
  readonly hardWraps: boolean;
  readonly xhtml: boolean;
  /** The typographer; `undefined` if it is off. */
  readonly typographer: TypographicReplacements | undefined;
  readonly linkify: boolean;
  /** Protocol of links that are written as `www.…`. */
  readonly linkifyProtocol: string;
  readonly definitionList: boolean;
  readonly table: boolean;
  readonly taskList: boolean;
  /** HTML of the link back from a footnote; `undefined` if footnotes are off. */
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
  /** Delimiters of formulas; `undefined` if the extension is off. */
  readonly passthrough:
    | { readonly block: readonly Delimiters[]; readonly inline: readonly Delimiters[] }
    | undefined;
  /** `simple` and `css3draft` remove line breaks between East Asian wide characters. */
  readonly eastAsianLineBreaks: 'simple' | 'css3draft' | undefined;
  /** Whether `\ ` is not rendered: it separates words so that emphasis works without a visible space. */
  readonly escapedSpace: boolean;
  readonly emoji: boolean;
  readonly autoHeadingId: boolean;
  readonly headingIdType: HeadingIdType;
  /** Whether terms of definition lists get ids. */
  readonly definitionTermIds: boolean;
  readonly headingAttributes: boolean;
  readonly blockAttributes: boolean;
  /** Whether an image on its own line is wrapped in a paragraph. */
  readonly wrapImages: boolean;
  readonly highlight: HighlightConfig;
}
