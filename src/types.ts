/**
 * Every type that crosses a folder, in the words of the house: Site, Page, Deck, Slide, Shortcode, Layout,
 * Output, Client, Feature, Patch. All of it is readonly: a stage takes values and returns new ones.
 */
import type { Diagnostic, SourceFile } from './diagnostics.ts';

/** Tables as authors write them: TOML tables, YAML mappings, JSON objects. */
export type Table = Readonly<Record<string, unknown>>;

/** A place in a file of the author. */
export interface Position {
  /** Path below the site's root, with `/`. */
  readonly file: string;
  /** UTF-16 code units from the first character of the file, front matter included. */
  readonly offset: number;
}

/** The formats of front matter, configuration and data. */
export type FormatName = 'TOML' | 'YAML' | 'JSON';

/** Where a table was read from. */
export interface TablePlace {
  readonly source: SourceFile;
  /** The offsets between which it stands in the file. */
  readonly start: number;
  readonly end: number;
  readonly format: FormatName;
}

/** Takes a finding; the stage that reports it goes on with what is valid. */
export type Report = (diagnostic: Diagnostic) => void;

// ── what the author wrote ──────────────────────────────────────────────────────────────────────────────

/** What Hugo's `[markup]` table says, with Hugo's defaults where it says nothing. */
export interface MarkupConfig {
  /**
   * Whether raw HTML in Markdown is kept. Hugo's default is `false`; ours is `undefined`, which keeps it, because
   * a quarter of the public decks were written when Hugo kept it. Only an explicit `false` drops it.
   */
  readonly unsafe: boolean | undefined;
  readonly typographer: boolean;
  readonly linkify: boolean;
  readonly autoHeadingId: boolean;
  readonly headingAttributes: boolean;
  readonly hardWraps: boolean;
}

/** A site: the author's folder, as configured. Paths are below its root, with `/` and without one at the end. */
export interface SiteConfig {
  readonly title: string;
  /** As written, with a `/` at its end; `/` when the author gave none. */
  readonly baseURL: string;
  /** The path part of `baseURL`: `/` or `/sub/`. */
  readonly basePath: string;
  readonly languageCode: string;
  readonly contentDir: string;
  readonly staticDirs: readonly string[];
  readonly layoutDir: string;
  readonly publishDir: string;
  /** `[outputs]` by page kind, in lower case. */
  readonly outputs: Readonly<Record<string, readonly string[]>>;
  readonly params: Table;
  readonly markup: MarkupConfig;
  readonly buildDrafts: boolean;
  readonly buildFuture: boolean;
  readonly buildExpired: boolean;
  /** Where it stands, for findings; `undefined` for a site without a configuration file. */
  readonly place: TablePlace | undefined;
  /** The files that this configuration was read from. */
  readonly usedFiles: readonly string[];
}

/** What a command line says; it wins over the configuration file. */
export interface SiteOverrides {
  readonly baseURL?: string | undefined;
  readonly publishDir?: string | undefined;
  readonly buildDrafts?: boolean | undefined;
  readonly buildFuture?: boolean | undefined;
  readonly buildExpired?: boolean | undefined;
}

/** Hugo's words: the root page, a page that stands for its folder, any other page. */
export type PageKind = 'home' | 'section' | 'page';

/** One content file, parsed. */
export interface Page {
  readonly source: SourceFile;
  /** Where the text begins, behind the front matter. */
  readonly bodyOffset: number;
  readonly kind: PageKind;
  /** The folder it stands in, below the content folder: `''`, `talk`, `talk/sub`. */
  readonly folder: string;
  /** Its path below the content folder without the extension: `talk/one`; the folder for a section or a bundle. */
  readonly path: string;
  /** Hugo's content type: `type` of the front matter, else the first folder, else `page`. */
  readonly type: string;
  readonly title: string;
  readonly linkTitle: string;
  readonly description: string;
  /** 0 means that none was given. */
  readonly weight: number;
  readonly date: Date | undefined;
  readonly publishDate: Date | undefined;
  readonly expiryDate: Date | undefined;
  readonly draft: boolean;
  /** In lower case; `undefined` when the page leaves it to the configuration. */
  readonly outputs: readonly string[] | undefined;
  /** The whole front matter, and where it stands. */
  readonly params: Table;
  readonly place: TablePlace;
}

