/** What it looks like: a rendered deck, the client, what is published. */
import type { Diagnostic, SourceFile } from '../diagnostics.ts';
import type { Feature } from './feature.ts';
import type { Slide } from './markup.ts';
import type { HtmlFacts, Section } from './section.ts';
import type { Deck } from './site.ts';
import type { Table } from './tables.ts';
import type { Theme } from './theme.ts';

/** What `reveal_hugo` says of one deck, site and page merged. */
export interface DeckParams {
  /** Options for `Reveal.initialize`, in camelCase, as the author typed their values. */
  readonly options: Table;
  /** One of reveal.js's themes, or one of the site's own, as written. */
  readonly theme: string;
  /** A stylesheet of the author that takes the place of the theme. */
  readonly customTheme: string | undefined;
  /** Whether it is compiled: `custom_theme_compile`, or a name that ends in `.scss` or `.sass`. */
  readonly compilesTheme: boolean;
  /** `custom_theme_options`, as written. */
  readonly themeOptions: Table;
  readonly customCss: readonly string[];
  readonly customJs: readonly string[];
  /** A style of highlight.js, or one of the site's own, as written. */
  readonly highlightTheme: string;
  /** What `plugins` names, those of the site before those of the page. */
  readonly plugins: readonly PluginParams[];
  readonly loadDefaultPlugins: boolean;
  /** Whether readers may have it without a network; `undefined` where nobody has said so, or said no. */
  readonly offline?: boolean;
  readonly logo: Table | undefined;
  /** Where the parameters stand that name files, by the author's words: `custom_theme`. */
  readonly places: Readonly<Record<string, Place>>;
}

/** What a finding about a parameter points to; empty where nobody wrote it. */
export interface Place {
  readonly source?: SourceFile;
  readonly offset?: number;
}

/** A plugin of reveal.js, as an author names it. */
export interface PluginParams {
  /** The global that goes into reveal.js's list: names alone, as in `RevealMenu` and `RevealMath.KaTeX`. */
  readonly name: string | undefined;
  readonly source: string | undefined;
  readonly css: readonly string[];
  /** Its paths are used as they are. */
  readonly verbatim: boolean;
  /** It was named by its path alone, and may bring no plugin at all. */
  readonly isOptional: boolean;
}

