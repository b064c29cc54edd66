/** The output: rendered decks, the client, published files. */
import type { Diagnostic, SourceFile } from '../diagnostics.ts';
import type { Feature } from './feature.ts';
import type { Slide } from './markup.ts';
import type { Section, SlotFacts } from './section.ts';
import type { Deck } from './site.ts';
import type { Table } from './tables.ts';
import type { LookPart, SectionProgressKind, Theme } from './theme.ts';

/** `reveal_hugo` of a deck: the options of the site and the page, merged. */
export interface DeckParams {
  /** Options for `Reveal.initialize`: names in camelCase, values as written. */
  readonly options: Table;
  /** A theme of deckwright, of reveal.js or of the site, as written. */
  readonly theme: string;
  /** The accent of a theme of deckwright: the name of a palette or a colour, as written. */
  readonly accent?: string;
  /** `read` if the deck is a page to read on a phone held upright. */
  readonly phoneView?: 'read';
  /** A stylesheet of the author that replaces the theme. */
  readonly customTheme: string | undefined;
  /** Whether the custom theme is compiled: `custom_theme_compile`, or a name that ends in `.scss` or `.sass`. */
  readonly compilesTheme: boolean;
  /** `custom_theme_options`, as written. */
  readonly themeOptions: Table;
  readonly customCss: readonly string[];
  readonly customJs: readonly string[];
  /** A style of highlight.js or of the site, as written. */
  readonly highlightTheme: string;
  /** Whether pictures take the room that is left on their slide; not by default. */
  readonly fitImages?: boolean;
  /** The rows of `plugins`, those of the site before those of the page. */
  readonly plugins: readonly PluginParams[];
  readonly loadDefaultPlugins: boolean;
  /** Whether the deck is available offline; `undefined` if the author does not set it. */
  readonly offline?: boolean;
  /** Whether a PDF of the deck is published with it. */
  readonly download: boolean;
  /** Whether a picture of its first slide is published with it. */
  readonly og: boolean;
  readonly logo: Table | undefined;
  /** The line at the bottom of every slide, as written: inline Markdown. */
  readonly footer?: string;
  /** How the sections of the talk are shown around the slides; not at all by default. */
  readonly sectionProgress?: SectionProgressKind;
  /** Locations of the parameters that name files, by their keys: `custom_theme`. */
  readonly locations: Readonly<Record<string, SourceLocation>>;
}

/** The location of a parameter, for findings; empty for a default. */
export interface SourceLocation {
  readonly source?: SourceFile;
  readonly offset?: number;
}

/** A plugin of reveal.js, as configured. */
export interface PluginParams {
  /** The global to pass to reveal.js, as a dotted name: `RevealMenu`, `RevealMath.KaTeX`. */
  readonly name: string | undefined;
  readonly source: string | undefined;
  readonly css: readonly string[];
  /** Whether the paths are used as written. */
  readonly verbatim: boolean;
  /** Whether only a path is configured: the script may not define a plugin at all. */
  readonly isOptional: boolean;
}