/** What is presented: a head page and the pages that follow it. */
export interface Deck {
  /** The path of its page in the output, `index.html` or `talk/index.html`; unique in a site. */
  readonly outputPath: string;
  readonly head: Page;
  /** All pages in the order of presentation, the head first. */
  readonly pages: readonly Page[];
}

/** A file that is published as it is. */
export interface StaticFile {
  readonly outputPath: string;
  /** Path below the site's root. */
  readonly source: string;
}

// ── what the text means ────────────────────────────────────────────────────────────────────────────────

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

/** Hugo allows either names or positions in one call, never both. */
export type ShortcodeParams = Readonly<Record<string, ShortcodeValue>> | readonly ShortcodeValue[];

/** What stands between the opening and the closing tag. */
export interface ShortcodeInner {
  /** The text as the author wrote it, line ends included. */
  text(): string;
  /** The text as Markdown of its own; one line alone loses its paragraph, as in Hugo. */
  html(): string;
  /** The text as a run of slides, split at its thematic breaks. */
  slides(): readonly Slide[];
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
  readonly page: Page;
  readonly position: Position;
}

/** What a shortcode stands for on its slide. */
export type ShortcodeResult =
  | { readonly kind: 'html'; readonly html: string }
  /** Attributes of the slide that it stands on. */
  | { readonly kind: 'attributes'; readonly attributes: Attributes }
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
  /** All names, for "did you mean". */
  readonly names: readonly string[];
}

// ── what it looks like ─────────────────────────────────────────────────────────────────────────────────

/** Parts of the client that a deck may or may not need: each is a file of that name in `src/client/features/`. */
export const allFeatures = ['code-steps', 'search', 'speaker', 'zoom'] as const;

/** One of them. */
export type Feature = (typeof allFeatures)[number];

/** What `reveal_hugo` says of one deck, site and page merged. */
export interface DeckParams {
  /** Options for `Reveal.initialize`, in camelCase, as the author typed their values. */
  readonly options: Table;
  /** One of reveal.js's themes. */
  readonly theme: string;
  /** A stylesheet of the author that takes the place of the theme. */
  readonly customTheme: string | undefined;
  readonly customCss: string | undefined;
  /** A style of highlight.js. */
  readonly highlightTheme: string;
  readonly loadDefaultPlugins: boolean;
  readonly logo: Table | undefined;
}

/** A deck, rendered but for the addresses of the client. */
export interface RenderedDeck {
  readonly deck: Deck;
  readonly title: string;
  readonly params: DeckParams;
  readonly slides: readonly Slide[];
  /** The `<section>` elements, one string for each slide at the top. */
  readonly sections: readonly string[];
  readonly features: readonly Feature[];
  readonly style: StyleRequest;
  /** Every file that had a part in it, below the site's root. */
  readonly usedFiles: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The stylesheet that a deck asks of the bundle. */
export interface StyleRequest {
  /** `undefined` where the author's own stylesheet takes its place. */
  readonly theme: string | undefined;
  readonly highlightTheme: string;
}

/** What the bundle made: addresses below the site's base path, without a `/` in front. */
export interface Client {
  /** Module scripts in the order in which they are loaded. */
  readonly scripts: readonly string[];
  style(request: StyleRequest): string;
  /** What it wants to find in the settings of a page besides options and features. */
  readonly settings?: Table;
  /** Writes such an address as a page at `outputPath` has to. */
  address(path: string, outputPath: string): string;
}

/** One file that we publish. */
export interface Output {
  readonly path: string;
  readonly text: string;
}