/** A deck as the pipeline renders it: its slides, and what the page around them is made from. */
export interface RenderedDeck {
  readonly deck: Deck;
  readonly title: string;
  readonly params: DeckParams;
  readonly slides: readonly Slide[];
  /** The `<section>` elements, one for each slide at the top. */
  readonly sections: readonly Section[];
  /** The parts of the client that its text and its parameters ask for. */
  readonly features: readonly Feature[];
  readonly slots: Slots;
  /** What is known of all slots together. */
  readonly slotFacts: HtmlFacts;
  /** Whether there are scripts of the author in the slots. */
  readonly hasScripts: boolean;
  /** Every file that had a part in it, below the site's root. */
  readonly usedFiles: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A rendered deck with all that its page names, but for the addresses of the client: ready to be published. */
export interface ReadyDeck {
  readonly rendered: RenderedDeck;
  /** The parts of the client that its page starts with. */
  readonly features: readonly Feature[];
  readonly style: StyleRequest;
  readonly files: DeckFiles;
  /**
   * How the client comes into the page: as a module, or, where scripts of the author expect reveal.js to be there when
   * they run, as scripts of the old kind in the order of the theme.
   */
  readonly scripts: 'module' | 'classic';
  /** Every file that had a part in the slides or in a stylesheet, below the site's root. */
  readonly usedFiles: readonly string[];
  /** What was found in the slides and in the files. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The stylesheet that a deck asks of the bundle. */
export interface StyleRequest {
  readonly theme: Theme;
  /** `undefined` where a file of the author takes its place, and where no code of the deck is in it. */
  readonly highlightTheme: string | undefined;
  /** The styles of Chroma in which the deck has code, by the ends of their classes; none by default. */
  readonly codeStyles?: readonly string[];
  /** Whether there are formulas in the deck. */
  readonly math: boolean;
  /** Whether the page itself carries what its first slide needs, so that the stylesheet may come behind it. */
  readonly isPainted?: boolean;
}

/** What a page carries so that its first slide is painted before anything else has arrived. */
export interface FirstPaint {
  /** The rules that lay out a slide, in the colours of the theme. */
  readonly css: string;
  /** Rules for slides in which one of these tags or classes occurs. */
  readonly rare: readonly { readonly css: string; readonly names: readonly string[] }[];
  /** The faces of the theme. */
  readonly fonts: readonly FontFile[];
}

/** One file of a font. */
export interface FontFile {
  /** Below the base path. */
  readonly path: string;
  /** What it is for: headings, or all other words; one family may be for both. */
  readonly roles: readonly ('heading' | 'main')[];
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** The characters in it, as first and last code points. */
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

/** HTML of the author for three places of every page, as the reveal-hugo theme has them. */
export interface Slots {
  /** Before `</head>`. */
  readonly head: string;
  /** Before `.reveal` is closed. */
  readonly end: string;
  /** Before `</body>`, when the deck has been started. */
  readonly body: string;
}

/** The files that an author brings to a deck: addresses below the base path, or with a host in front. */
export interface DeckFiles {
  /** The custom theme, and what is laid over it. */
  readonly styles: readonly string[];
  readonly pluginStyles: readonly string[];
  /** The globals that go into reveal.js's list of plugins, and the scripts that bring them, in the order of loading. */
  readonly plugins: readonly PluginFile[];
  /** Scripts that run when the deck has been started. */
  readonly scripts: readonly string[];
  /** What is published for it besides static files. */
  readonly published: readonly PublishedAsset[];
}

/** A plugin whose script was found. */
export interface PluginFile {
  readonly script: string | undefined;
  readonly name: string | undefined;
  readonly isOptional: boolean;
}

/** What the bundle made: addresses below the site's base path, without a `/` in front. */
export interface Client {
  /** Module scripts in the order in which they are loaded. */
  readonly scripts: readonly string[];
  /** What takes the place of the scripts where scripts of the author expect reveal.js as the theme loads it. */
  readonly classic?: ClassicScripts;
  style(request: StyleRequest): string;
  /** What a page carries where its stylesheet comes behind the slides; `undefined` where it stands in the head. */
  firstPaint?(request: StyleRequest): FirstPaint | undefined;
  /** Where the worker stands that keeps decks without a network; only in a build. */
  readonly offlineWorker?: string;
  /** What the list of the decks is shown and searched with; only in a build of a site that may have one. */
  readonly list?: ListClient;
  /** Whether the server has a list of the decks of its own: only a layout of the author writes one then. */
  readonly hasOwnList?: boolean;
  /** What it wants to find in the settings of a page besides options and features. */
  readonly settings?: Table;
  /** Writes such an address as a page at `outputPath` has to. */
  address(path: string, outputPath: string): string;
}

/** The client of decks with scripts of their author. */
export interface ClassicScripts {
  /** No module: it has run when the next script of the page does. */
  readonly script: string;
  /** Modules that come after it. */
  readonly modules: readonly string[];
  /** What comes after it instead where browsers load no modules, because the page is opened from a folder. */
  readonly behind?: readonly string[];
}

/** The client of the list of the decks. */
export interface ListClient {
  readonly script: string;
  /** Whether the script is a module; opened from a folder, browsers load none. */
  readonly isModule: boolean;
  /** The stylesheet of miniatures, behind that of the deck. */
  readonly miniatureStyle: string;
  /** Writes what the search looks things up in. */
  writeIndex(this: void, decks: readonly SearchedDeck[]): Output;
}

/** A deck, as it is searched. */
export interface SearchedDeck {
  readonly title: string;
  readonly description: string;
  /** As the list writes it. */
  readonly address: string;
  readonly slides: readonly {
    /** What comes behind the address: `#/2/1`. */
    readonly place: string;
    readonly heading: string;
    readonly text: string;
  }[];
}

/** One file that we publish. */
export interface Output {
  readonly path: string;
  readonly text: string;
}

/** A file that was made, or taken from `assets/`, for a page that asks for it. */
export interface PublishedAsset {
  readonly path: string;
  readonly bytes: Uint8Array;
}