/** A deck as the pipeline renders it: its slides, and what the page around them is made from. */
export interface RenderedDeck {
  readonly deck: Deck;
  readonly title: string;
  readonly params: DeckParams;
  readonly slides: readonly Slide[];
  /** The `<section>` elements, one for each slide or stack. */
  readonly sections: readonly Section[];
  /** The parts of the client that its text and its parameters ask for. */
  readonly features: readonly Feature[];
  readonly slots: Slots;
  /** Facts about all slots together. */
  readonly slotFacts: SlotFacts;
  /** Whether there are scripts of the author in the slots. */
  readonly hasScripts: boolean;
  /** Whether templates of the author write the page around the slides, or parts of it. */
  readonly hasOwnPage: boolean;
  /** The line at the bottom of every slide, as HTML. */
  readonly footer?: string;
  /** All files that the slides were made from, below the site's root. */
  readonly usedFiles: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A rendered deck with everything that its page names, without the addresses of the client: ready to be published. */
export interface ReadyDeck {
  readonly rendered: RenderedDeck;
  /** The parts of the client that its page starts with. */
  readonly features: readonly Feature[];
  readonly style: StyleRequest;
  readonly files: DeckFiles;
  /**
   * How the page loads the client: as a module, or as classic scripts in the order of the theme if the author's own
   * scripts expect reveal.js to be loaded before them.
   */
  readonly scripts: 'module' | 'classic';
  /** All files that the slides and the stylesheets were made from, below the site's root. */
  readonly usedFiles: readonly string[];
  /** What was found in the slides and in the files. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Describes the stylesheet that a deck needs. */
export interface StyleRequest {
  readonly theme: Theme;
  /** The style of highlight.js; `undefined` if the author's own file replaces it, or if no code uses it. */
  readonly highlightTheme: string | undefined;
  /** Chroma styles of the deck's code, by the suffixes of their classes; none by default. */
  readonly codeStyles?: readonly string[];
  /** Whether the deck has formulas. */
  readonly math: boolean;
  /** The accent of a theme of deckwright; its own by default. */
  readonly accent?: string;
  /** The parts of the look that the deck uses, in the order of `lookParts`; none by default. */
  readonly look?: readonly LookPart[];
  /** The layouts of its slides, sorted; all by default. */
  readonly layouts?: readonly string[];
  /** Whether the page contains critical CSS for its first slide, so that the stylesheet can be loaded later. */
  readonly hasCriticalCss?: boolean;
  /** Whether only the rules for phones held upright are wanted, which no other screen loads early. */
  readonly isForPhones?: boolean;
}

/** Critical CSS: part of the page, so that its first slide is painted before anything else is loaded. */
export interface CriticalCss {
  /** The rules for the layout of a slide, in the colours of the theme. */
  readonly css: string;
  /** Rules for slides that contain one of these tags or classes. */
  readonly conditionalRules: readonly { readonly css: string; readonly names: readonly string[] }[];
  /** The font files of the theme. */
  readonly fonts: readonly FontFile[];
}

/** A font file. */
export interface FontFile {
  /** Path below the base path. */
  readonly path: string;
  /** Whether the font is used for headings, for all other text, or for both. */
  readonly roles: readonly ('heading' | 'main')[];
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** The characters in the file, as first and last code points. */
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

/** HTML of the author that is inserted into every page; the slots of the reveal-hugo theme. */
export interface Slots {
  /** Inserted before `</head>`. */
  readonly head: string;
  /** Inserted at the end of `.reveal`. */
  readonly end: string;
  /** Inserted before `</body>`, after the deck has started. */
  readonly body: string;
}

/** The author's own files of a deck: addresses below the base path, or on another host. */
export interface DeckFiles {
  /** The custom theme and further stylesheets, in the order of loading. */
  readonly styles: readonly string[];
  readonly pluginStyles: readonly string[];
  /** Plugins for reveal.js and their scripts, in the order of loading. */
  readonly plugins: readonly PluginFile[];
  /** Scripts that run after the deck has started. */
  readonly scripts: readonly string[];
  /** The script that starts the deck with its plugins; without one, the page has it inline. */
  readonly starter?: string;
  /** Files to publish in addition to static files. */
  readonly published: readonly PublishedAsset[];
}

/** A plugin whose script was found. */
export interface PluginFile {
  readonly script: string | undefined;
  readonly name: string | undefined;
  readonly isOptional: boolean;
}

/** The bundled client: addresses below the site's base path, without a leading `/`. */
export interface Client {
  /** Module scripts in the order of loading. */
  readonly scripts: readonly string[];
  /** Used instead of `scripts` if scripts of the author expect reveal.js as the theme loads it. */
  readonly classic?: ClassicScripts;
  style(request: StyleRequest): string;
  /** Returns the critical CSS of a page; `undefined` if the stylesheet is loaded in the head. */
  criticalCss?(request: StyleRequest): CriticalCss | undefined;
  /** Address of the service worker for offline use; only in a build. */
  readonly offlineWorker?: string;
  /** The client of the list of decks; only in a build of a site that can have one. */
  readonly list?: ListClient;
  /** Whether the server has a list of the decks of its own: only a layout of the author writes one then. */
  readonly hasOwnList?: boolean;
  /** Finds what was printed of the deck at `outputPath`; only in a build. */
  printed?(this: void, outputPath: string): PrintedFiles | undefined;
  /** Further settings that the client needs in a page, in addition to options and features. */
  readonly settings?: Table;
  /** Turns a path below the base path into an address for a page at `outputPath`. */
  address(path: string, outputPath: string): string;
}

/** Files that a browser has made from a deck, by their paths in the destination. */
export interface PrintedFiles {
  readonly pdf?: string;
  /** A picture of the first slide. */
  readonly card?: string;
}

/** The client of decks with scripts of their own. */
export interface ClassicScripts {
  /** A classic script, which runs before the next script of the page. */
  readonly script: string;
  /** Modules to load after the script. */
  readonly modules: readonly string[];
  /** Used instead of `modules` if the page is opened from disk, where browsers do not load modules. */
  readonly fallbackScripts?: readonly string[];
}

/** The client of the list of decks. */
export interface ListClient {
  readonly script: string;
  /** Whether the script is a module, which browsers do not load from disk. */
  readonly isModule: boolean;
  /** The stylesheet of miniatures, which is loaded after that of the deck. */
  readonly miniatureStyle: string;
  /** Writes the search index. */
  writeIndex(this: void, decks: readonly SearchedDeck[]): Output;
}

/** The searchable text of a deck. */
export interface SearchedDeck {
  readonly title: string;
  readonly description: string;
  /** Address of the deck, as in the list. */
  readonly address: string;
  readonly slides: readonly {
    /** The hash of the slide: `#/2/1`. */
    readonly hash: string;
    readonly heading: string;
    readonly text: string;
  }[];
}

/** A file to publish. */
export interface Output {
  readonly path: string;
  readonly text: string;
}

/** A generated file, or one of `assets/`, that is published because a page uses it. */
export interface PublishedAsset {
  readonly path: string;
  readonly bytes: Uint8Array;
}
